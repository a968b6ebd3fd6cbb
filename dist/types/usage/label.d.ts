import type { CostRecordRow } from '../generated/types.js';
import type { Label } from './record.js';
/** Reads what a record does not keep from the row it was made of. Asking for it makes reading slower: every row is parsed as JSON. */
export type Labeller = (row: CostRecordRow) => Label;
/** Labels rows with the value of a key of their metadata, a dotted path, and with how their call ended. */
export declare class MetadataLabels {
    /** First keys of all metadata seen so far. */
    readonly keys: Set<string>;
    private readonly path;
    constructor(path: string);
    readonly label: Labeller;
}
/** Labels rows with how their call ended alone. */
export declare const labelOutcome: Labeller;
