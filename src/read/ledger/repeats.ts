import type { Fingerprint } from './fingerprint.ts'
import { Scanner } from './scan.ts'

/**
 * What a ledger says again and again. Whole lines are recognised by a 64-bit fingerprint of each: 32 bytes of memory or less per
 * line, where the lines themselves would be hundreds. Among a million lines the chance of taking two different ones for the same
 * is 1 in 37 million.
 */
export class Repeats {
  /** Knows how rows looked before. */
  readonly scanner = new Scanner()
  /** Fingerprints in pairs; signed, because larger numbers would be no small integers. */
  private table = new Int32Array(2 * 4096)
  private used = 0

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
