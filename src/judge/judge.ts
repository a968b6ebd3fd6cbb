import type { BaselineUsed, Check, Comparison, CostSummary, Finding, Verdict } from '../generated/types.ts'
import { judgeApprovals } from './approval.ts'
import { judgeBaseline } from './baseline.ts'
import { judgeCatalogs, judgeNameless, judgePrices, judgeQuality, judgeUsage } from './data.ts'
import { easeExisting } from './ease.ts'
import { judgePeriodBudgets } from './period-budget.ts'
import { judgeIncreases, judgeTotal, regressionLimits } from './regression.ts'
import { isPeriodBudget, type Policy, type Rule } from './rule.ts'
import { isCheck, isFinding, type Ruling } from './ruling.ts'
import { judgeRunBudgets, judgeThresholds } from './run-budget.ts'
import type { JudgeSettings } from './settings.ts'
import { decideVerdict } from './verdict.ts'
import { byWeight } from './weight.ts'

export interface JudgeInput {
  /** null: no policy, the default rules alone. */
  readonly policy: Policy | null
  readonly head: CostSummary
  /** null: no baseline. */
  readonly comparison: Comparison | null
  readonly baseline: Pick<BaselineUsed, 'source' | 'path' | 'reason' | 'price_catalog'>
  /** The cost summary behind the baseline; null where the baseline is something less. */
  readonly before: CostSummary | null
  readonly settings: JudgeSettings
}

/** What all rules together found. */
export interface Judgement {
  /** Rules that were broken, the worst first. */
  readonly findings: Finding[]
  /** Every other rule that was applied, the nearest to its limit first. */
  readonly checks: Check[]
  readonly verdict: Verdict
}

/** Applies every rule, always: one broken rule never hides another. */
export function judge({ policy, head, comparison, baseline, before, settings }: JudgeInput): Judgement {
  const rules = policy?.rules ?? []
  const increases = rules.filter((rule) => rule.key === 'max_increase_percent')
  const rulings: Ruling[] = [
    judgeUsage(head),
    judgeBaseline(comparison, baseline, settings.onMissingBaseline),
    judgeTotal(regressionLimits(settings, policy), comparison),
    ...judgeIncreases(increases, comparison),
    ...judgeLimits(rules, head),
    ...judgePrices(head.unpriced, settings.unknownModel),
    judgeNameless(head.model_stats),
    judgeCatalogs(baseline.price_catalog, head.pricing.catalog),
    ...judgeQuality(head.quality, settings),
  ]
  const known = before !== null && policy?.existingViolations === 'warn' ? judgeLimits(rules, before) : []
  const findings = easeExisting(rulings.filter(isFinding), known.filter(isFinding)).sort(byWeight)
  const checks = rulings.filter(isCheck).sort(byWeight)
  return { findings, checks, verdict: decideVerdict(findings) }
}

/** Applies the limits on what was spent, whatever it was before. */
function judgeLimits(rules: readonly Rule[], summary: CostSummary): Ruling[] {
  return [
    ...judgeRunBudgets(
      rules.filter((rule) => rule.key === 'max_cost_per_run_usd'),
      summary,
    ),
    ...judgePeriodBudgets(rules.filter(isPeriodBudget), summary),
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
