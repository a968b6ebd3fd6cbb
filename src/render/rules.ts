import type { Finding, RuleResult } from '../generated/types.ts'
import type { Voice } from './escape.ts'
import { capitalize, count, percent, signedPercent, usd } from './format.ts'

const NONE = '–'

/** What was judged, in words: `Dearest day of agent planner: 2026-11-03`. Rules about the data speak for themselves. */
export function describeRule(result: RuleResult, voice: Voice): string {
  const { rule, run_id: run, period, message } = result
  const subject = nameSubject(result, voice)
  const when = period === null ? '' : `: ${voice.name(period)}`
  if (subject === null) return capitalize(voice.text(message))
  switch (rule) {
    case 'max_increase_percent':
      return `Increase of ${subject}`
    case 'require_approval':
      return `Approval of ${subject}`
    case 'max_cost_per_run_usd':
      return `Dearest run of ${subject}${run === null ? '' : `: ${voice.name(run)}`}`
    case 'max_cost_per_day_usd':
    case 'max_daily_spend_usd':
      return `Dearest day of ${subject}${when}`
    case 'max_cost_per_month_usd':
      return `Dearest month of ${subject}${when}`
    case 'warn_cost_per_run_usd':
      return `Dearest run (warning)${run === null ? '' : `: ${voice.name(run)}`}`
    case 'error_cost_per_run_usd':
      return `Dearest run (error)${run === null ? '' : `: ${voice.name(run)}`}`
    case 'unpriced_model':
      return `No known price for ${subject}: its calls are in no amount`
    default:
      return voice.text(message)
  }
}

/** Whether it is a limit with figures; rules about the data speak for themselves. */
export function isLimit({ subject }: RuleResult): boolean {
  return subject.kind !== 'data'
}

/** `122.9 %`, `$1.20`, `3 calls`, or `–`; figures of a broken limit always read differently from it. */
export function writeActual(result: RuleResult | Finding): string {
  const { rule, actual, limit, unit } = result
  // An increase that breaks a limit has no percentage over a baseline of $0 alone.
  return rule === 'max_increase_percent' && actual === null && 'level' in result ? `from ${usd(0)}` : writeFigure(actual, limit, unit)
}

/** The limit, written like the actual figure. */
export function writeLimit({ actual, limit, unit, rule }: RuleResult): string {
  return rule === 'require_approval' ? 'needs approval' : writeFigure(limit, actual, unit)
}

/** How much of the limit is used; enough digits not to read as the limit itself. A percentage of a percentage only confuses. */
export function writeShare({ percent_of_limit: share, unit }: RuleResult): string {
  return share === null || unit === 'percent' ? NONE : percent(share, 100)
}

/** `cost_governance.yaml:12`, or `default` where no policy says so. */
export function writePlace({ policy }: RuleResult, voice: Voice): string {
  return policy === null ? 'default' : voice.name(`${baseName(policy.path)}:${policy.line}`)
}

function nameSubject({ subject }: RuleResult, voice: Voice): string | null {
  if (subject.kind === 'total') return 'the total'
  if (subject.kind === 'data') return null
  return subject.name === null ? `any ${subject.kind}` : `${subject.kind} ${voice.name(subject.name)}`
}

function writeFigure(value: number | null, like: number | null, unit: RuleResult['unit']): string {
  if (value === null) return NONE
  const other = like ?? undefined
  if (unit === 'percent') return signedPercent(value, other)
  return unit === 'calls' ? count(value, 'call') : usd(value, other)
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
