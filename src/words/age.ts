import { parseLooseTime } from '../time.ts'
import { count } from './format.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `2 days old`: how old something of `created` was at `now`, both ISO 8601; null where a time is missing or in the future. */
export function describeAge(created: string | null, now: string): string | null {
  const from = parseLooseTime(created)
  const to = parseLooseTime(now)
  if (from === null || to === null || from > to) return null
  const age = to - from
  if (age >= 2 * DAY_MS) return `${count(Math.floor(age / DAY_MS), 'day')} old`
  if (age >= HOUR_MS) return `${count(Math.floor(age / HOUR_MS), 'hour')} old`
  return age >= MINUTE_MS ? `${count(Math.floor(age / MINUTE_MS), 'minute')} old` : 'just recorded'
}
