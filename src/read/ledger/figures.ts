import type { Cursor } from './cursor.ts'

/** What these readers return where they refuse; JSON has no such number. */
export const REFUSED = -1
const LONGEST_COUNT = 12
/** Powers of ten up to this one are exact as doubles. */
const LARGEST_POWER = 22
const POWERS = Array.from({ length: LARGEST_POWER + 1 }, (_, power) => Number(`1e${power}`))

/** A whole number of at most 12 digits. */
export function readCount(cursor: Cursor): number {
  const { bytes } = cursor
  const start = cursor.at
  let at = start
  let value = 0
  for (let digit = (bytes[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - 48) value = 10 * value + digit
  const length = at - start
  if (length === 0 || length > LONGEST_COUNT || (length > 1 && bytes[start] === 48)) return REFUSED
  cursor.at = at
  return value
}

/**
 * A number without a sign, the very double that JSON.parse gives: digits that are exact as a double, divided by an exact
 * power of ten, round once (Clinger 1990); longer ones are left to the engine.
 */
export function readNumber(cursor: Cursor): number {
  const { bytes } = cursor
  const start = cursor.at
  const whole = skipDigits(bytes, start)
  if (whole === start || (bytes[start] === 48 && whole > start + 1)) return REFUSED
  let end = whole
  if (bytes[whole] === 46) {
    end = skipDigits(bytes, whole + 1)
    if (end === whole + 1) return REFUSED
  }
  let power = end > whole ? end - whole - 1 : 0
  const digitsEnd = end
  if (bytes[end] === 101 || bytes[end] === 69) {
    end = skipDigits(bytes, end + 2)
    const exponent = readNegativeExponent(bytes, digitsEnd + 1, end)
    if (exponent === REFUSED) return REFUSED
    power += exponent
  }
  cursor.at = end
  let digits = 0
  for (let at = start; at < digitsEnd; at++) if (at !== whole) digits = 10 * digits + (bytes[at] ?? 0) - 48
  const divisor = POWERS[power]
  return divisor !== undefined && digits <= Number.MAX_SAFE_INTEGER ? digits / divisor : Number(bytes.toString('latin1', start, end))
}

function skipDigits(bytes: Buffer, from: number): number {
  let at = from
  for (let byte = bytes[at] ?? 0; byte >= 48 && byte <= 57; byte = bytes[at] ?? 0) at += 1
  return at
}

/** `-05` of 1.5e-05, as Python writes small amounts, gives 5. */
function readNegativeExponent(bytes: Buffer, start: number, end: number): number {
  const length = end - start - 1
  if (bytes[start] !== 45 || length < 1 || length > 2) return REFUSED
  const ones = (bytes[end - 1] ?? 0) - 48
  return length === 1 ? ones : 10 * ((bytes[end - 2] ?? 0) - 48) + ones
}
