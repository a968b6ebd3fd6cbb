import { specificity, toMatcher } from '../text/wildcard.ts'

/** How much dearer than in the list a model is for the user: the longest glob that fits its name decides. */
export function multiplierOf(multipliers: Readonly<Record<string, number>>, name: string): number {
  const fitting = Object.entries(multipliers).filter(([glob]) => toMatcher(glob.toLowerCase())(name))
  const [best] = fitting.toSorted(([a], [b]) => specificity(b) - specificity(a) || (a < b ? -1 : 1))
  return best?.[1] ?? 1
}
