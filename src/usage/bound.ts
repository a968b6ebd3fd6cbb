import { InputError, shown } from '../errors.ts'
import { parseLooseTime } from '../time.ts'
import type { Bound } from './filter.ts'

/** Reads the first or the last day or time of a filter; null: there is none. Throws an InputError that names it as its writer does. */
export function readBound(name: string, value: string | undefined, example: string): Bound | null {
  if (value === undefined) return null
  const timeMs = typeof value === 'string' ? parseLooseTime(value) : null
  if (timeMs === null) throw new InputError(`${name} must be an ISO 8601 date or time, got ${shown(value)}. Example: ${example}`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value } : { timeMs }
}

/** Whether no time is left between the two: a last day counts to its end, in the zone in which days begin. */
export function isBefore(until: Bound, since: Bound, dayOf: (timeMs: number) => string): boolean {
  if ('timeMs' in until && 'timeMs' in since) return until.timeMs < since.timeMs
  const [last, first] = [until, since].map((bound) => ('day' in bound ? bound.day : dayOf(bound.timeMs)))
  return last !== undefined && first !== undefined && last < first
}
