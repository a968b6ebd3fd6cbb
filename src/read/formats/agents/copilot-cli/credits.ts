import { get } from '../../fields.ts'
import { Misread } from '../../tool.ts'

/** A credit is 0.01 US dollars; files count billionths of credits. */
const NANO_CREDITS_PER_USD = 1e11

/** US dollars of the AI credits at a path; null where there are none. @throws Misread for anything but a number of 0 or more. */
export function usdOfCredits(value: unknown, ...path: readonly string[]): number | null {
  const found = get(value, ...path) ?? null
  if (found === null) return null
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  if (typeof number === 'number' && number >= 0) return number / NANO_CREDITS_PER_USD
  throw new Misread(`$.${path.join('.')}`, 'must be a number of nano AI credits, 0 or more')
}
