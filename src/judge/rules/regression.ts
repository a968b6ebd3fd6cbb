import type { Change, Comparison, Level, PolicyLine } from '../../generated/types.ts'
import type { Policy } from '../../policy/policy.ts'
import type { IncreaseRule } from '../../policy/rule.ts'
import { percent, usd } from '../../words/format.ts'
import { cite, decide, type Facts, leaveUnmatched, type Ruling } from '../ruling.ts'
import type { JudgeSettings } from '../settings.ts'
import { judgeEach } from '../subjects/target.ts'
import { exceedsIncrease } from './increase.ts'

/** Where neither input nor policy says. Unit: percent of the baseline. */
const DEFAULT_MAX_INCREASE_PERCENT = 20
const DEFAULT_MIN_INCREASE_USD = 0
const NO_BASELINE = 'there is no baseline to compare with'

/** The limit on the total that is in force. Units: percent of the baseline, US dollars. */
export interface RegressionLimits {
  readonly maxIncreasePercent: number
  readonly minIncreaseUsd: number
  readonly level: Level
  /** Share of the limit from which on it is a warning, in percent; null: no such share. */
  readonly warnAtPercent: number | null
  /** Where the percentage stands; null: an input or the default. */
  readonly policy: PolicyLine | null
}

/** Settles the limit on the total: an input comes before the policy, and the policy before the defaults. How bad it is, the policy alone says. */
export function regressionLimits(
  settings: Pick<JudgeSettings, 'maxIncreasePercent' | 'minIncreaseUsd'>,
  policy: Pick<Policy, 'total'> | null,
): RegressionLimits {
  const total = policy?.total
  return {
    maxIncreasePercent: settings.maxIncreasePercent ?? total?.maxIncreasePercent ?? DEFAULT_MAX_INCREASE_PERCENT,
    minIncreaseUsd: settings.minIncreaseUsd ?? total?.minIncreaseUsd ?? DEFAULT_MIN_INCREASE_USD,
    level: total?.level ?? 'error',
    warnAtPercent: total?.warnAtPercent ?? null,
    policy: settings.maxIncreasePercent === null ? (total?.policy ?? null) : null,
  }
}

/** Judges the growth of the total over the baseline. */
export function judgeTotal(limits: RegressionLimits, comparison: Pick<Comparison, 'total'> | null): Ruling {
  const { maxIncreasePercent: limit, minIncreaseUsd, level, warnAtPercent, policy } = limits
  const facts: Omit<Facts, 'message'> = {
    rule: 'max_increase_percent',
    subject: { kind: 'total', name: null },
    limit,
    unit: 'percent',
    policy,
    approvable: true,
    warnAtPercent,
  }
  if (comparison === null) return leaveUnmatched({ ...facts, message: `total: ${NO_BASELINE}` })
  if (comparison.total.head_calls === 0) return leaveUnmatched({ ...facts, message: 'total: there are no calls to compare' })
  return judgeChange(comparison.total, { name: 'total', limit, minIncreaseUsd, level, facts })
}

/**
 * Judges the growth of each model, agent and step that both sides have. What is new has no percentage: the limit on the total and
 * the budgets judge it.
 */
export function judgeIncreases(rules: readonly IncreaseRule[], comparison: Comparison | null): Ruling[] {
  const changes = { model: comparison?.models, agent: comparison?.agents, step: comparison?.steps }
  return (['model', 'agent', 'step'] as const).flatMap((kind) => {
    const about = rules.filter((rule) => rule.kind === kind)
    const list = changes[kind] ?? null
    if (list === null) return about.map((rule) => leaveSilent(rule, comparison))
    const shared = list.filter(({ status }) => status === 'changed' || status === 'unchanged')
    const subjects = Object.fromEntries(shared.map((change) => [change.name, change]))
    const judgeOne = (rule: IncreaseRule, name: string, change: Change) => judgeChange(change, { ...rule, name, facts: cite(rule, name) })
    return judgeEach(about, () => subjects, judgeOne, 'is in both baseline and head')
  })
}

function leaveSilent(rule: IncreaseRule, comparison: Comparison | null): Ruling {
  const reason = comparison === null ? NO_BASELINE : `the baseline does not say what each ${rule.kind} cost`
  return leaveUnmatched({ ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}` })
}

type Judging = Pick<IncreaseRule, 'limit' | 'minIncreaseUsd' | 'level'> & { readonly name: string; readonly facts: Omit<Facts, 'message'> }

function judgeChange(change: Change, { name, limit, minIncreaseUsd, level, facts }: Judging): Ruling {
  const { baseline_cost_usd: baseline, head_cost_usd: head, percent: actual } = change
  if (baseline === null || head === null) {
    return leaveUnmatched({ ...facts, message: `${name}: the ${baseline === null ? 'baseline' : 'head'} does not say what it cost` })
  }
  const from = minIncreaseUsd > 0 ? `, counted from an increase of ${usd(minIncreaseUsd)} on` : ''
  const message = `${name}: ${describe(baseline, head, actual, limit)}, limit ${percent(limit, actual ?? undefined)}${from}`
  const broken = exceedsIncrease(baseline, head, { percent: limit, minUsd: minIncreaseUsd })
  // What only the minimum lets pass is measured by the minimum: 139 % of a limit would read as broken.
  const isSmall = !broken && exceedsIncrease(baseline, head, { percent: limit, minUsd: 0 })
  const figures = isSmall ? { actual: change.delta_usd, limit: minIncreaseUsd, unit: 'usd' as const } : { actual }
  // What is below the minimum never counts, so it cannot be near to counting either.
  const warnAtPercent = change.delta_usd < minIncreaseUsd ? null : (facts.warnAtPercent ?? null)
  return decide(broken, level, { ...facts, message, ...figures, warnAtPercent })
}

function describe(baseline: number, head: number, change: number | null, limit: number): string {
  if (head === baseline) return `${usd(head)}, the same as the baseline`
  if (baseline === 0 || change === null) return `${usd(head, baseline)}, and the baseline is ${usd(baseline, head)}`
  const size = percent(Math.abs(change), limit)
  return `${usd(head, baseline)} is ${size} ${change > 0 ? 'more' : 'less'} than the baseline of ${usd(baseline, head)}`
}
