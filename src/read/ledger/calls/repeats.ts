import type { CostRecord } from '../../../usage/record.ts'
import type { Fingerprint } from '../fingerprint.ts'
import { Scanner } from '../scan.ts'
import type { Ids } from './ids.ts'
import { Snapshots } from './snapshots.ts'

/** What tells whether a row and another one are the same call. */
export interface Marks {
  /** Whether it names its call by an id. */
  readonly hasIds: boolean
  ids(): Ids
  /** Whether its time is finer than a second: no two calls have the same, then. */
  readonly isFine: boolean
  /** Whether it ended, and failed. */
  readonly hasFailed: boolean
  /** Of the whole row. */
  readonly fingerprint: Fingerprint
}

/**
 * What a ledger says again and again. What has an id is one call, however often it was written. Without one, byte-identical lines are
 * one call where their time is finer than a second; else they count as they stand, because two calls may well be alike. Whole lines are
 * recognised by a 64-bit fingerprint of each: 32 bytes of memory or less per line, where the lines themselves would be hundreds. Among a
 * million lines the chance of taking two different ones for the same is 1 in 37 million.
 */
export class Repeats {
  /** Made where rows are read from bytes: it has much memory. */
  private ownScanner: Scanner | null = null
  /** What has an id: it comes in a second reading. */
  readonly snapshots = new Snapshots()
  private isSecond = false
  /** Fingerprints in pairs; signed, because larger numbers would be no small integers. */
  private table = new Int32Array(2 * 512)
  private used = 0

  /** Knows how rows looked before. */
  get scanner(): Scanner {
    this.ownScanner ??= new Scanner()
    return this.ownScanner
  }

  /**
   * The record of a row where it counts now; null where the row is a repetition, which is counted, or comes in the other reading.
   * @param read gives the record; null where the row has none.
   */
  once(marks: Marks, counts: { duplicates: number }, read: () => CostRecord | null): CostRecord | null {
    if (marks.hasIds) return this.onceOfCall(marks, read)
    if (this.isSecond) return null
    if (!this.seen(marks.fingerprint)) return read()
    if (marks.isFine) {
      counts.duplicates += 1
      return null
    }
    const record = read()
    return record && { ...record, isRepeat: true }
  }

  private onceOfCall(marks: Marks, read: () => CostRecord | null): CostRecord | null {
    const record = read()
    if (record === null) return null
    if (this.isSecond) return this.snapshots.isLast() ? record : null
    this.snapshots.note(record, marks.ids(), marks.hasFailed, marks.fingerprint.low)
    return null
  }

  /** Ends the first reading: the second one takes the last snapshot of each call. */
  readAgain(counts: { duplicates: number }): void {
    counts.duplicates += this.snapshots.superseded
    this.snapshots.readAgain()
    this.isSecond = true
  }

  /** Whether a line with this fingerprint was seen before; it is, from now on. */
  seen({ low, high }: Fingerprint): boolean {
    // 0 marks a free place.
    return this.insert(low, high === 0 ? 1 : high)
  }

  private insert(low: number, high: number): boolean {
    if (4 * (this.used + 1) > this.table.length) this.grow()
    const { table } = this
    const mask = table.length / 2 - 1
    let place = low & mask
    while (table[2 * place + 1] !== 0) {
      if (table[2 * place] === low && table[2 * place + 1] === high) return true
      place = (place + 1) & mask
    }
    table[2 * place] = low
    table[2 * place + 1] = high
    this.used += 1
    return false
  }

  private grow(): void {
    const old = this.table
    this.table = new Int32Array(2 * old.length)
    this.used = 0
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) this.insert(old[at] ?? 0, old[at + 1] ?? 0)
  }
}
