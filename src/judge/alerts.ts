import type { Amounts, CostSummary } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import { judgeNameless, judgePrices, judgeQuality } from './data/data.ts'
import { judgeOutside } from './data/outside.ts'
import { judgePeriod } from './data/usage.ts'
import { judgeExpiries, rulesInForce } from './expiry.ts'
import { type Judgement, settle } from './judge.ts'
import { judgeFlowLimits, judgeSpendLimits } from './limits.ts'
import { leaveUnmatched, type Ruling } from './ruling.ts'
import type { JudgeSettings } from './settings.ts'

export interface AlertInput {
  readonly policy: Policy | null
  /** What was spent in the time of the report. */
  readonly spent: CostSummary
  /** First day whose sum may alert, YYYY-MM-DD, and the first month; null: all that are known. */
  readonly fromDay: string | null
  /** Time of the newest record of all, as it is to be shown; null: there is none. */
  readonly newest: string | null
  /** YYYY-MM-DD. */
  readonly today: string
  readonly settings: Pick<JudgeSettings, 'onInvalid' | 'unknownModel'>
}

/**
 * Judges spend by itself, as a scheduled report does: every limit of the policy but those on growth, and no baseline. Nobody approves what is
 * spent already. Days before `fromDay` alert no more: that they were too dear is known already, and an alert shall end.
 */
export function judgeAlerts({ policy, spent, fromDay, newest, today, settings }: AlertInput): Judgement {
  const head = fromDay === null ? spent : dropDays(spent, fromDay)
  return settle([
    judgePeriod(head, newest),
    ...(policy === null ? [] : judgePolicy(policy, head, newest !== null, today)),
    ...judgePrices(head.unpriced, settings.unknownModel),
    judgeNameless(head.model_stats),
    ...judgeOutside(rulesInForce(policy?.rules ?? [], today), head),
    ...judgeQuality(head.quality, settings),
  ])
}

/** A day off has no runs and no steps, and that is no mistake: only where nothing was ever recorded the limits on flows count all the same. */
function judgePolicy(policy: Policy, head: CostSummary, isRecorded: boolean, today: string): Ruling[] {
  const flow = judgeFlowLimits(policy, head, today, null)
  const isIdle = head.calls === 0 && isRecorded
  return [
    ...(isIdle ? flow.map((ruling) => leaveUnmatched({ ...ruling, actual: null, message: 'no LLM calls in this time' })) : flow),
    ...judgeSpendLimits({ rules: policy.rules.filter(({ key }) => key !== 'require_approval') }, head, today),
    ...judgeExpiries(policy, today),
  ]
}

interface Dated {
  readonly daily_cost_usd?: Amounts
  readonly monthly_cost_usd?: Amounts
}

function dropDays(summary: CostSummary, fromDay: string): CostSummary {
  const since = (amounts: Amounts, from: string) => Object.fromEntries(Object.entries(amounts).filter(([period]) => period >= from))
  const drop = <T extends Dated>(stats: T): T => ({
    ...stats,
    ...(stats.daily_cost_usd !== undefined && { daily_cost_usd: since(stats.daily_cost_usd, fromDay) }),
    ...(stats.monthly_cost_usd !== undefined && { monthly_cost_usd: since(stats.monthly_cost_usd, fromDay.slice(0, 7)) }),
  })
  const dropAll = <T extends Dated>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).map(([name, stats]) => [name, drop(stats)]))
  return {
    ...drop(summary),
    model_stats: dropAll(summary.model_stats),
    agent_stats: dropAll(summary.agent_stats),
    customer_stats: dropAll(summary.customer_stats),
  }
}
