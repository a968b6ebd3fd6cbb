import type { SpendSink } from '../../summarize/counter.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import { calendar } from '../../time.ts'
import { type Filter, Selection } from '../../usage/filter.ts'
import type { CostRecord } from '../../usage/record.ts'

export type Sort = 'cost' | 'time' | 'tokens'

/** A record, what it cost, and where it stands. */
export interface FoundRecord {
  readonly record: CostRecord
  /** US dollars; null: no price is known. */
  readonly costUsd: number | null
  readonly file: string
  /** Null where the file has no lines. */
  readonly line: number | null
  /** How many records were read before it. */
  readonly place: number
}

/** The first records by one figure, and the sums of all that match. */
export interface QueryResult {
  readonly records: readonly FoundRecord[]
  /** How many records match. */
  readonly matches: number
  readonly all: Tally
  /** Those of them that are calls of graders. */
  readonly graderCalls: number
  /** Calls that are left out of a period because their time is not known. */
  readonly undatedCalls: number
}

export interface QuerySettings {
  readonly filter: Filter
  readonly sort: Sort
  readonly limit: number
  /** IANA time zone in which a day begins. */
  readonly timezone: string
}

const WEIGHTS: Record<Sort, (found: FoundRecord) => number | null> = {
  cost: ({ costUsd }) => costUsd,
  time: ({ record }) => record.timeMs,
  tokens: ({ record }) => record.inputTokens + record.outputTokens,
}

/** Keeps the records that weigh most: at most twice as many as are wanted, however many there are. */
export class Top implements SpendSink {
  private readonly settings: QuerySettings
  private readonly selection: Selection
  private readonly all = new Tally()
  private kept: FoundRecord[] = []
  /** Who weighs less is not wanted any more. */
  private least: FoundRecord | null = null
  private matches = 0
  private graderCalls = 0
  private read = 0

  constructor(settings: QuerySettings) {
    this.settings = settings
    this.selection = new Selection(settings.filter, calendar(settings.timezone))
  }

  add(record: CostRecord, costUsd: number | null, file: string, line: number | null): void {
    const place = this.read++
    if (!this.selection.has(record)) return
    this.matches += 1
    this.all.add(record, costUsd)
    if (record.isGrader) this.graderCalls += record.calls
    const found = { record, costUsd, file, line, place }
    if (this.least !== null && this.compare(found, this.least) > 0) return
    this.kept.push(found)
    if (this.kept.length === 2 * this.settings.limit) this.drop()
  }

  /** They are records like any other here. */
  addGrader(...found: Parameters<SpendSink['add']>): void {
    this.add(...found)
  }

  finish(): QueryResult {
    this.drop()
    return {
      records: this.kept,
      matches: this.matches,
      all: this.all,
      graderCalls: this.graderCalls,
      undatedCalls: this.selection.undatedCalls,
    }
  }

  private drop(): void {
    const { limit } = this.settings
    this.kept = this.kept.sort((a, b) => this.compare(a, b)).slice(0, limit)
    this.least = this.kept[limit - 1] ?? null
  }

  /** Heavier ones first, unknown weights last, equals as they were read. */
  private compare(a: FoundRecord, b: FoundRecord): number {
    const weightOf = WEIGHTS[this.settings.sort]
    const [one, other] = [weightOf(a), weightOf(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a.place - b.place
    return other - one || a.place - b.place
  }
}
