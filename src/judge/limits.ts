import type { CostSummary } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import {
  type FigureRule,
  isPeriodBudget,
  isProjection,
  PERCENTILE_KEYS,
  type Rule,
  type RunPercentileRule,
  type TargetedRule,
} from '../policy/rule.ts'
import type { CreepRule, TokensRule, TotalRule } from '../policy/whole-rule.ts'
import { rulesInForce } from './expiry.ts'
import { judgeFlow } from './flow/flow.ts'
import { judgeApprovals } from './rules/approval.ts'
import { judgeCallTokens } from './rules/call-tokens.ts'
import { judgePeriodBudgets } from './rules/period-budget.ts'
import { judgePriceDrift } from './rules/price-drift.ts'
import { judgeRunBudgets, judgeThresholds } from './rules/run-budget.ts'
import { judgeRunPercentiles } from './rules/run-percentile.ts'
import { judgeTotalCosts } from './rules/total-cost.ts'
import { judgeTotals } from './rules/totals.ts'
import { judgeUnattributed } from './rules/unattributed.ts'
import { judgeTaskCosts, judgeTokenCosts } from './rules/unit-cost.ts'
import type { Ruling } from './ruling.ts'

/**
 * Applies the limits on what was spent and on flows, whatever it was before.
 * @param today YYYY-MM-DD: limits that have expired are left out.
 * @param earlier what already broke limits then is to be told apart; null: nothing.
 */
export function judgeLimits(policy: Policy | null, summary: CostSummary, today: string, earlier: CostSummary | null): Ruling[] {
  if (policy === null) return []
  return [...judgeFlowLimits(policy, summary, today, earlier), ...judgeSpendLimits(policy, summary, today)]
}

/** The same for those on flows alone. */
export function judgeFlowLimits(
  { flow }: Pick<Policy, 'flow'>,
  summary: CostSummary,
  today: string,
  earlier: CostSummary | null,
): Ruling[] {
  return judgeFlow({ ...flow, steps: rulesInForce(flow.steps, today) }, summary, earlier)
}

/** The same for those on spend alone. */
export function judgeSpendLimits(policy: Pick<Policy, 'rules'>, summary: CostSummary, today: string): Ruling[] {
  const rules = rulesInForce(policy.rules, today)
  return [
    ...judgeRunBudgets(
      rules.filter((rule) => rule.key === 'max_cost_per_run_usd'),
      summary,
    ),
    ...judgeRunPercentiles(rules.filter(isPercentile), summary),
    ...judgePeriodBudgets(rules.filter(isPeriodBudget), summary),
    ...judgeTotalCosts(rules.filter(isAbout('max_total_cost_usd')), summary),
    ...judgeCallTokens([...rules.filter(isAbout('max_input_tokens')), ...rules.filter(isAbout('max_output_tokens'))], summary),
    ...judgeTokenCosts(rules.filter(isAbout('max_cost_per_1k_tokens_usd')), summary),
    ...judgeTaskCosts(
      rules.filter((rule) => rule.kind === 'agent' && rule.key === 'max_cost_per_successful_task_usd'),
      summary,
    ),
    ...judgePriceDrift(rules.filter(isAbout('max_price_drift_percent')), summary),
    ...judgeTotals(rules.filter(isTotal), summary),
    ...judgeUnattributed(
      rules.filter((rule) => rule.key === 'max_unattributed_percent'),
      summary,
    ),
    ...judgeThresholds(
      rules.filter((rule) => rule.kind === 'run'),
      summary,
    ),
    ...judgeApprovals(
      rules.filter((rule) => rule.key === 'require_approval'),
      summary,
    ),
  ]
}

/** The rules in force about named subjects, those on growth and on steps of a flow included. */
export function rulesOnNames({ rules, flow }: Pick<Policy, 'rules' | 'flow'>, today: string): TargetedRule[] {
  const named = rules.filter((rule) => 'pattern' in rule)
  return [...rulesInForce(named, today), ...rulesInForce(flow.steps, today)]
}

/** Whether any limit needs recorded costs to be compared with list prices, which takes time that is not spent otherwise. */
export function limitsPriceDrift({ rules }: Pick<Policy, 'rules'>): boolean {
  return rules.some(({ key }) => key === 'max_price_drift_percent')
}

function isPercentile(rule: Rule): rule is RunPercentileRule {
  return rule.kind === 'agent' && PERCENTILE_KEYS.some((key) => key === rule.key)
}

/** Limits on the growth of everything together. */
function isGrowth(rule: Rule): rule is TokensRule | CreepRule {
  return rule.key === 'creep' || rule.key === 'max_increase_tokens_percent'
}

function isTotal(rule: Rule): rule is TotalRule {
  return rule.kind === 'total' && !isGrowth(rule) && !isProjection(rule)
}

/** Limits on this figure of named subjects; of everything together there may be a limit of the same name. */
function isAbout<K extends FigureRule['key']>(key: K): (rule: Rule) => rule is FigureRule<K> {
  return (rule): rule is FigureRule<K> => rule.key === key && rule.kind !== 'total'
}
