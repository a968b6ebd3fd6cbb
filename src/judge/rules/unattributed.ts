import type { CostSummary, Stats } from '../../generated/types.ts'
import type { UnattributedRule } from '../../policy/whole-rule.ts'
import { differenceUsd, sumUsd } from '../../usage/money.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import { percent, usd } from '../../words/format.ts'
import { compareShare, isRounding } from '../exact.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { type Subjects, subjectsOf } from '../subjects/subjects.ts'

type Spend = Subjects & Pick<CostSummary, 'total_cost_usd'>

/** Judges how much of the total comes from calls that do not say which agent, model, step or customer they were for. */
export function judgeUnattributed(rules: readonly UnattributedRule[], head: Spend): Ruling[] {
  return rules.map((rule) => judgeKind(rule, head))
}

function judgeKind(rule: UnattributedRule, head: Spend): Ruling {
  const { kind, limit, level } = rule
  const { total_cost_usd: total } = head
  if (total === 0) return leaveUnmatched({ ...cite(rule, null), message: `nothing was spent, so no part of it lacks its ${kind}` })
  const rest = differenceUsd(total, attributed(subjectsOf(head)(kind), kind))
  const nameless = isRounding(rest, total) ? 0 : rest
  const actual = (nameless / total) * 100
  const shares = `${percent(actual, limit)} of the total, limit ${percent(limit, actual)}`
  const message = `${usd(nameless)} come from calls that name no ${kind}: ${shares}`
  return decide(compareShare(nameless, total, limit, 100) > 0, level, { ...cite(rule, null), message, actual })
}

/** Summed exactly: of doubles a part of next to nothing could be left over, and break a limit of 0. */
function attributed(subjects: Readonly<Record<string, Stats>>, kind: UnattributedRule['kind']): number {
  const named = Object.entries(subjects).filter(([name]) => kind !== 'model' || name !== UNKNOWN_MODEL)
  return sumUsd(named.map(([, { cost_usd }]) => cost_usd))
}
