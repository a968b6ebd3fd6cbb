import type { CostRecord } from '../usage/record.js';
import type { Missing } from './list/found.js';
import type { Source, Sources } from './sources.js';
import { type Gap, type ModelPrice } from './tariff.js';
/** Why a call has no price. */
export type Unpriced = Missing | 'not_yet' | Gap;
/** The price that decides about a record; where there is none, or it leaves open what the record used, why. */
export type Decision = {
    readonly source: Source;
    readonly price: ModelPrice;
    readonly unpriced: Gap | null;
} | {
    readonly source: null;
    readonly price: null;
    readonly unpriced: Unpriced;
};
export declare function decide(record: CostRecord, sources: Sources): Decision;
