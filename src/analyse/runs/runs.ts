import type { RunRow } from '../../generated/types.ts'
import type { SpendSink } from '../../summarize/counter.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import { Outcomes } from '../../summarize/flow/outcomes.ts'
import { calendar } from '../../time.ts'
import { type Filter, Selection } from '../../usage/filter.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Outcome } from '../../usage/usage.ts'
import { Heaviest } from '../query/heaviest.ts'
import type { RunSort } from '../query/sorts.ts'
import { toRunRow } from './row.ts'
import type { Run } from './run.ts'
import { RunTable } from './table.ts'

/** The first runs by one figure, and the sums of all calls that match. */
export interface RunsResult {
  readonly runs: readonly RunRow[]
  /** How many runs have a call that matches. */
  readonly matches: number
  /** Calls of all these runs that match. */
  readonly inRuns: Tally
  /** Calls that match and name no run. */
  readonly withoutRun: Tally
  /** Calls of graders that match: they are in no other figure. */
  readonly graders: Tally
  /** Calls that are left out of a period because their time is not known. */
  readonly undatedCalls: number
}

export interface RunsSettings {
  readonly filter: Filter
  readonly sort: RunSort
  readonly limit: number
  /** IANA time zone in which a day begins. */
  readonly timezone: string
}

const WEIGHTS: Record<RunSort, (run: Run) => number | null> = {
  cost: ({ costUsd }) => costUsd,
  time: ({ firstMs }) => firstMs,
  calls: ({ calls }) => calls,
  tokens: ({ input, output }) => input + output,
}

/** Adds up each run, in memory that grows with runs, not with records: calls of a run need not stand together. */
export class RunCosts implements SpendSink {
  private readonly settings: RunsSettings
  private readonly selection: Selection
  private readonly runs = new RunTable()
  private readonly outcomes = new Outcomes()
  private readonly inRuns = new Tally()
  private readonly withoutRun = new Tally()
  private readonly graders = new Tally()

  constructor(settings: RunsSettings) {
    this.settings = settings
    this.selection = new Selection(settings.filter, calendar(settings.timezone))
  }

  add(record: CostRecord, costUsd: number | null): void {
    if (!this.selection.has(record)) return
    const { runId } = record
    if (runId === null) {
      this.withoutRun.add(record, costUsd)
      return
    }
    this.inRuns.add(record, costUsd)
    this.runs.add(runId, record, costUsd)
  }

  addGrader(record: CostRecord, costUsd: number | null): void {
    if (this.selection.has(record)) this.graders.add(record, costUsd)
  }

  end(runId: string, outcome: Outcome): void {
    this.outcomes.end(runId, outcome)
  }

  finish(): RunsResult {
    const { sort, limit } = this.settings
    const heaviest = new Heaviest<Run>(limit, WEIGHTS[sort], (a, b) => (a.runId < b.runId ? -1 : 1))
    for (const run of this.runs.list()) heaviest.add(run)
    return {
      runs: heaviest.list().map((run) => toRunRow(run, this.outcomes.outcomeOf(run.runId))),
      matches: this.runs.size,
      inRuns: this.inRuns,
      withoutRun: this.withoutRun,
      graders: this.graders,
      undatedCalls: this.selection.undatedCalls,
    }
  }
}
