import type { Level, PolicyLine } from '../../generated/types.js';
import type { FlowStepRule } from '../rule.js';
/** What rules of flow governance have. */
interface FlowRule {
    readonly level: Level;
    readonly policy: PolicyLine;
}
/** A limit on all runs, step runs or MCP calls together. Units: runs, share from 0 to 1, milliseconds, share. */
export interface FlowTotalRule extends FlowRule {
    readonly key: 'min_runs' | 'min_success_rate' | 'max_avg_latency_ms' | 'max_mcp_error_rate';
    readonly limit: number;
    /** Share of the limit from which on it is a warning, in percent; null: no such share. */
    readonly warnAtPercent: number | null;
}
/** Steps that must have run. */
export interface RequiredStepsRule extends FlowRule {
    readonly steps: readonly Named[];
}
/** A name or glob of the policy, and where it stands. */
export interface Named {
    readonly name: string;
    readonly policy: PolicyLine;
}
/** Which models may be called, or which may not. */
export interface ModelListRule extends FlowRule {
    readonly key: 'allowlist' | 'denylist';
    readonly patterns: readonly Named[];
    /** Whether its names mean nothing but themselves: not their dated snapshots, and no other spelling. */
    readonly exact: boolean;
}
/** Flow governance as a policy sets it; lists are empty where it does not. Nobody may accept what breaks one of its rules. */
export interface FlowPolicy {
    readonly totals: readonly FlowTotalRule[];
    readonly steps: readonly FlowStepRule[];
    readonly requiredSteps: readonly RequiredStepsRule[];
    readonly models: readonly ModelListRule[];
    /** Files that say how a flow must run, and limit nothing. */
    readonly empty: readonly PolicyLine[];
}
export {};
