/** What an alert is told. US dollars. */
export interface BudgetAlert {
    readonly totalCostUsd: number;
    readonly thresholdUsd: number;
}
/** Limits of a budget. US dollars. */
export interface BudgetLimits {
    /** What may be spent, up to a billion. Exactly as much is allowed. */
    readonly maxCostUsd: number;
    /** More than this is an alert. Default: 1. */
    readonly alertThresholdUsd?: number;
    /** Is called with every cost that leaves the total above the threshold. */
    readonly onAlert?: (alert: BudgetAlert) => void;
}
/** A call would have passed the budget. US dollars. */
export declare class BudgetExceededError extends Error {
    readonly name = "BudgetExceededError";
    /** Spent so far, without the call. */
    readonly spentUsd: number;
    /** Spent with the call. */
    readonly projectedUsd: number;
    readonly limitUsd: number;
    constructor(amounts: {
        readonly spentUsd: number;
        readonly projectedUsd: number;
        readonly limitUsd: number;
    });
}
/** Stops an agent before it spends more than it may. Costs add up exactly, to 1e-12 US dollars. */
export declare class BudgetGuard {
    private spent;
    private readonly limitUsd;
    private readonly thresholdUsd;
    private readonly onAlert;
    /** @throws InputError for a limit that is no amount, or more than a billion. */
    constructor({ maxCostUsd, alertThresholdUsd, onAlert }: BudgetLimits);
    /**
     * Adds the cost of a call, if the budget has room for it: call it before the call, with an estimate. US dollars.
     * @throws BudgetExceededError where the total would pass the budget; then the cost is not added.
     * @throws InputError for a cost that is no amount, or more than a million.
     */
    check(costUsd: number): void;
    /** Sum of what was checked and allowed. US dollars. */
    get spentUsd(): number;
    /** What may still be spent. US dollars. */
    get remainingUsd(): number;
}
