import type { Level, Limits, PolicyLine, Thresholds } from '../generated/types.ts'

/** Limits on the dearest day or month. */
export const PERIOD_KEYS = [
  'max_cost_per_day_usd',
  'max_cost_per_month_usd',
  'max_daily_spend_usd',
] as const satisfies readonly (keyof Limits)[]
export type PeriodKey = (typeof PERIOD_KEYS)[number]

/** A rule about every subject that its pattern names, each by itself. */
interface Targeted {
  readonly kind: 'agent' | 'model' | 'step'
  /** An exact name, or a glob with `*` and `?`. */
  readonly pattern: string
  /** Within one group the most specific pattern decides; groups are independent of each other. */
  readonly group: string
  readonly level: Level
  /** Whether a person may accept what breaks it. */
  readonly approvable: boolean
  readonly policy: PolicyLine
}

/** The dearest run of an agent. Unit: US dollars. */
export interface RunBudgetRule extends Targeted {
  readonly kind: 'agent'
  readonly key: 'max_cost_per_run_usd'
  readonly limit: number
}

/** The dearest day or month of an agent or model. Unit: US dollars. */
export interface PeriodBudgetRule extends Targeted {
  readonly kind: 'agent' | 'model'
  readonly key: PeriodKey
  readonly limit: number
}

/** Any use of a model or agent; `required: false` frees a name from a wider pattern. */
export interface ApprovalRule extends Targeted {
  readonly kind: 'agent' | 'model'
  readonly key: 'require_approval'
  readonly required: boolean
}

/** Growth of one model, agent or step over the baseline. Units: percent, and US dollars below which it never counts. */
export interface IncreaseRule extends Targeted {
  readonly key: 'max_increase_percent'
  readonly limit: number
  readonly minIncreaseUsd: number
}

/** The dearest run, whichever agents made it. Unit: US dollars. */
export interface ThresholdRule {
  readonly kind: 'run'
  readonly key: keyof Thresholds
  readonly limit: number
  readonly level: Level
  readonly approvable: boolean
  readonly policy: PolicyLine
}

/** A rule about named subjects, of which the most specific decides. */
export type TargetedRule = RunBudgetRule | PeriodBudgetRule | ApprovalRule | IncreaseRule
export type Rule = TargetedRule | ThresholdRule

export function isPeriodBudget(rule: Rule): rule is PeriodBudgetRule {
  return PERIOD_KEYS.some((key) => key === rule.key)
}

/** Whether the rule limits anything: one that only frees a name from a wider pattern does not. */
export function isLimit(rule: Rule): boolean {
  return rule.key !== 'require_approval' || rule.required
}

/** Growth of the total as the policy limits it; null: it does not say. Units: percent, US dollars. */
export interface TotalLimit {
  readonly maxIncreasePercent: number | null
  readonly minIncreaseUsd: number | null
  /** Where the percentage stands. */
  readonly policy: PolicyLine | null
}

/** A policy file as a list of rules, in the order of its lines. */
export interface Policy {
  readonly rules: readonly Rule[]
  readonly total: TotalLimit
  /** What a limit means that the baseline broke at least as badly. */
  readonly existingViolations: 'block' | 'warn'
}
