import type { CostSummary, Stats } from '../../generated/types.ts'
import type { ApprovalRule } from '../../policy/rule.ts'
import { count, usd } from '../../words/format.ts'
import { cite, decide, type Ruling } from '../ruling.ts'
import { judgeEach } from '../subjects/target.ts'

/** Any use of a model or agent that requires approval is an error, whatever it cost. */
export function judgeApprovals(rules: readonly ApprovalRule[], head: Pick<CostSummary, 'agent_stats' | 'model_stats'>): Ruling[] {
  return judgeEach(rules, (kind) => (kind === 'agent' ? head.agent_stats : head.model_stats), judgeUse)
}

function judgeUse(rule: ApprovalRule, name: string, { calls, cost_usd }: Stats): Ruling {
  // Without calls the subject is known from days before `since` alone, and those are not what is judged.
  const use = calls === 0 ? 'no calls' : `${count(calls, 'call')}, ${usd(cost_usd)}`
  return decide(calls > 0, rule.level, { ...cite(rule, name), message: `${name} requires approval: ${use}`, actual: calls })
}
