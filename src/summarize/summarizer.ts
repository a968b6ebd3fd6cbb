import type { CostSummary, Tool } from '../generated/types.ts'
import { calendar } from '../time.ts'
import { Money } from '../usage/money.ts'
import type { CostRecord, Pricer } from '../usage/record.ts'
import { toolOf } from '../usage/tool.ts'
import type { Origin, Usage } from '../usage/usage.ts'
import { Coverage } from './checks/coverage.ts'
import { CrossCheck } from './checks/cross-check.ts'
import { QualityLog } from './checks/quality.ts'
import { Cells } from './figures/cells.ts'
import { Dimensions } from './figures/dimensions.ts'
import { efficiency } from './figures/efficiency.ts'
import { Flow } from './flow/flow.ts'
import { toTasks } from './flow/outcomes.ts'
import { expectSameDays, Period } from './period.ts'
import { PricingLog } from './pricing.ts'
import { LISTED } from './runs/distribution.ts'
import { Runs } from './runs/runs.ts'
import { Sources } from './sources.ts'
import { type Spend, spendOf } from './spend.ts'

export interface SummarizeSettings {
  /** IANA time zone in which a day begins. */
  readonly timezone: string
  /** Earlier records count for days and months only; null: all count. */
  readonly sinceMs: number | null
  /** Whether costs that writers gave are compared with list prices, where a policy limits how far they may differ. */
  readonly checksPrices?: boolean
}

/** What the summary says of itself. */
export interface Identity {
  readonly tool: Tool
  readonly commit: string | null
  /** ISO 8601; null where the time shall not show. */
  readonly createdAt: string | null
}

/** Counts usage once and sums it up. Feed it the pieces in the order `readUsage` gives them. */
export class Summarizer {
  private readonly settings: SummarizeSettings
  private readonly dayOf: (timeMs: number) => string
  private readonly cells = new Cells()
  /** Spend of its day and month alone. */
  private readonly dayCells = new Cells()
  private readonly dimensions = new Dimensions()
  private readonly runs = new Runs()
  private readonly sources = new Sources()
  private readonly quality = new QualityLog()
  private readonly pricing = new PricingLog()
  private readonly coverage = new Coverage(this.runs)
  private readonly period = new Period()
  private readonly flow: Flow
  private readonly crossCheck: CrossCheck

  constructor(settings: SummarizeSettings) {
    this.settings = settings
    this.flow = new Flow(settings.sinceMs)
    this.crossCheck = new CrossCheck(this.runs, this.quality, settings.sinceMs)
    this.dayOf = calendar(settings.timezone)
  }

  /** Counts one piece; `pricer` is needed only for records that need a price. */
  add(usage: Usage, pricer: Pricer | null): void {
    if (usage.type === 'quality') {
      this.quality.add(usage.quality)
      return
    }
    if (usage.type === 'flow') {
      this.flow.add(usage.origin, usage.piece)
      return
    }
    if (usage.type === 'ends') {
      for (const [runId, outcome] of usage.outcomes) this.flow.end({ runId, outcome, reportsEnd: true, spend: null })
      return
    }
    this.crossCheck.begin(usage.origin)
    const records = this.coverage.take(usage)
    if (usage.type === 'run') this.flow.end(usage.run)
    if (records !== null) this.count(usage.origin, records, pricer, usage.type === 'records' ? usage.lines : undefined)
    else if (usage.type === 'summary') this.addSummary(usage.origin, usage.summary)
    else this.check(usage)
  }

  private count(origin: Origin, records: readonly CostRecord[], pricer: Pricer | null, lines: readonly number[] | undefined): void {
    const cost = new Money()
    const tool = toolOf(origin.format)
    const sessions = tool === null || tool.unit === 'call' ? null : new Set<string>()
    let calls = 0
    for (let index = 0; index < records.length; index++) {
      const record = records[index]
      if (record === undefined) continue
      const spend = spendOf(record, pricer)
      if (record.isRepeat) this.quality.repeat(record, spend.costUsd, placeOf(origin, lines?.[index]))
      if (this.countOne(record, spend)) {
        calls += record.calls
        if (sessions !== null && record.runId !== null) sessions.add(record.runId)
        if (spend.costUsd !== null) cost.add(spend.costUsd)
        if (spend.priced && pricer) this.pricing.add(record, spend.priced, pricer)
        if (this.settings.checksPrices) this.dimensions.priceChecks.add(record, spend, pricer)
      }
    }
    this.sources.add(origin, 'counted', calls, cost)
    if (sessions !== null) this.sources.addSessions(origin, sessions)
    if (records.length > 0) this.crossCheck.count(origin)
  }

  /** Whether the record counts for the comparison, not only for its day and month. */
  private countOne(record: CostRecord, { costUsd, unpriced }: Spend): boolean {
    const { timeMs } = record
    const day = timeMs === null ? null : this.dayOf(timeMs)
    if (timeMs !== null && this.settings.sinceMs !== null && timeMs < this.settings.sinceMs) {
      this.dayCells.get(record, day).tally.add(record, costUsd)
      this.quality.earlier += record.calls
      if (record.runId !== null) this.runs.addEarlier(record.runId)
      return false
    }
    if (record.isGrader) {
      this.dayCells.get(record, day).tally.add(record, costUsd)
      this.dimensions.graders.add(record, costUsd)
      return false
    }
    if (timeMs === null) this.quality.addTimeless(record.calls, costUsd)
    else this.period.add(timeMs)
    this.cells.get(record, day).tally.add(record, costUsd)
    if (costUsd === null) this.dimensions.unpriced.add(record, unpriced)
    if (record.testCase || record.isFromDisk) this.dimensions.addRare(record, costUsd)
    if (record.runId === null) {
      this.quality.withoutRun += record.calls
      this.crossCheck.addLoose(record, costUsd)
    } else this.runs.add(record.runId, record, costUsd)
    return true
  }

  /** What another source covers is not counted: it must agree with what was. */
  private check(usage: Exclude<Usage, { type: 'quality' | 'flow' | 'ends' | 'summary' }>): void {
    this.sources.add(usage.origin, usage.type === 'run' ? 'cross-check' : 'not-counted')
    if (usage.type === 'records') this.crossCheck.claim(usage.origin, usage.records)
    if (usage.type === 'run' && usage.run.spend !== null) this.crossCheck.claim(usage.origin, [usage.run.spend])
  }

  private addSummary(origin: Origin, summary: CostSummary): void {
    expectSameDays(origin, summary, this.settings.timezone)
    if (Object.keys(summary.run_costs.costs_usd ?? {}).some((runId) => this.runs.hasRecords(runId))) this.quality.overlap(origin.file)
    this.dimensions.addSummary(summary)
    const perAgent = Object.entries(summary.agent_stats).map(([agent, stats]) => [agent, stats.run_costs] as const)
    this.runs.absorb(summary.run_costs, perAgent, summary.unpriced_calls)
    if (summary.calls > 0) this.crossCheck.count(origin)
    this.flow.absorb(summary)
    for (const source of summary.sources) this.sources.absorb(source)
    this.quality.absorb(summary.quality)
    this.pricing.absorb(summary.pricing)
    this.period.absorb(summary.period)
  }

  /** The summary of all that was added. Call it once. */
  finish(identity: Identity): CostSummary {
    for (const cell of this.cells.all()) this.dimensions.addCell(cell)
    for (const cell of this.dayCells.all()) this.dimensions.addToDays(cell)
    const { tally, calendar } = this.dimensions.total
    this.crossCheck.finish({ usd: tally.cost.toNumber(), isKnown: tally.unpriced === 0, tokens: null })
    for (const run of this.runs.list()) this.dimensions.runs.add(run, this.flow.outcomeOf(run.runId), this.runs.size <= LISTED)
    const { all, perAgent } = this.runs.toRunCosts()
    const ends = this.flow.countRuns()
    // A run that spent, and did not say how it ended, must not hide behind one that ended and spent nothing.
    const runs = Math.max(all.count + this.flow.countWithoutCalls((runId) => this.runs.madeCalls(runId)), ends.runs)
    const tasks = toTasks(ends.successes, ends.failures)
    const { cost_per_run_usd: _, ...perUnit } = efficiency(tally, { ...tasks, runs })
    return {
      schema_version: 1,
      tool: identity.tool,
      commit: identity.commit,
      created_at: identity.createdAt,
      timezone: this.settings.timezone,
      period: this.period.toJson(),
      total_cost_usd: tally.cost.toNumber(),
      calls: tally.calls,
      failed_calls: tally.errors,
      input_tokens: tally.input,
      output_tokens: tally.output,
      total_tokens: tally.input + tally.output,
      ...tally.optionalTokens(),
      unpriced_calls: tally.unpriced,
      ...this.dimensions.rareToJson(),
      runs,
      ...tasks,
      ...perUnit,
      ...this.flow.toJson(),
      ...this.dimensions.toJson(all, perAgent),
      ...calendar.toAmounts(),
      run_costs: all,
      sources: this.sources.toJson(),
      quality: this.quality.toJson(),
      pricing: this.pricing.toJson(),
    }
  }
}

/** `file:line`; the file where it has no lines. */
function placeOf({ file }: Origin, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`
}
