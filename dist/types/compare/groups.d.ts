import type { StepModelStats } from '../generated/types.js';
import { type Kinds } from './kinds/kinds.js';
/** Calls, tokens and cost of one model in one step (or agent, where the step is not known): what a change is explained from. */
export interface Group {
    /** Step or agent; null: the records name neither. */
    readonly name: string | null;
    readonly by: 'step' | 'agent' | 'none';
    readonly model: string;
    readonly calls: number;
    readonly tokens: number;
    /** The same by kind; null: not known. */
    readonly kinds: Kinds | null;
    readonly costUsd: number;
    /** Whether some of its calls have no known price, so that its cost is not that of its tokens. */
    readonly isPartlyPriced: boolean;
}
/** A group as a cost summary gives it. */
export declare function groupOf(stats: StepModelStats): Group;
/** Tokens by kind. Cached tokens that no record tells of are none. */
export declare function kindsOf(stats: Pick<StepModelStats, 'input_tokens' | 'output_tokens' | 'cached_input_tokens' | 'cache_write_tokens'>): Kinds;
/** The same calls without steps and agents, to explain a change against a side that knows models only. */
export declare function mergeGroups(groups: readonly Group[]): Group[];
