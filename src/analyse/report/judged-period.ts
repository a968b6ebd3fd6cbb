import type { CostSummary, Tool } from '../../generated/types.ts'
import type { SpendSink } from '../../summarize/counter.ts'
import { Summarizer } from '../../summarize/summarizer.ts'
import { calendar, startOfDay } from '../../time.ts'
import { type Filter, Selection } from '../../usage/filter.ts'
import type { CostRecord, Pricer } from '../../usage/record.ts'
import type { FlowPiece, Usage } from '../../usage/usage.ts'

export interface JudgedPeriodSettings {
  /** IANA time zone in which a day begins. */
  readonly timezone: string
  /** The period alone: what is judged is the spend of everybody. */
  readonly filter: Filter
  /** Whether costs that writers gave are compared with list prices. */
  readonly checksPrices: boolean
}

/**
 * Sums up the spend of a period for limits to be judged by. Days and months hold what was spent before it, too, as far as its own first
 * month goes: a budget per month is about the whole month.
 */
export class JudgedPeriod implements SpendSink {
  /** Prices what is added next. */
  pricer: Pricer | null = null
  /** Time of the newest record, in the period or not, milliseconds since 1970. */
  newestMs: number | null = null
  /** First day of the period, YYYY-MM-DD; null: it has no beginning. */
  readonly firstDay: string | null
  private readonly inPeriod: Selection
  private readonly inMonths: Selection
  private readonly isBounded: boolean
  private readonly summarizer: Summarizer
  /** Runs with calls in the period. */
  private readonly runs = new Set<string>()

  constructor({ timezone, filter, checksPrices }: JudgedPeriodSettings) {
    const dayOf = calendar(timezone)
    const { since, until } = filter
    const sinceMs = since === null ? null : 'timeMs' in since ? since.timeMs : startOfDay(since.day, dayOf)
    this.firstDay = sinceMs === null ? null : dayOf(sinceMs)
    this.isBounded = since !== null || until !== null
    this.inPeriod = new Selection(filter, dayOf)
    const month = this.firstDay === null ? null : { day: `${this.firstDay.slice(0, 7)}-01` }
    this.inMonths = new Selection({ ...filter, since: month }, dayOf)
    this.summarizer = new Summarizer({ timezone, sinceMs, checksPrices })
  }

  add(record: CostRecord, _costUsd: number | null, file: string): void {
    const { timeMs, runId } = record
    if (timeMs !== null) this.newestMs = Math.max(this.newestMs ?? timeMs, timeMs)
    if (runId !== null && this.inPeriod.has(record)) this.runs.add(runId)
    if (!this.inMonths.has(record)) return
    const origin = { format: 'ledger', file, pattern: file } as const
    this.summarizer.add({ type: 'records', origin, records: [record] }, this.pricer)
  }

  /** Takes what is no spend: how runs and steps ended, as far as they belong to the period, and what was found about the data. */
  note(usage: Usage): void {
    if (usage.type === 'quality') this.summarizer.add(usage, null)
    if (usage.type === 'run' && this.has(usage.run.runId)) this.summarizer.add({ ...usage, run: { ...usage.run, spend: null } }, null)
    if (usage.type === 'flow') {
      const piece = this.within(usage.piece)
      if (piece !== null) this.summarizer.add({ ...usage, piece }, null)
    }
  }

  private within(piece: FlowPiece): FlowPiece | null {
    if (piece.kind === 'steps') return { ...piece, ends: piece.ends.filter(({ runId }) => this.has(runId)) }
    if (piece.kind === 'calls') return this.has(piece.runId) ? piece : null
    // A flow summary does not say which runs it is about.
    return this.isBounded ? null : piece
  }

  private has(runId: string): boolean {
    return !this.isBounded || this.runs.has(runId)
  }

  finish(tool: Tool): CostSummary {
    return this.summarizer.finish({ tool, commit: null, createdAt: null })
  }
}
