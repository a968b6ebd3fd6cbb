import type { PolicyLine } from '../generated/types.js';
import type { FlowStepRule } from './rule.js';
/** A limit on all runs, step runs or MCP calls together. Units: runs, share from 0 to 1, milliseconds, share. */
export interface FlowTotalRule {
    readonly key: 'min_runs' | 'min_success_rate' | 'max_avg_latency_ms' | 'max_mcp_error_rate';
    readonly limit: number;
    readonly policy: PolicyLine;
}
/** A name or glob of the policy, and where it stands. */
export interface Named {
    readonly name: string;
    readonly policy: PolicyLine;
}
/** Which models may be called, or which may not. */
export interface ModelListRule {
    readonly key: 'allowlist' | 'denylist';
    readonly patterns: readonly Named[];
    readonly policy: PolicyLine;
}
/** Flow governance as a policy file sets it; lists are empty where it does not. Every broken rule is an error that nobody may accept. */
export interface FlowPolicy {
    readonly totals: readonly FlowTotalRule[];
    readonly steps: readonly FlowStepRule[];
    readonly requiredSteps: readonly Named[];
    readonly models: readonly ModelListRule[];
}
