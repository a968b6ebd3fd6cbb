import type { BaselineUsed, Check, Comparison, CostSummary, Finding, Noise, Verdict } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import { judgeBaseline } from './data/baseline.ts'
import { judgeNameless, judgePrices, judgeQuality, judgeUsage } from './data/data.ts'
import { judgeDiskCache } from './data/disk-cache.ts'
import { judgeFreeBaseline } from './data/free-baseline.ts'
import { judgeGraders } from './data/graders.ts'
import { judgePriceLists } from './data/price-lists.ts'
import { easeExisting } from './ease.ts'
import { judgeExpiries, rulesInForce } from './expiry.ts'
import { judgeLimits } from './limits.ts'
import { assessNoise } from './noise/assess.ts'
import type { Chance } from './noise/chance.ts'
import { judgeCreep } from './rules/creep.ts'
import { judgeIncreases } from './rules/growth.ts'
import { judgeTotal, regressionLimits } from './rules/regression.ts'
import { isCheck, isFinding, type Ruling } from './ruling.ts'
import type { JudgeSettings } from './settings.ts'
import { decideVerdict } from './verdict.ts'
import { byWeight } from './weight.ts'

export interface JudgeInput {
  /** null: no policy, the default rules alone. */
  readonly policy: Policy | null
  readonly head: CostSummary
  /** null: no baseline. */
  readonly comparison: Comparison | null
  readonly baseline: Pick<BaselineUsed, 'source' | 'path' | 'reason' | 'from_disk_calls' | 'graders'>
  /** The cost summary behind the baseline; null where the baseline is something less. */
  readonly before: CostSummary | null
  /** What the records of the base branch tell of chance; null where the baseline has none. */
  readonly chance: Chance | null
  /** The day on which it is judged, YYYY-MM-DD, in the time zone of the settings: limits may apply up to some day only. */
  readonly today: string
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

/** And how much of the growth of the total is chance; null without a baseline. */
export interface JudgementOfGrowth extends Judgement {
  readonly noise: Noise | null
}

/** Applies every rule, always: one broken rule never hides another. */
export function judge({ policy, head, comparison, baseline, before, chance, today, settings }: JudgeInput): JudgementOfGrowth {
  const rules = rulesInForce(policy?.rules ?? [], today)
  const limits = regressionLimits(settings, policy)
  const increases = rules.filter((rule) => rule.key === 'max_increase_percent')
  const limit = { percent: limits.maxIncreasePercent, minUsd: limits.minIncreaseUsd }
  const noise = comparison && assessNoise({ head, comparison, chance, limit, restsOnFewer: false })
  const rulings: Ruling[] = [
    judgeUsage(head),
    judgeBaseline(comparison, baseline, settings.onMissingBaseline),
    ...judgeFreeBaseline(comparison, before),
    ...judgeDiskCache(head, comparison, baseline),
    ...judgeGraders(head, baseline, limits),
    judgeTotal(limits, comparison, noise),
    ...judgeIncreases(increases, comparison, { chance, onInconclusive: limits.onInconclusive }),
    ...judgeCreep(
      rules.filter((rule) => rule.key === 'creep'),
      head,
      chance?.records ?? null,
      today,
    ),
    ...judgeLimits(policy, head, today),
    ...(policy === null ? [] : judgeExpiries(policy, today)),
    ...judgePrices(head.unpriced, settings.unknownModel),
    judgeNameless(head.model_stats),
    judgePriceLists(before?.pricing ?? null, head.pricing, limits.level),
    ...judgeQuality(head.quality, settings),
  ]
  const known = before !== null && policy?.existingViolations === 'warn' ? judgeLimits(policy, before, today) : []
  return { ...settle(rulings, known.filter(isFinding)), noise }
}

/**
 * What rulings come to.
 * @param known findings about the baseline by the same limits, which ease errors that are as bad.
 */
export function settle(rulings: readonly Ruling[], known: readonly Finding[] = []): Judgement {
  const findings = easeExisting(rulings.filter(isFinding), known).sort(byWeight)
  const checks = rulings.filter(isCheck).sort(byWeight)
  return { findings, checks, verdict: decideVerdict(findings) }
}
