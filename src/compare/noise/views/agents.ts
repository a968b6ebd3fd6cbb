import { compareFigure, isSure } from '../figures.ts'
import { divide, logarithm } from '../logarithm.ts'
import type { Measured, StudentQuantile, Used } from '../measured.ts'
import { ERRORS } from './errors.ts'

/** Agents with a smaller share of head's cost are not looked at. */
const LEAST_SHARE = 0.05
const MOST_AGENTS = 20

/** What the tokens per call of the agents prove, in logarithms of the total: head's cost against what it would be without their changes. */
export function proveByAgents(records: readonly Measured[], head: Measured, t: StudentQuantile): number {
  const agents = [...head.agents]
    .filter(([, { costUsd }]) => costUsd >= LEAST_SHARE * head.totalUsd)
    .toSorted(([a, one], [b, other]) => other.costUsd - one.costUsd || (a < b ? -1 : 1))
    .slice(0, MOST_AGENTS)
  const question = { ...TOKENS_PER_CALL, error: ERRORS.agents / agents.length }
  const saved = agents.reduce((sum, [name, used]) => {
    const before = records.map(({ agents: all }) => all.get(name))
    const growth = compareFigure<Used | undefined>(before, used, question, t)
    return sum + (growth && isSure(growth) ? used.costUsd * -Math.expm1(-growth.difference) : 0)
  }, 0)
  // Agents may share a cost, so that together they have more than the total.
  const total = Math.max(
    head.totalUsd,
    agents.reduce((sum, [, { costUsd }]) => sum + costUsd, 0),
  )
  return Math.max(0, -Math.log1p(-Math.min(saved / total, MOST_SAVED)))
}

/** The logarithm of what is left must stay a number. */
const MOST_SAVED = 1 - Number.EPSILON
const TOKENS_PER_CALL = {
  of: (used: Used | undefined) => (used ? divide(used.tokens, used.calls) : null),
  by: (used: Used | undefined) => (used ? logarithm(used.calls) : null),
}
