import type { BaselineUsed, Check, CostSummary, Explanation, Finding, Verdict } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import { isProjection } from '../policy/rule.ts'
import { judgeBaseline } from './data/baseline.ts'
import { judgeNameless, judgePrices, judgeQuality } from './data/data.ts'
import { judgeDiskCache } from './data/disk-cache.ts'
import { judgeFreeBaseline } from './data/free-baseline.ts'
import { judgeGraders } from './data/graders.ts'
import { judgeOutside } from './data/outside.ts'
import { judgePriceLists } from './data/price-lists.ts'
import { judgeUsage } from './data/usage.ts'
import { easeExisting } from './ease.ts'
import type { Evidence } from './evidence.ts'
import { judgeExpiries, rulesInForce } from './expiry.ts'
import { judgeCreep } from './growth/creep.ts'
import { judgeIncreases } from './growth/growth.ts'
import { judgeTotal, regressionLimits } from './growth/regression.ts'
import { judgeSuccess } from './growth/success-drop.ts'
import { judgeHiddenTokens, judgeTokens } from './growth/tokens-increase.ts'
import { judgeLimits, rulesOnNames } from './limits.ts'
import { judgeProjections } from './projection/limits.ts'
import { judgeVolumes } from './projection/unmatched.ts'
import { isCheck, isFinding, type Ruling } from './ruling.ts'
import type { JudgeSettings } from './settings.ts'
import { dropGuesses, judgeLost } from './subjects/lost.ts'
import { decideVerdict } from './verdict.ts'
import { byWeight } from './weight.ts'

export interface JudgeInput extends Omit<Evidence, 'workload'> {
  /** null: no policy, the default rules alone. */
  readonly policy: Policy | null
  readonly head: CostSummary
  /** Why it changed; null: not known. */
  readonly explanation: Explanation | null
  readonly baseline: Pick<BaselineUsed, 'source' | 'path' | 'reason' | 'from_disk_calls' | 'graders'>
  /** The cost summary behind the baseline; null where the baseline is something less. */
  readonly before: CostSummary | null
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

/** Applies every rule, always: one broken rule never hides another. */
export function judge({ policy, head, baseline, before, today, settings, explanation, ...evidence }: JudgeInput): Judgement {
  const { comparison, success, projection, noise, chance } = evidence
  const rules = rulesInForce(policy?.rules ?? [], today)
  const limits = regressionLimits(settings, policy)
  const projected = rules.filter(isProjection)
  const increases = rules.filter((rule) => rule.key === 'max_increase_percent')
  const lost = policy === null ? [] : judgeLost(rulesOnNames(policy, today), before, head)
  // Only where what the baseline broke, too, is eased.
  const earlier = policy?.existingViolations === 'warn' ? before : null
  const tokens = rules.filter((rule) => rule.key === 'max_increase_tokens_percent')
  const rulings: Ruling[] = [
    judgeUsage(head, comparison?.total),
    judgeBaseline(comparison, baseline, settings.onMissingBaseline),
    ...judgeFreeBaseline(comparison, before),
    ...judgeDiskCache(head, comparison, baseline),
    ...judgeGraders(head, baseline, limits),
    judgeTotal(limits, comparison, noise),
    ...dropGuesses(judgeIncreases(increases, comparison, { chance, onInconclusive: limits.onInconclusive }), lost),
    ...judgeTokens(tokens, comparison),
    ...(comparison === null || policy?.total.isOnTokens ? [] : judgeHiddenTokens(limits, comparison, explanation, head)),
    ...judgeCreep(
      rules.filter((rule) => rule.key === 'creep'),
      head,
      chance?.records ?? null,
      today,
    ),
    ...judgeSuccess(success, comparison, policy?.success ?? null),
    ...dropGuesses(judgeLimits(policy, head, today, earlier), lost),
    ...judgeProjections(projected, projection, head.unpriced_calls, limits.onInconclusive),
    ...judgeVolumes(policy?.volume ?? null, projection, comparison),
    ...lost,
    ...(policy === null ? [] : judgeExpiries(policy, today)),
    ...judgePrices(head.unpriced, settings.unknownModel),
    judgeNameless(head.model_stats),
    ...judgeOutside(rules, head),
    judgePriceLists(before?.pricing ?? null, head.pricing, limits.level),
    ...judgeQuality(head.quality, settings),
  ]
  return settle(rulings, earlier === null ? [] : judgeBefore(earlier).filter(isFinding))

  function judgeBefore(was: CostSummary): Ruling[] {
    const month = projection && { ...projection, head_usd: projection.baseline_usd, increase_usd: null }
    return [...judgeLimits(policy, was, today, was), ...judgeProjections(projected, month, was.unpriced_calls, limits.onInconclusive)]
  }
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
