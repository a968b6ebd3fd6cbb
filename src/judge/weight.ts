import { isMinimum } from '../policy/rule.ts'
import type { Ruling } from './ruling.ts'

const ORDER = ['error', 'warning', 'notice', 'passed', 'unmatched']

/** Sorts the worst first: by level, then the furthest beyond its limit, then rule and name. */
export function byWeight(a: Ruling, b: Ruling): number {
  return (
    ORDER.indexOf(state(a)) - ORDER.indexOf(state(b)) ||
    compare(share(b), share(a)) ||
    compare(a.rule, b.rule) ||
    compare(a.subject.name ?? '', b.subject.name ?? '')
  )
}

function state(ruling: Ruling): string {
  return 'level' in ruling ? ruling.level : ruling.outcome
}

/** Anything is infinitely far beyond a limit or a baseline of 0; rules without a limit come last. */
function share({ rule, percent_of_limit, limit }: Ruling): number {
  if (isMinimum(rule) && percent_of_limit !== null) return 100 ** 2 / percent_of_limit
  return percent_of_limit ?? (limit === null ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
}

/** By code units: the same order on every machine. */
function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
