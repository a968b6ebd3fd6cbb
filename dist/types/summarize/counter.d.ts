import type { CostRecord, Pricer } from '../usage/record.js';
import type { Outcome, ReadQuality, Usage } from '../usage/usage.js';
/** What is done with records one by one. */
export interface SpendSink {
    /**
     * Takes a record that counts.
     * @param costUsd null: no price is known.
     * @param line number of its line in the file; null where the file has no lines.
     */
    add(record: CostRecord, costUsd: number | null, file: string, line: number | null): void;
    /** The same for a record of a grader, which is no spend of what is tested; without it they are left out. */
    addGrader?(record: CostRecord, costUsd: number | null, file: string, line: number | null): void;
    /** Takes how a run ended, after the records. */
    end?(runId: string, outcome: Outcome): void;
    /** Takes what was found about the data itself, at the end. */
    check?(quality: ReadQuality): void;
}
/** Passes on each spend once, as the summarizer counts it. Feed it the pieces in the order `readUsage` gives them. */
export declare class Counter {
    private readonly runs;
    private readonly coverage;
    private readonly sink;
    constructor(sink: SpendSink);
    /** @throws InputError for a cost summary: it has sums, no records. */
    add(usage: Usage, pricer: Pricer | null): void;
}
