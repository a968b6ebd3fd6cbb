import { InputError } from '../../../errors.ts'
import type { CostRecord } from '../../../usage/record.ts'
import { CallKey } from './call-key.ts'
import type { Ids } from './ids.ts'

/** Numbers that are kept of a call: two of its key, the mark of its last line and that line's place among all. */
const WHOLE = 4
/** Time, output tokens and cost of its last line. */
const FIGURES = 3
const FIRST_ROOM = 64

/**
 * Lines whose call has an id: a writer that streams notes one call several times while it grows, and files are written again. The
 * first reading notes which line is the last of each call, the second one takes these: some 50 bytes of memory a call, where its record would be
 * hundreds. Two calls are taken for the same as seldom as two lines.
 */
export class Snapshots {
  /** Lines that the first reading noted. */
  lines = 0
  private calls = 0
  /** Number of the call in each place; 0 marks a free one. */
  private places = new Int32Array(2 * FIRST_ROOM)
  private whole = new Int32Array(WHOLE * FIRST_ROOM)
  private figures = new Float64Array(FIGURES * FIRST_ROOM)
  /** Of the line that is noted. */
  private readonly key = new CallKey()
  /** Lines whose call has no later one, a bit each. */
  private last = new Uint8Array(0)
  private place = 0

  /** Lines that a later one of the same call takes the place of. */
  get superseded(): number {
    return this.lines - this.calls
  }

  /**
   * Notes a line in the first reading.
   * @param failed an attempt that failed is no snapshot of the one that went well.
   * @param mark number that depends on the whole line, so that of lines which are alike the same one is the last in any order.
   */
  note(record: CostRecord, ids: Ids, failed: boolean, mark: number): void {
    this.key.set(record, ids, failed)
    const call = this.find()
    const isNew = call === this.calls
    if (isNew) this.calls += 1
    if (isNew || this.compare(call, record, mark) > 0) this.put(call, record, mark)
    this.lines += 1
  }

  /** Whether the next line, in the second reading, is the last of its call. */
  isLast(): boolean {
    const place = this.place++
    return ((this.last[place >> 3] ?? 0) & (1 << (place & 7))) !== 0
  }

  /** Ends the first reading. */
  readAgain(): void {
    this.last = new Uint8Array((this.lines >> 3) + 1)
    for (let call = 0; call < this.calls; call++) {
      const place = this.whole[WHOLE * call + 3] ?? 0
      this.last[place >> 3] = (this.last[place >> 3] ?? 0) | (1 << (place & 7))
    }
    this.places = new Int32Array(0)
    this.whole = new Int32Array(0)
    this.figures = new Float64Array(0)
  }

  /** @throws InputError where the second reading did not find the lines of the first. */
  expectSame(): void {
    if (this.place !== this.lines)
      throw new InputError('usage files changed while they were read. Run the gate when their writers have ended')
  }

  /** Number of the call that has the key; that of the next one where it is new, which has a place then. */
  private find(): number {
    if (2 * (this.calls + 1) > this.places.length) this.grow()
    const { places, whole } = this
    const { low, high } = this.key
    const mask = places.length - 1
    let place = low & mask
    for (let call = places[place] ?? 0; call !== 0; call = places[place] ?? 0) {
      const at = WHOLE * (call - 1)
      if (whole[at] === low && whole[at + 1] === high) return call - 1
      place = (place + 1) & mask
    }
    places[place] = this.calls + 1
    return this.calls
  }

  private grow(): void {
    const { whole, figures, calls } = this
    this.places = new Int32Array(2 * this.places.length)
    this.whole = new Int32Array(2 * whole.length)
    this.whole.set(whole)
    this.figures = new Float64Array(2 * figures.length)
    this.figures.set(figures)
    const mask = this.places.length - 1
    for (let call = 0; call < calls; call++) {
      let place = (whole[WHOLE * call] ?? 0) & mask
      while (this.places[place] !== 0) place = (place + 1) & mask
      this.places[place] = call + 1
    }
  }

  /** Above 0 where the record comes behind the call's last line: by time, then by output tokens, then by cost. */
  private compare(call: number, { timeMs, outputTokens, costUsd }: CostRecord, mark: number): number {
    const [time = 0, output = 0, cost = 0] = this.figures.subarray(FIGURES * call, FIGURES * call + FIGURES)
    return (
      sign(timeOf(timeMs), time) || sign(outputTokens, output) || sign(costUsd ?? -1, cost) || sign(mark, this.whole[WHOLE * call + 2] ?? 0)
    )
  }

  private put(call: number, { timeMs, outputTokens, costUsd }: CostRecord, mark: number): void {
    const { whole, figures } = this
    const [at, from] = [WHOLE * call, FIGURES * call]
    whole[at] = this.key.low
    whole[at + 1] = this.key.high
    whole[at + 2] = mark
    whole[at + 3] = this.lines
    figures[from] = timeOf(timeMs)
    figures[from + 1] = outputTokens
    figures[from + 2] = costUsd ?? -1
  }
}

/** A line without a time comes before all that have one. */
function timeOf(timeMs: number | null): number {
  return timeMs ?? Number.NEGATIVE_INFINITY
}

function sign(one: number, other: number): number {
  return one > other ? 1 : one < other ? -1 : 0
}
