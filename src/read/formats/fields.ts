import { shown } from '../../errors.ts'
import { parseLooseTime } from '../../time.ts'
import { Misread } from './tool.ts'

/** As for any record: a larger figure is a mistake. */
const MOST_TOKENS = 1_000_000_000_000
const MOST_USD = 1_000_000
/** A number of seconds or less since 1970, written as text; a smaller one may be a year. */
const DIGITS = /^[1-9]\d{8,18}(\.\d+)?$/
/** The longest name that a cost summary holds. Characters. */
const LONGEST = 512

/** The value at a path of keys; undefined where there is none. */
export function get(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

/** The object at a path; null where there is none. */
export function object(value: unknown, ...path: readonly (string | number)[]): object | null {
  const found = get(value, ...path)
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : null
}

/** The list at a path; an empty one where there is none. */
export function list(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = get(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The text at a path, as far as a name is kept; null where there is none, or an empty one. */
export function text(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = get(value, ...path)
  return typeof found === 'string' && found !== '' ? found.slice(0, LONGEST) : null
}

/** Whether there is `true` at a path. */
export function flag(value: unknown, ...path: readonly (string | number)[]): boolean {
  return get(value, ...path) === true
}

/** A whole number of 0 or more at a path, be it written as text; null where there is none. @throws Misread for anything else. */
export function count(value: unknown, ...path: readonly (string | number)[]): number | null {
  const found = get(value, ...path)
  if (found === undefined || found === null) return null
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST_TOKENS) return number
  throw new Misread(toPath(path), `must be a whole number from 0 to ${MOST_TOKENS}, got ${shown(found)}`)
}

/** An amount at a path, be it written as text; null where there is none. US dollars. @throws Misread for anything else. */
export function usd(value: unknown, ...path: readonly (string | number)[]): number | null {
  const found = get(value, ...path)
  if (found === undefined || found === null) return null
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  if (typeof number === 'number' && number >= 0 && number <= MOST_USD) return number
  throw new Misread(toPath(path), `must be an amount from 0 to ${MOST_USD} US dollars, got ${shown(found)}`)
}

/** Milliseconds since 1970 of an ISO 8601 time, or of a number of seconds, milliseconds, microseconds or nanoseconds, be it written as text; null where there is none. */
export function time(value: unknown, ...path: readonly (string | number)[]): number | null {
  const found = get(value, ...path)
  return parseLooseTime(typeof found === 'string' && DIGITS.test(found) ? Number(found) : found)
}

/** The JSON in a text; undefined where it is none. Some tools write objects so. */
export function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** The sum of what is known; null where nothing is. */
export function plus(...numbers: readonly (number | null | undefined)[]): number | null {
  const known = numbers.filter((number) => number !== null && number !== undefined)
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0)
}

function toPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((all, key) => (typeof key === 'number' ? `${all}[${key}]` : `${all}.${key}`), '$')
}
