/** What the inputs say about judging; null: the input was not given. */
export interface JudgeSettings {
    /** Unit: percent of the baseline. */
    readonly maxIncreasePercent: number | null;
    /** Unit: US dollars. */
    readonly minIncreaseUsd: number | null;
    /** What growth means that chance alone may have made. */
    readonly onInconclusive: 'pass' | 'warn' | 'fail' | null;
    readonly onMissingBaseline: 'pass' | 'warn' | 'fail';
    readonly onInvalid: 'fail' | 'skip';
    readonly unknownModel: 'warn' | 'fail';
}
