import { parseLooseTime } from '../../time.ts'
import type { Cursor } from './cursor.ts'

const LONGEST_FRACTION = 9

/**
 * Reads timestamps from bytes, exactly those that the ledger's schema allows. The calendar is asked once per day,
 * because consecutive rows mostly are of one day.
 */
export class Clock {
  /** The ten bytes of the last day, as numbers: comparing three is faster than comparing ten. */
  private first = 0
  private second = 0
  private third = 0
  private dayMs = Number.NaN
  /** Whether the last timestamp is finer than a second: a fraction of zeros is what clocks of whole seconds write, too. */
  isFine = false

  /** Milliseconds since 1970; NaN where there is no such timestamp. */
  read(cursor: Cursor): number {
    const dayMs = this.readDay(cursor)
    const separator = cursor.peek()
    if (separator !== 84 && separator !== 32) return Number.NaN
    cursor.at += 1
    const hour = cursor.takeTwo()
    if (hour < 0 || hour > 23 || !cursor.take(58)) return Number.NaN
    const minute = cursor.takeTwo()
    if (minute < 0 || minute > 59) return Number.NaN
    const timeMs = dayMs + hour * 3_600_000 + minute * 60_000
    return timeMs + this.readSeconds(cursor) - readZone(cursor)
  }

  private readDay(cursor: Cursor): number {
    const { at, view } = cursor
    if (at + 10 > cursor.stop) return Number.NaN
    const [first, second, third] = [view.getInt32(at, true), view.getInt32(at + 4, true), view.getInt16(at + 8, true)]
    if (first !== this.first || second !== this.second || third !== this.third) {
      this.dayMs = parseLooseTime(cursor.bytes.toString('latin1', at, at + 10)) ?? Number.NaN
      this.first = first
      this.second = second
      this.third = third
    }
    cursor.at = at + 10
    return this.dayMs
  }

  /** Seconds and their fraction, in milliseconds; a timestamp may end before them. */
  private readSeconds(cursor: Cursor): number {
    this.isFine = false
    if (!cursor.take(58)) return 0
    const seconds = cursor.takeTwo()
    if (seconds < 0 || seconds > 59) return Number.NaN
    if (!cursor.take(46)) return seconds * 1000
    const start = cursor.at
    let milliseconds = 0
    for (let scale = 100, digit = cursor.peek() - 48; digit >= 0 && digit <= 9; digit = cursor.peek() - 48) {
      if (digit > 0) this.isFine = true
      milliseconds += digit * scale
      scale = Math.floor(scale / 10)
      cursor.at += 1
    }
    const length = cursor.at - start
    return length === 0 || length > LONGEST_FRACTION ? Number.NaN : seconds * 1000 + milliseconds
  }
}

/** Offset from UTC in milliseconds: nothing, Z, +hh:mm or +hhmm. */
function readZone(cursor: Cursor): number {
  const sign = cursor.peek()
  if (sign === 90) cursor.at += 1
  if (sign !== 43 && sign !== 45) return 0
  cursor.at += 1
  const hours = cursor.takeTwo()
  cursor.take(58)
  const minutes = cursor.takeTwo()
  if (hours < 0 || minutes < 0) return Number.NaN
  return (sign === 43 ? 60_000 : -60_000) * (hours * 60 + minutes)
}

/** Whether a timestamp of the ledger is finer than a second. */
export function isFineTime(timestamp: string): boolean {
  return /\.0*[1-9]/.test(timestamp)
}
