import { parseTimestamp } from '../time.ts'
import { type Keys, type Locate, refuse } from './line.ts'
import type { Expiry } from './policy.ts'

/** Limits that may have a last day. */
export interface Expiring {
  /** What they stand in. */
  readonly group: string
  /** Their subject; null: all of the group. */
  readonly pattern: string | null
  /** YYYY-MM-DD, or what should be; undefined: they have none. */
  readonly expires: string | undefined
  /** Where they stand. */
  readonly keys: Keys
}

/** What of it ends on some day. Throws an InputError for a day that no calendar has. */
export function readExpiries(limits: readonly Expiring[], locate: Locate): Expiry[] {
  return limits.flatMap(({ group, pattern, expires, keys }) => {
    if (expires === undefined) return []
    const policy = locate([...keys, 'expires'])
    if (parseTimestamp(`${expires}T00:00`) === null) refuse(policy, `expires must be a day of the calendar, got ${expires}`)
    return [{ group, pattern, lastDay: expires, policy }]
  })
}
