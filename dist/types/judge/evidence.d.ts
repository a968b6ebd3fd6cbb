import type { KnownHistory } from '../compare/noise/known.js';
import type { StudentQuantile } from '../compare/noise/measured.js';
import type { Side } from '../compare/side.js';
import type { Comparison, CostSummary, Noise, Projection, Success, Workload } from '../generated/types.js';
import type { Policy } from '../policy/policy.js';
import type { RegressionLimits } from './growth/regression.js';
import type { Chance } from './noise/chance.js';
/** What is known before any rule is applied. */
export interface Evidence {
    /** null: no baseline. */
    readonly comparison: Comparison | null;
    readonly workload: Workload | null;
    /** How the runs of both sides ended; null: neither says. */
    readonly success: Success | null;
    /** null: no baseline. */
    readonly noise: Noise | null;
    /** null: the policy gives no volume. */
    readonly projection: Projection | null;
    /** What the records of the base branch tell of chance; null where the baseline has none. */
    readonly chance: Chance | null;
}
export interface Sides {
    readonly policy: Pick<Policy, 'volume'> | null;
    readonly limits: Pick<RegressionLimits, 'maxIncreasePercent' | 'minIncreaseUsd'>;
    readonly head: CostSummary;
    readonly headSide: Side;
    readonly baseline: {
        readonly side: Side | null;
        readonly history: KnownHistory | null;
    };
    /** Needed from 8 comparable records on. */
    readonly student: StudentQuantile | null;
}
/** Compares head with the baseline in everything that rules ask for. */
export declare function gatherEvidence({ policy, limits, head, headSide, baseline: { side, history }, student }: Sides): Evidence;
