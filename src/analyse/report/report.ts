import type { CostReport, ReportBy, ReportFilter, ReportGroup, ReportJudgement, Tool } from '../../generated/types.ts'
import type { SpendSink } from '../../summarize/counter.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import { Outcomes } from '../../summarize/flow/outcomes.ts'
import { calendar, isoTime } from '../../time.ts'
import { ALL, type Bound, type Filter, Selection } from '../../usage/filter.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Outcome, ReadQuality } from '../../usage/usage.ts'
import { figuresOf } from './figures.ts'
import { CostGroup } from './group.ts'

export interface ReportSettings {
  readonly by: ReportBy
  /** IANA time zone in which a day begins. */
  readonly timezone: string
  readonly filter?: Filter
}

/** Groups spend by one kind of name, in memory that grows with names and runs, not with records. */
export class Reporter implements SpendSink {
  private readonly settings: ReportSettings
  private readonly selection: Selection
  private readonly keyOf: (record: CostRecord) => string | null
  /** Null: what has no name of this kind. */
  private readonly groups = new Map<string | null, CostGroup>()
  private readonly graders = new Tally()
  private readonly outcomes = new Outcomes()
  private repeated = 0
  private quality: ReadQuality = { invalid: 0, examples: [], duplicates: 0, placeholders: 0 }

  constructor(settings: ReportSettings) {
    const dayOf = calendar(settings.timezone)
    const { by } = settings
    this.settings = settings
    this.selection = new Selection(settings.filter ?? ALL, dayOf)
    this.keyOf = keyer(by, dayOf)
  }

  add(record: CostRecord, costUsd: number | null): void {
    if (!this.selection.has(record)) return
    if (record.isRepeat) this.repeated += 1
    const key = this.keyOf(record)
    let group = this.groups.get(key)
    if (group === undefined) {
      group = new CostGroup()
      this.groups.set(key, group)
    }
    group.add(record, costUsd)
  }

  addGrader(record: CostRecord, costUsd: number | null): void {
    if (this.selection.has(record)) this.graders.add(record, costUsd)
  }

  end(runId: string, outcome: Outcome): void {
    this.outcomes.end(runId, outcome)
  }

  check(quality: ReadQuality): void {
    this.quality = quality
  }

  /**
   * @param createdAt ISO 8601; null where the time shall not show.
   * @param judgement null: nobody asked.
   */
  finish(tool: Tool, createdAt: string | null, judgement: ReportJudgement | null): CostReport {
    const { by, timezone, filter = ALL } = this.settings
    const total = new CostGroup()
    for (const group of this.groups.values()) total.plus(group)
    const totalUsd = total.tally.cost.toNumber()
    const groups = [...this.groups].map(([name, group]) => ({ name, ...figuresOf(group, this.outcomes, totalUsd) }))
    return {
      schema_version: 1,
      tool,
      created_at: createdAt,
      by,
      timezone,
      filter: toJson(filter),
      total: figuresOf(total, this.outcomes, totalUsd),
      groups: groups.sort(by === 'day' ? byName : (a, b) => b.cost_usd - a.cost_usd || byName(a, b)),
      ...(this.graders.calls > 0 && { graders: this.graders.toStats() }),
      undated_calls: this.selection.undatedCalls,
      invalid_records: this.quality.invalid,
      duplicate_records: this.quality.duplicates,
      ...(this.repeated > 0 && { repeated_records: this.repeated }),
      judgement,
    }
  }
}

function keyer(by: ReportBy, dayOf: (timeMs: number) => string): (record: CostRecord) => string | null {
  if (by === 'day') return ({ timeMs }) => (timeMs === null ? null : dayOf(timeMs))
  if (by === 'case') return ({ testCase }) => testCase ?? null
  if (by === 'run') return ({ runId }) => runId
  return (record) => record[by]
}

/** What has no name comes last. */
function byName(a: ReportGroup, b: ReportGroup): number {
  if (a.name === null || b.name === null) return a.name === null ? 1 : -1
  return a.name < b.name ? -1 : 1
}

function toJson({ agent, customer, model, step, testCase, runId, since, until }: Filter): ReportFilter {
  return {
    agent,
    customer,
    model,
    step,
    ...(testCase !== null && { case: testCase }),
    run_id: runId,
    since: boundOf(since),
    until: boundOf(until),
  }
}

function boundOf(bound: Bound | null): string | null {
  if (bound === null) return null
  return 'day' in bound ? bound.day : isoTime(bound.timeMs)
}
