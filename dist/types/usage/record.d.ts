import type { Unpriced } from '../generated/types.js';
/** One LLM call, or an aggregate of `calls` calls, in the normal form that every reader converts to. */
export interface CostRecord {
    /** Milliseconds since 1970; null where the source does not say. */
    readonly timeMs: number | null;
    readonly model: string;
    /** Provider as the source names it, for pricing. */
    readonly provider: string | null;
    readonly calls: number;
    readonly errors: number;
    /** All prompt tokens, cache reads and writes included. */
    readonly inputTokens: number;
    /** All generated tokens, reasoning included. */
    readonly outputTokens: number;
    readonly cachedTokens: number;
    readonly cacheWriteTokens: number;
    /** Part of cacheWriteTokens that the cache keeps for an hour; few sources say. */
    readonly cacheWrite1hTokens?: number;
    readonly reasoningTokens: number;
    /** Tokens among all of them that are sound or images and have prices of their own; few sources say. */
    readonly mediaTokens?: number;
    /** Searches of the web that the provider ran, and takes a fee for; few sources say. */
    readonly webSearches?: number;
    /** Uses of other tools of the provider that cost a fee; few sources say. */
    readonly paidTools?: number;
    /** US dollars; null is unknown, which is not zero. */
    readonly costUsd: number | null;
    readonly runId: string | null;
    readonly step: string | null;
    readonly agent: string | null;
    readonly customer: string | null;
    /** Tier that the customer is billed by; few sources say. */
    readonly billingTier?: string | undefined;
    readonly batch: boolean;
    /** Service tier that answered, as the source names it; few sources say. */
    readonly serviceTier?: string | undefined;
    /** What was tested, by a name that is the same in the next run; few sources say. */
    readonly testCase?: string | undefined;
    /** Its source says that it cost nothing, though it used tokens: its cost of 0 is no unknown one. */
    readonly isFree?: true;
    /** It was answered from a cache on disk: this run paid nothing, and another may have to. */
    readonly isFromDisk?: true;
    /** It judged an answer of what is tested: it is spend of its day and month, and in no other figure but its own. */
    readonly isGrader?: true;
    /** Its source gives neither tokens nor cost, so that the zeros above mean nothing; a call that failed costs nothing then, unless it may have been billed. */
    readonly isSilent?: true | 'even-if-failed';
    /** Its line says the same as an earlier one, and nothing tells whether it is the same call: it counts, and is told. */
    readonly isRepeat?: true;
    /** Only where a reader was asked for it. */
    readonly label?: Label;
}
/** What is read from a row, and not kept in a record, where somebody asks for it. */
export interface Label {
    /** Value of the metadata key that tells variants apart; null where the row has none. */
    readonly variant: string | null;
    /** How the call ended, where its row says. */
    readonly outcome: 'success' | 'failure' | null;
    /** Its metadata holds the text that is searched. */
    readonly isFound?: true;
}
/** A record that says nothing, for those that are made here. */
export declare const NO_USAGE: CostRecord;
/** Model of spend whose source names none, as the framework writes it. */
export declare const UNKNOWN_MODEL = "unknown";
/** What priced a record: US dollars and the catalog entry, or null where nothing has a price. */
export interface Priced {
    readonly costUsd: number;
    /** Provider and model of the catalog, for example `openai/gpt-4o`. */
    readonly pricedAs: string;
    /** What is special about it, in a few words: `batch`, `free`; empty where nothing is. */
    readonly how: readonly string[];
    /** Fingerprint of all prices of that entry. */
    readonly prices: string;
    /** Whether it is the price of another model, which the price file assumes for models that nothing has a price of. */
    readonly isAssumed?: boolean;
}
/** Why a call has no price, as in a cost summary. */
export type UnpricedReason = keyof NonNullable<Unpriced['reasons']>;
/** Prices records that bring no trustworthy cost of their own. */
export interface Pricer {
    price(record: CostRecord): Priced | null;
    /** Why it has no price; null where it has one of its own. */
    whyUnpriced(record: CostRecord): UnpricedReason | null;
    /** The fixed instant whose prices are used, ISO 8601. */
    readonly asOf: string;
    /** Name and fingerprint of the catalog. */
    readonly catalog: string;
    /** What calls without a known price mean. */
    readonly unknownModel: 'warn' | 'fail';
}
