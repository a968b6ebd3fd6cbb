import type { FoundRecord } from './top.js';
/** A found record as a row of a ledger, so that what reads a ledger reads it, with its cost and where it stands. */
export interface QueryRow {
    /** ISO 8601 UTC; null where it is not known. */
    readonly timestamp: string | null;
    readonly model: string;
    /** All prompt tokens, cache included. */
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly total_tokens: number;
    /** US dollars; null: no price is known. */
    readonly cost_usd: number | null;
    /** Who says what it cost: its writer, the price list, or nobody. */
    readonly cost_source: 'recorded' | 'catalog' | 'unknown';
    readonly run_id: string | null;
    readonly step: string | null;
    readonly agent: string | null;
    readonly status: 'ok' | 'error';
    /** More than 1 where a source adds calls up. */
    readonly calls: number;
    readonly cached_input_tokens?: number;
    readonly cache_write_tokens?: number;
    readonly reasoning_tokens?: number;
    readonly metadata: Readonly<Record<string, string | boolean>>;
    readonly file: string;
    /** Null where the file has no lines. */
    readonly line: number | null;
}
export declare function toRow(found: FoundRecord): QueryRow;
