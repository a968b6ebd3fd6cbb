import { plus } from './fields.ts'

/** All prompt tokens, where it is not said whether the prompt has its cached part in it: one that is smaller than that part leaves it out. */
export function wholePrompt(input: number | null, cached: number | null, cacheWrite: number | null): number | null {
  const parts = plus(cached, cacheWrite) ?? 0
  return input !== null && input < parts ? input + parts : input
}

/** A figure that is told as a sum, as the sum of its parts, or both. */
export function most(sum: number | null, ofParts: number | null): number | null {
  return sum === null || ofParts === null ? (sum ?? ofParts) : Math.max(sum, ofParts)
}
