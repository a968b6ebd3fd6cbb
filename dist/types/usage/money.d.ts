/**
 * A sum of US dollars, exact to 1e-12 and independent of the order of its parts:
 * whole dollars and picodollars are both integers, so that adding never rounds.
 */
export declare class Money {
    private dollars;
    private picos;
    /** Adds an amount ≥ 0: the decimal that the double stands for, rounded to 1e-12. */
    add(usd: number): void;
    plus(other: Money): void;
    /** Takes away a part of the sum. */
    minus(part: Money): void;
    private addParts;
    /** The nearest double, so that it prints as the decimal it stands for. */
    toNumber(): number;
}
/** A sum that starts with one amount. */
export declare function money(usd: number): Money;
/** The exact sum of amounts ≥ 0. US dollars. */
export declare function sumUsd(amounts: Iterable<number>): number;
/** `one - other`, both ≥ 0, as the decimals they stand for: negative where the other is more. US dollars. */
export declare function differenceUsd(one: number, other: number): number;
