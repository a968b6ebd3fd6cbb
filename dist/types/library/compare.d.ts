import type { Comparison, CostSummary, Explanation } from '../generated/types.js';
import type { BaselineDocument } from './options.js';
/** Head against a baseline: the total, and each model, agent, step, customer and case. Throws an InputError for a document that breaks its schema. */
export declare function compare(baseline: BaselineDocument, head: CostSummary): Comparison;
/** Why the total changed: parts that add up to the change, by prices that recorded costs settle, and no price list. Null where the baseline has no calls and tokens per model. */
export declare function explain(baseline: BaselineDocument, head: CostSummary): Explanation | null;
