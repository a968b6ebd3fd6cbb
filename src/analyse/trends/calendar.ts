import type { CostTrends, Tool, TrendPeriod, TrendSeries, TrendsBy } from '../../generated/types.ts'
import type { SpendSink } from '../../summarize/counter.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import { calendar } from '../../time.ts'
import { type CalendarUnit, firstDay, nameOf, periodOf } from '../../usage/calendar.ts'
import { ALL, type Bound, type Filter, Selection } from '../../usage/filter.ts'
import type { CostRecord } from '../../usage/record.ts'
import { byWeight, type Measured, seriesOf } from './series.ts'

export interface TrendSettings {
  readonly by: TrendsBy
  readonly unit: CalendarUnit
  /** How many periods, the last one included. */
  readonly periods: number
  /** IANA time zone in which a day begins. */
  readonly timezone: string
  readonly filter?: Filter
}

/** Spend per week or day, up to the last record or `until`, in memory that grows with names and periods. */
export class Trends implements SpendSink {
  private readonly settings: TrendSettings
  private readonly dayOf: (timeMs: number) => string
  private readonly selection: Selection
  private readonly names = new Map<string | null, Map<number, Tally>>()
  private readonly periods = new Map<string, number>()
  private latestMs: number | null = null
  private undatedCalls = 0

  constructor(settings: TrendSettings) {
    this.settings = settings
    this.dayOf = calendar(settings.timezone)
    this.selection = new Selection(settings.filter ?? ALL, this.dayOf)
  }

  add(record: CostRecord, costUsd: number | null): void {
    const { by } = this.settings
    const { timeMs } = record
    if (timeMs !== null && (this.latestMs === null || timeMs > this.latestMs)) this.latestMs = timeMs
    if (!this.selection.has(record)) return
    if (timeMs === null) {
      this.undatedCalls += record.calls
      return
    }
    const name = by === 'total' ? null : record[by]
    const tallies = this.names.get(name) ?? new Map<number, Tally>()
    this.names.set(name, tallies)
    const period = this.periodAt(timeMs)
    const tally = tallies.get(period) ?? new Tally()
    tallies.set(period, tally)
    tally.add(record, costUsd)
  }

  private periodAt(timeMs: number): number {
    const day = this.dayOf(timeMs)
    let period = this.periods.get(day)
    if (period === undefined) {
      period = periodOf(day, this.settings.unit)
      this.periods.set(day, period)
    }
    return period
  }

  /** @param createdAt ISO 8601; null where the time shall not show. */
  finish(tool: Tool, createdAt: string | null): CostTrends {
    const { by, unit, timezone } = this.settings
    const end = this.findEnd()
    const first = end === null ? 0 : end.period - this.settings.periods + 1
    const periods =
      end === null ? [] : Array.from({ length: this.settings.periods }, (_, index) => this.describe(first + index, end.openDay))
    const all = new Map<number, Tally>()
    for (const tallies of this.names.values()) {
      for (const [period, tally] of tallies) {
        const sum = all.get(period) ?? new Tally()
        all.set(period, sum)
        sum.plus(tally)
      }
    }
    const seriesFrom = (name: string | null, tallies: ReadonlyMap<number, Tally>) => trace(name, tallies, first, periods)
    const series = by === 'total' ? [] : [...this.names].map(([name, tallies]) => seriesFrom(name, tallies)).filter(hasCalls)
    return {
      schema_version: 1,
      tool,
      created_at: createdAt,
      by,
      unit,
      timezone,
      periods,
      total: seriesFrom(null, all),
      series: series.sort(byWeight(({ cost_usd }) => cost_usd ?? 0)),
      earlier_calls: sumBefore(all, first),
      undated_calls: this.undatedCalls + this.selection.undatedCalls,
    }
  }

  /** The last period, and the first day that is not over; null where nothing has a time. */
  private findEnd(): { period: number; openDay: string } | null {
    const { unit, filter } = this.settings
    const until: Bound | null = filter?.until ?? null
    if (until === null) {
      if (this.latestMs === null) return null
      const day = this.dayOf(this.latestMs)
      return { period: periodOf(day, unit), openDay: day }
    }
    if ('day' in until) return { period: periodOf(until.day, unit), openDay: firstDay(periodOf(until.day, 'day') + 1, 'day') }
    return { period: periodOf(this.dayOf(until.timeMs - 1), unit), openDay: this.dayOf(until.timeMs) }
  }

  private describe(period: number, openDay: string): TrendPeriod {
    const { unit } = this.settings
    const next = firstDay(period + 1, unit)
    const lastDay = firstDay(periodOf(next, 'day') - 1, 'day')
    return { name: nameOf(period, unit), from: firstDay(period, unit), to: lastDay, commit: null, complete: next <= openDay }
  }
}

function trace(name: string | null, tallies: ReadonlyMap<number, Tally>, first: number, periods: readonly TrendPeriod[]): TrendSeries {
  const sum = new Tally()
  const measured = periods.map((_, index): Measured => {
    const tally = tallies.get(first + index)
    if (tally === undefined) return null
    sum.plus(tally)
    const { calls, total_tokens, unpriced_calls, cost_usd } = tally.toStats()
    const unpriced = unpriced_calls === undefined ? {} : { unpriced_calls }
    return { calls, total_tokens, ...unpriced, cost_usd: unpriced_calls === calls ? null : cost_usd }
  })
  const isUnknown = sum.calls > 0 && sum.unpriced === sum.calls
  return seriesOf(name, measured, periods, isUnknown ? null : sum.cost.toNumber())
}

function sumBefore(tallies: ReadonlyMap<number, Tally>, first: number): number {
  let calls = 0
  for (const [period, tally] of tallies) if (period < first) calls += tally.calls
  return calls
}

function hasCalls({ points }: TrendSeries): boolean {
  return points.some(({ calls }) => calls > 0)
}
