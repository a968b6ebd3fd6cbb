/** Bytes to compare with, four at a time: the last four overlap those before them. */
export interface Literal {
  readonly length: number
  readonly words: Int32Array
  /** Instead of words, where there are fewer than four bytes. */
  readonly few: Uint8Array
}

export function toLiteral(text: string): Literal {
  const bytes = Buffer.from(text)
  const { length } = bytes
  const words =
    length < 4 ? [] : Array.from({ length: Math.ceil(length / 4) }, (_, index) => bytes.readInt32LE(Math.min(4 * index, length - 4)))
  return { length, words: Int32Array.from(words), few: Uint8Array.from(length < 4 ? bytes : []) }
}

/** A place in the bytes of a line. Readers move it past what they accept; one that refuses may leave it anywhere. */
export class Cursor {
  bytes: Buffer = Buffer.alloc(0)
  view: DataView = new DataView(new ArrayBuffer(0))
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

  match({ length, words, few }: Literal): boolean {
    const { view, at } = this
    const end = at + length
    if (end > this.stop) return false
    const last = words.length - 1
    for (let index = 0, place = at; index < last; index++, place += 4) if (view.getInt32(place, true) !== words[index]) return false
    if (last >= 0 && view.getInt32(end - 4, true) !== words[last]) return false
    for (let index = 0; index < few.length; index++) if (view.getUint8(at + index) !== few[index]) return false
    this.at = end
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
