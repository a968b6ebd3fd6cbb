import { InputError, shown } from '../errors.ts'

/** What a record may cost (schemas/cost-record.schema.json). US dollars. */
export const LARGEST_COST_USD = 1_000_000
/** What a policy may limit an amount to (schemas/policy.schema.json). US dollars. */
export const LARGEST_LIMIT_USD = 1_000_000_000

/** A comparison with NaN is never true, and sums of huge amounts are not exact: a gate that takes one is open. */
export function expectAmount(name: string, value: unknown, largest: number): number {
  if (typeof value === 'number' && value >= 0 && value <= largest) return value
  const got = typeof value === 'number' || typeof value === 'bigint' ? String(value) : shown(value)
  throw new InputError(`${name} must be a number from 0 to ${largest}, got ${got}. Example: ${name}: 2.5`)
}
