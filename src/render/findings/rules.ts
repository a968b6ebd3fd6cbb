import type { Finding, Noise, RuleResult } from '../../generated/types.ts'
import { isMinimum } from '../../policy/rule.ts'
import type { Voice } from '../../words/escape.ts'
import { capitalize, listSome } from '../../words/format.ts'
import { describeChance } from '../noise/state.ts'

/** What was judged, in words: `Dearest day of agent planner: 2026-11-03`. Rules about the data speak for themselves. */
export function describeRule(result: RuleResult | Finding, voice: Voice, noise: Noise | null = null): string {
  const state = describeChance(result, noise) ?? (isNear(result) ? 'near its limit' : null)
  return `${nameRule(result, voice)}${state === null ? '' : `, ${state}`}`
}

/** Whether the limit is kept, and the policy wants a warning all the same. */
function isNear(result: RuleResult | Finding): boolean {
  const { rule, actual, limit } = result
  const hasUpperLimit = !isMinimum(rule) && rule !== 'min_success_rate_drop'
  return 'level' in result && result.level !== 'error' && actual !== null && limit !== null && hasUpperLimit && actual <= limit
}

function nameRule(result: RuleResult, voice: Voice): string {
  const { rule, run_id: run, period, message } = result
  const subject = nameSubject(result, voice)
  const when = period === null ? '' : `: ${voice.name(period)}`
  if (subject === null) return capitalize(voice.text(message))
  if (!isLimit(result)) return voice.text(message)
  const ofSubject = result.subject.kind === 'total' ? '' : ` of ${subject}`
  switch (rule) {
    case 'max_increase_percent':
      return `Increase of ${subject}`
    case 'creep':
      return 'Increase since an earlier record'
    case 'max_increase_tokens_percent':
      return 'Increase of all tokens'
    case 'require_approval':
      return `Approval of ${subject}`
    case 'max_cost_per_run_usd':
      return `Dearest run of ${subject}${run === null ? '' : `: ${voice.name(run)}`}`
    case 'max_p95_cost_per_run_usd':
      return `Cost of 95 of 100 runs${ofSubject}`
    case 'max_p50_cost_per_run_usd':
      return `Cost of half of the runs${ofSubject}`
    case 'max_cost_per_day_usd':
    case 'max_daily_spend_usd':
      return `Dearest day of ${subject}${when}`
    case 'max_cost_per_month_usd':
      return `Dearest month of ${subject}${when}`
    case 'warn_cost_per_run_usd':
      return `Dearest run (warning)${run === null ? '' : `: ${voice.name(run)}`}`
    case 'error_cost_per_run_usd':
      return `Dearest run (error)${run === null ? '' : `: ${voice.name(run)}`}`
    case 'max_total_cost_usd':
      return result.subject.kind === 'total' ? 'Total cost' : `Cost of ${subject}`
    case 'max_total_cost_per_day_usd':
      return `Dearest day in all${when}`
    case 'max_total_cost_per_month_usd':
      return `Dearest month in all${when}`
    case 'max_input_tokens':
      return `Longest prompt of ${nameCall(result, subject, voice)}`
    case 'max_output_tokens':
      return `Longest answer of ${nameCall(result, subject, voice)}`
    case 'max_cost_per_1k_tokens_usd':
      return `Cost of 1,000 tokens${ofSubject}`
    case 'max_cost_per_successful_task_usd':
      return `Cost of a successful task${ofSubject}`
    case 'max_price_drift_percent':
      return `Recorded cost against list price of ${subject}`
    case 'max_unpriced_calls':
      return 'Calls without a known price'
    case 'max_unattributed_percent':
      return `Spend that names no ${result.subject.kind}`
    case 'max_projected_cost_per_month_usd':
      return 'Projected cost of a month'
    case 'max_projected_increase_per_month_usd':
      return 'Projected increase of a month'
    case 'min_success_rate_drop':
      return 'Fall of the success rate at no higher cost'
    case 'min_runs':
      return 'Number of runs'
    case 'min_success_rate':
      return 'Runs that succeeded'
    case 'max_avg_latency_ms':
      return `Mean latency of ${result.subject.kind === 'total' ? 'all steps' : subject}`
    case 'max_error_rate':
      return `Failed runs of ${subject}`
    case 'max_mcp_error_rate':
      return `Failed MCP calls of ${result.subject.kind === 'total' ? 'all steps' : subject}`
    case 'required_steps':
      return `Required ${subject}`
    case 'allowlist':
    case 'denylist':
      return `Use of ${subject}${result.step ? ` in step ${voice.name(result.step)}` : ''}`
    case 'unpriced_model':
      return `No known price for ${subject}: its calls are in no amount`
    case 'calls_without_usage':
      return `No tokens and no cost of ${subject}: its calls are in no amount`
    default:
      return voice.text(message)
  }
}

/** Whether it is a limit with figures; rules about the data, and findings about a name of the policy, speak for themselves. */
export function isLimit(result: RuleResult | Finding): boolean {
  return result.subject.kind !== 'data' && !('level' in result && result.actual === null && result.limit === null)
}

/** `cost_governance.yaml:12`, or `default` where no policy says so. */
export function writePlace({ policy }: RuleResult, voice: Voice): string {
  return policy === null ? 'default' : voice.name(`${baseName(policy.path)}:${policy.line}`)
}

/** The subject, and which call of it: `agent a: step s, run r`. */
function nameCall({ step = null, run_id: run }: RuleResult, subject: string, voice: Voice): string {
  const parts = [...(step === null ? [] : [`step ${voice.name(step)}`]), ...(run === null ? [] : [`run ${voice.name(run)}`])]
  return parts.length === 0 ? subject : `${subject}: ${parts.join(', ')}`
}

function nameSubject({ subject }: RuleResult, voice: Voice): string | null {
  if (subject.kind === 'total') return 'the total'
  if (subject.kind === 'data') return null
  if (subject.name === null) return `any ${subject.kind}`
  const used = subject.used_as === undefined ? '' : ` (used as ${listSome(subject.used_as.map(voice.name))})`
  return `${subject.kind} ${voice.name(subject.name)}${used}`
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
