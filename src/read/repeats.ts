/**
 * Recognises lines that were there before, by a 64-bit fingerprint of each: 16 bytes of memory or less per line, where the
 * lines themselves would be hundreds. Among a million lines the chance of taking two different ones for the same is 1 in 18 million.
 */
export class Repeats {
  private table = new Uint32Array(2 * 4096)
  private used = 0

  /** Whether the line was seen before; it is, from now on. */
  seen(line: string): boolean {
    let low = 0x811c9dc5
    let high = 0x9747b28c
    for (let index = 0; index < line.length; index++) {
      const code = line.charCodeAt(index)
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ code, 0x85ebca6b)
      high ^= high >>> 13
    }
    low ^= line.length
    return this.insert(low >>> 0, (high >>> 0) | 1)
  }

  /** `high` is never 0: a 0 there marks a free place. */
  private insert(low: number, high: number): boolean {
    if (2 * (this.used + 1) > this.table.length / 2) this.grow()
    const mask = this.table.length / 2 - 1
    let slot = (low ^ high) & mask
    while (this.table[2 * slot + 1] !== 0) {
      if (this.table[2 * slot] === low && this.table[2 * slot + 1] === high) return true
      slot = (slot + 1) & mask
    }
    this.table[2 * slot] = low
    this.table[2 * slot + 1] = high
    this.used += 1
    return false
  }

  private grow(): void {
    const old = this.table
    this.table = new Uint32Array(2 * old.length)
    this.used = 0
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) this.insert(old[at] ?? 0, old[at + 1] ?? 0)
  }
}
