import { plus } from './fields.ts'

/** All prompt tokens, where it is not said whether the prompt has its cached part in it: one that is smaller than that part leaves it out. */
export function wholePrompt(input: number | null, cached: number | null, cacheWrite: number | null): number | null {
  const parts = plus(cached, cacheWrite) ?? 0
  return input !== null && input < parts ? input + parts : input
}

/** All generated tokens, where it is not said whether reasoning is among them: the total shows where it stands beside them. */
export function wholeOutput(input: number | null, output: number | null, reasoning: number | null, total: number | null): number | null {
  if (output === null || !reasoning) return output
  const isApart = reasoning > output || total === (input ?? 0) + output + reasoning
  return isApart ? output + reasoning : output
}

/** A figure that is told as a sum, as the sum of its parts, or both. */
export function most(sum: number | null, ofParts: number | null): number | null {
  return sum === null || ofParts === null ? (sum ?? ofParts) : Math.max(sum, ofParts)
}
