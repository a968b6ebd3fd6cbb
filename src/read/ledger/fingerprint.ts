import { Lines } from '../lines.ts'

/**
 * A 64-bit fingerprint of a line, made of its raw bytes, eight at a time. A line's metadata (from its second opening brace on) goes
 * first: its own fingerprint then finds it among known metadata, and no byte is read twice. Every step can be undone, so that lines
 * which differ in one place never collide; the chance for two others is 1 in 2^64.
 */
export class Fingerprint {
  low = 0
  high = 0

  /** Starts with the metadata of a line: with nothing where it has none. */
  begin(view: DataView, from: number, to: number): void {
    this.low = 0x243f6a88
    this.high = 0x085a308d
    this.add(view, from, to)
  }

  /** The fingerprint of a whole line. */
  ofLine({ bytes, view, starts, stops }: Lines, index: number): void {
    const [start = 0, stop = 0] = [starts[index], stops[index]]
    const brace = bytes.subarray(start, stop).indexOf(123, 1)
    const metadata = brace < 0 ? stop : start + brace
    this.begin(view, metadata, stop)
    this.add(view, start, metadata)
  }

  add(view: DataView, from: number, to: number): void {
    let low = this.low
    let high = this.high
    let at = from
    for (; at + 8 <= to; at += 8) {
      low = Math.imul(low ^ view.getInt32(at, true), 0x9e3779b1)
      high = Math.imul(high ^ view.getInt32(at + 4, true), 0x85ebca77)
      low = (((low << 13) | (low >>> 19)) + high) | 0
      high = ((high << 17) | (high >>> 15)) ^ low
    }
    let first = 0
    let second = 0
    for (let shift = 0; at < to; at++, shift += 8) {
      if (shift < 32) first |= view.getUint8(at) << shift
      else second |= view.getUint8(at) << shift
    }
    // The rest of the bytes, then the length, then once more, so that the last bytes reach all bits.
    for (let round = 0; round < 3; round++) {
      low = Math.imul(low ^ first, 0x9e3779b1)
      high = Math.imul(high ^ second, 0x85ebca77)
      low = (((low << 13) | (low >>> 19)) + high) | 0
      high = ((high << 17) | (high >>> 15)) ^ low
      first = to - from
      second = 0
    }
    this.low = low
    this.high = high
  }
}

/** The fingerprint of a row that is no line of a file. */
export function fingerprintOf(row: object): Fingerprint {
  const fingerprint = new Fingerprint()
  fingerprint.ofLine(new Lines(Buffer.from(JSON.stringify(row, plain) ?? 'null'), 1), 0)
  return fingerprint
}

/** Databases give large whole numbers, which JSON has not. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
