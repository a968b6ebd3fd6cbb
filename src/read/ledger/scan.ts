import { hasFailed, isSuccess } from '../../usage/outcome.ts'
import type { CostRecord } from '../../usage/record.ts'
import { type Lines, LONGEST_LINE } from '../lines.ts'
import { type Ids, joinIds, NO_IDS } from './calls/ids.ts'
import { RowIds } from './calls/row-ids.ts'
import { Clock } from './clock.ts'
import { Cursor } from './cursor.ts'
import { readCount, readNumber } from './figures.ts'
import { Fingerprint } from './fingerprint.ts'
import { COUNTS, type Layout, learnLayout, NAMES, type Slot } from './layout.ts'
import { type Meaning, MetadataCache, readMetadata } from './metadata.ts'
import { Names, skipText } from './names.ts'

const MOST_LAYOUTS = 8
/** After so many lessons only one row in so many is asked for its layout: the ledger seems to have no usual one. */
const PATIENCE = 32
/** The largest cost_usd that the schema allows. */
const LARGEST_COST = 1e6
const STATUS = NAMES.indexOf('status')
const NO_METADATA: Meaning = readMetadata(undefined)

/**
 * Reads rows straight from bytes, by layouts that earlier rows taught. A ledger may have millions of rows, and four fifths of the
 * time of reading one is making objects of what never changes: keys, metadata, names. This is the one place where that justifies code at the
 * level of bytes. It may refuse any row, which is then parsed and validated as JSON; it accepts one only where that would give the same record.
 */
export class Scanner {
  /** Of the row that was scanned last. */
  readonly fingerprint = new Fingerprint()
  /** The most recently useful first. */
  private readonly layouts: Layout[] = []
  private lessons = 0
  /** Whose values stand in the fields below; null: those of several. */
  private current: Layout | null = null
  readonly cursor = new Cursor()
  private readonly clock = new Clock()
  private readonly names = new Names()
  private readonly metadata = new MetadataCache()
  private timeMs = 0
  private cost: number | null = null
  private facts: Meaning = NO_METADATA
  private readonly texts: (string | null)[] = NAMES.map(() => null)
  private readonly counts = COUNTS.map(() => 0)
  private readonly rowIds = new RowIds()

  /** Whether a line is a row that is valid beyond doubt; then `toRecord` and `fingerprint` are of it. */
  scan(lines: Lines, index: number): boolean {
    const [start = 0, stop = 0] = [lines.starts[index], lines.stops[index]]
    const { cursor, layouts } = this
    if (stop - start > LONGEST_LINE) return false
    cursor.bytes = lines.bytes
    cursor.view = lines.view
    cursor.stop = stop
    for (let rank = 0; rank < layouts.length; rank++) {
      const layout = layouts[rank]
      if (layout === undefined || !this.follow(layout, start)) continue
      if (rank > 0) layouts.unshift(...layouts.splice(rank, 1))
      return true
    }
    return false
  }

  /** Learns from a row that is valid but was refused. */
  learn(row: string): void {
    this.lessons += 1
    if (this.lessons > PATIENCE && this.lessons % PATIENCE !== 0) return
    const layout = learnLayout(row)
    if (layout === null || this.layouts.some(({ signature }) => signature === layout.signature)) return
    this.layouts.unshift(layout)
    this.layouts.length = Math.min(this.layouts.length, MOST_LAYOUTS)
  }

  toRecord(): CostRecord {
    const [model, runId, step, agent, status] = this.texts
    const [inputTokens = 0, outputTokens = 0, , calls = 1, cachedTokens = 0, cacheWriteTokens = 0, reasoningTokens = 0] = this.counts
    return {
      timeMs: this.timeMs,
      model: model ?? '',
      provider: this.facts.provider,
      calls,
      errors: !status || isSuccess(status) ? 0 : calls,
      inputTokens,
      outputTokens,
      cachedTokens,
      cacheWriteTokens,
      reasoningTokens,
      costUsd: this.cost,
      runId: runId || null,
      step: step || null,
      agent: agent || null,
      customer: this.facts.customer,
      billingTier: this.facts.billingTier,
      batch: this.facts.batch,
      serviceTier: this.facts.serviceTier,
      testCase: this.facts.testCase,
    }
  }

  get hasIds(): boolean {
    return this.facts.ids !== undefined || this.rowIds.hasAny
  }

  ids(): Ids {
    return joinIds(this.rowIds.read(this.cursor.bytes), this.facts.ids ?? null) ?? NO_IDS
  }

  get isFine(): boolean {
    return this.clock.isFine
  }

  get hasFailed(): boolean {
    return hasFailed(this.texts[STATUS])
  }

  private follow(layout: Layout, start: number): boolean {
    const { cursor, fingerprint } = this
    if (this.current !== layout) this.clear()
    this.current = null
    cursor.at = start
    const { slots } = layout
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index]
      if (slot === undefined || !cursor.match(slot.literal) || !this.take(slot)) return false
    }
    const { view, at, stop } = cursor
    if (layout.end !== null) {
      if (!cursor.match(layout.end) || cursor.at !== stop) return false
      fingerprint.begin(view, stop, stop)
      fingerprint.add(view, start, stop)
    } else {
      if (cursor.peek() !== 123 || at >= stop) return false
      fingerprint.begin(view, at, stop)
      const facts = this.metadata.read(cursor, fingerprint)
      if (facts === null) return false
      this.facts = facts
      fingerprint.add(view, start, at)
    }
    this.current = layout
    return true
  }

  private clear(): void {
    this.cost = null
    this.facts = NO_METADATA
    this.texts.fill(null)
    this.counts.fill(0)
    this.rowIds.clear()
    this.counts[COUNTS.indexOf('calls')] = 1
  }

  /** Reads one value; false where it is not what it must be. */
  private take(slot: Slot): boolean {
    const { cursor } = this
    switch (slot.kind) {
      case 'name': {
        const name = this.names.read(cursor)
        this.texts[slot.place] = name
        return name !== null && name.length >= slot.least
      }
      case 'count': {
        const count = readCount(cursor)
        this.counts[slot.place] = count
        return count >= slot.least
      }
      case 'cost':
        this.cost = readNumber(cursor)
        return this.cost >= 0 && this.cost <= LARGEST_COST
      case 'time':
        this.timeMs = this.clock.read(cursor)
        return !Number.isNaN(this.timeMs)
      case 'id':
        return this.rowIds.take(cursor, slot.place)
      case 'text':
        return skipText(cursor)
      case 'number':
        return readNumber(cursor) >= 0
      case 'metadata':
        return true
    }
  }
}
