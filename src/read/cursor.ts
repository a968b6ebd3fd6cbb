/** A place in the bytes of a line. Readers move it past what they accept; one that refuses may leave it anywhere. */
export class Cursor {
  bytes: Buffer = Buffer.alloc(0)
  view = new DataView(new ArrayBuffer(0))
  at = 0
  /** End of the line. Bytes behind it may be what an earlier chunk left there, so that a line counts as read only when `at` is here. */
  stop = 0

  /** The byte here; 0, which no line of a ledger holds, behind the last. */
  peek(): number {
    return this.bytes[this.at] ?? 0
  }

  /** Goes on where the byte here is this one. */
  take(byte: number): boolean {
    if (this.bytes[this.at] !== byte) return false
    this.at += 1
    return true
  }

  match(literal: Buffer): boolean {
    const { bytes, at } = this
    for (let index = 0; index < literal.length; index++) if (bytes[at + index] !== literal[index]) return false
    this.at = at + literal.length
    return true
  }

  /** Two digits as a number; -1 where there are none. */
  takeTwo(): number {
    const tens = (this.bytes[this.at] ?? 0) - 48
    const ones = (this.bytes[this.at + 1] ?? 0) - 48
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return -1
    this.at += 2
    return 10 * tens + ones
  }
}
