import { InputError } from '../errors.ts'
import type { CostRecord, Pricer } from '../usage/record.ts'
import type { Outcome, ReadQuality, Usage } from '../usage/usage.ts'
import { Coverage } from './checks/coverage.ts'
import { spendOf } from './spend.ts'

/** What is done with records one by one. */
export interface SpendSink {
  /**
   * Takes a record that counts.
   * @param costUsd null: no price is known.
   * @param line number of its line in the file; null where the file has no lines.
   */
  add(record: CostRecord, costUsd: number | null, file: string, line: number | null): void
  /** The same for a record of a grader, which is no spend of what is tested; without it they are left out. */
  addGrader?(record: CostRecord, costUsd: number | null, file: string, line: number | null): void
  /** Takes how a run ended, after the records. */
  end?(runId: string, outcome: Outcome): void
  /** Takes what was found about the data itself, at the end. */
  check?(quality: ReadQuality): void
}

/** Passes on each spend once, as the summarizer counts it. Feed it the pieces in the order `readUsage` gives them. */
export class Counter {
  private readonly runs = new Set<string>()
  private readonly coverage = new Coverage(this.runs)
  private readonly sink: SpendSink

  constructor(sink: SpendSink) {
    this.sink = sink
  }

  /** @throws InputError for a cost summary: it has sums, no records. */
  add(usage: Usage, pricer: Pricer | null): void {
    if (usage.type === 'quality') {
      this.sink.check?.(usage.quality)
      return
    }
    if (usage.type === 'summary')
      throw new InputError(`${usage.origin.file}: is a cost summary, which has sums but no records. Name the ledger that it was made from`)
    if (usage.type === 'ends') {
      for (const [runId, outcome] of usage.outcomes) this.sink.end?.(runId, outcome)
      return
    }
    const records = this.coverage.take(usage) ?? []
    const lines = usage.type === 'records' ? usage.lines : undefined
    for (const [index, record] of records.entries()) {
      const { costUsd } = spendOf(record, pricer)
      const [file, line] = [usage.origin.file, lines?.[index] ?? null]
      if (record.isGrader) this.sink.addGrader?.(record, costUsd, file, line)
      else {
        if (record.runId !== null) this.runs.add(record.runId)
        this.sink.add(record, costUsd, file, line)
      }
    }
    if (usage.type === 'run') this.sink.end?.(usage.run.runId, usage.run.outcome)
  }
}
