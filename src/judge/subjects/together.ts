import { compareSubject } from '../../compare/change.ts'
import type { SideStats } from '../../compare/side.ts'
import type { Amounts, Change } from '../../generated/types.ts'
import { MoneyMap } from '../../summarize/figures/amounts.ts'
import { sumUsd } from '../../usage/money.ts'
import type { SubjectStats } from './subjects.ts'

/** What a model cost under several names, as one: nobody keeps a limit on it by spelling it in two ways. Other figures are those of the first. */
export function addSpend([first, ...others]: readonly [SubjectStats, ...SubjectStats[]]): SubjectStats {
  const all = [first, ...others]
  return {
    ...first,
    cost_usd: sumUsd(all.map((stats) => stats.cost_usd)),
    daily_cost_usd: addAmounts(all.map((stats) => stats.daily_cost_usd ?? {})),
    monthly_cost_usd: addAmounts(all.map((stats) => stats.monthly_cost_usd ?? {})),
  }
}

/** Growth of a model under several names, as one: a snapshot that takes the place of another is not new. */
export function addChanges(changes: readonly [Change, ...Change[]]): Change {
  return compareSubject(changes[0].name, addSides(changes, 'baseline'), addSides(changes, 'head'))
}

/** One side of them all; null: none of them is there. */
function addSides(changes: readonly Change[], side: 'baseline' | 'head'): SideStats | null {
  const there = changes.filter(({ status }) => status !== (side === 'baseline' ? 'added' : 'removed'))
  if (there.length === 0) return null
  // As of the calls of one name, what is known of some of them counts.
  const known = (key: 'cost_usd' | 'calls' | 'tokens') => {
    const values = there.map((change) => change[`${side}_${key}`]).filter((value) => value !== null)
    return values.length === 0 ? null : values
  }
  const sum = (values: readonly number[] | null) => (values === null ? null : values.reduce((all, value) => all + value))
  const costs = known('cost_usd')
  return { costUsd: costs && sumUsd(costs), calls: sum(known('calls')), tokens: sum(known('tokens')) }
}

function addAmounts(parts: readonly Amounts[]): Amounts {
  const sums = new MoneyMap()
  for (const amounts of parts) sums.addAll(amounts)
  return sums.toAmounts()
}
