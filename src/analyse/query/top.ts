import type { SpendSink } from '../../summarize/counter.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import { calendar } from '../../time.ts'
import { type Filter, Selection } from '../../usage/filter.ts'
import type { CostRecord } from '../../usage/record.ts'
import { Heaviest } from './heaviest.ts'
import type { Search } from './search.ts'
import type { Sort } from './sorts.ts'

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
  /** Text that was searched; null: none. */
  readonly search: string | null
}

export interface QuerySettings {
  readonly filter: Filter
  /** Null: all records that the filter leaves. */
  readonly search: Search | null
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

/** Keeps the records that weigh most. */
export class Top implements SpendSink {
  private readonly settings: QuerySettings
  private readonly selection: Selection
  private readonly all = new Tally()
  private readonly heaviest: Heaviest<FoundRecord>
  private matches = 0
  private graderCalls = 0
  private read = 0

  constructor(settings: QuerySettings) {
    this.settings = settings
    this.selection = new Selection(settings.filter, calendar(settings.timezone))
    this.heaviest = new Heaviest(settings.limit, WEIGHTS[settings.sort], (a, b) => a.place - b.place)
  }

  add(record: CostRecord, costUsd: number | null, file: string, line: number | null): void {
    const { search } = this.settings
    const place = this.read++
    // What is not searched for is not left out of a period either.
    if ((search !== null && !search.has(record)) || !this.selection.has(record)) return
    this.matches += 1
    this.all.add(record, costUsd)
    if (record.isGrader) this.graderCalls += record.calls
    this.heaviest.add({ record, costUsd, file, line, place })
  }

  /** They are records like any other here. */
  addGrader(...found: Parameters<SpendSink['add']>): void {
    this.add(...found)
  }

  finish(): QueryResult {
    return {
      records: this.heaviest.list(),
      matches: this.matches,
      all: this.all,
      graderCalls: this.graderCalls,
      undatedCalls: this.selection.undatedCalls,
      search: this.settings.search?.text ?? null,
    }
  }
}
