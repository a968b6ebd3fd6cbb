import { compareFigure, divide, isSure, logarithm } from '../figures.ts'
import type { Measured, StudentQuantile, Used } from '../measured.ts'
import { ERRORS } from './errors.ts'

/** Agents with a smaller share of head's cost are not looked at. */
const LEAST_SHARE = 0.05
const MOST_AGENTS = 20

/** What the tokens per call of the agents prove, in logarithms of the total: head's cost against what it would be without their changes. */
export function proveByAgents(records: readonly Measured[], head: Measured, t: StudentQuantile): number {
  const agents = [...head.agents]
    .filter(([, { costUsd }]) => costUsd > 0 && costUsd >= LEAST_SHARE * head.totalUsd)
    .toSorted(([a, one], [b, other]) => other.costUsd - one.costUsd || (a < b ? -1 : 1))
    .slice(0, MOST_AGENTS)
  const saved = agents.reduce((sum, [name, { costUsd }]) => {
    const used = records.map(({ agents: all }) => all.get(name) ?? null)
    const growth = compareFigure(used, head.agents.get(name) ?? null, { ...TOKENS_PER_CALL, error: ERRORS.agents / agents.length }, t)
    return sum + (growth && isSure(growth) ? costUsd * -Math.expm1(-growth.difference) : 0)
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
  of: (used: Used | null) => used && divide(used.tokens, used.calls),
  by: (used: Used | null) => used && logarithm(used.calls),
}
