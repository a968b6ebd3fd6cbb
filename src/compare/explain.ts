import type { Cause, Driver, Explanation } from '../generated/types.ts'
import { differenceUsd, sumUsd } from '../usage/money.ts'
import { findCauses } from './causes.ts'
import { decompose, type Factor, pairCells } from './factors.ts'
import { mergeGroups, type Side } from './side.ts'

/** Causes that a report names at the most. */
const NAMED = 20
/** Below this a part of the change is rounding. US dollars. */
const NOTHING = 1e-9

/** Why the total changed: parts that add up to the change, and concrete causes. Null where a side has no calls and tokens per model. */
export function explain(baseline: Side, head: Side): Explanation | null {
  if (baseline.groups === null || head.groups === null) return null
  const known = baseline.steps !== null
  const parts = pairCells(baseline.groups, known ? head.groups : mergeGroups(head.groups)).map((cell) => ({ cell, parts: decompose(cell) }))
  const restOf = (side: 'head' | 'baseline', totalUsd: number) =>
    differenceUsd(totalUsd, sumUsd(parts.map(({ cell }) => cell[side].costUsd)))
  const rest = restOf('head', head.totalUsd) - restOf('baseline', baseline.totalUsd)
  const factors: Factor[] = ['activity', 'mix', 'tokens_per_call', 'price']
  const drivers: { driver: Driver; delta_usd: number }[] = factors.map((driver) => ({
    driver,
    delta_usd: parts.reduce((sum, part) => sum + part.parts[driver], 0),
  }))
  if (Math.abs(rest) > NOTHING) drivers.push({ driver: 'unattributed', delta_usd: rest })
  const causes = findCauses(parts).filter(({ delta_usd }) => Math.abs(delta_usd) > NOTHING)
  return { drivers, causes: causes.slice(0, NAMED), main_cause: mainCause(head.totalUsd - baseline.totalUsd, drivers, causes) }
}

/** The largest cause, in the direction of the change, inside the largest driver of that direction. */
function mainCause(change: number, drivers: Explanation['drivers'], causes: readonly Cause[]): Cause | null {
  if (Math.abs(change) <= NOTHING) return null
  const largest = drivers.reduce((top, driver) => (driver.delta_usd * Math.sign(change) > top.delta_usd * Math.sign(change) ? driver : top))
  const inside = causes.filter((cause) => cause.driver === largest.driver && cause.delta_usd * Math.sign(change) > 0)
  return inside[0] ?? null
}
