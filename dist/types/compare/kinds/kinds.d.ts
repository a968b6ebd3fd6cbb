/** What there is of each kind of token that has a price of its own: numbers of tokens, or their prices in US dollars per token. */
export interface Kinds {
    /** Of the prompt, neither read from a cache nor written to one. */
    readonly input: number;
    readonly cached: number;
    readonly written: number;
    readonly output: number;
}
export type Kind = keyof Kinds;
/** Kinds that make up a prompt. */
export declare const PROMPT: readonly ["input", "cached", "written"];
export declare const KINDS: readonly ["input", "cached", "written", "output"];
/** Tokens of a prompt, whatever their kind. */
export declare function promptOf({ input, cached, written }: Kinds): number;
/** What tokens cost at these prices. Unit: US dollars. */
export declare function costAt(prices: Kinds, tokens: Kinds): number;
/** The same of every kind, times a factor. */
export declare function scale(kinds: Kinds, factor: number): Kinds;
