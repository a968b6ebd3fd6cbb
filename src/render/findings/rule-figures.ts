import type { Finding, RuleResult } from '../../generated/types.ts'
import { isMinimum } from '../../policy/rule.ts'
import { count, milliseconds, percent, signedPercent, usd } from '../../words/format.ts'

const NONE = '–'

/** `122.9 %`, `$1.20`, `3 calls`, or `–`; figures of a broken limit always read differently from it. */
export function writeActual(result: RuleResult | Finding): string {
  const { rule, actual, limit, unit } = result
  if (rule === 'required_steps' && 'level' in result) return 'did not run'
  if (rule === 'max_cost_per_successful_task_usd' && actual === null && 'level' in result) return 'none succeeded'
  if (unit === 'percent' && !isGrowth(rule)) return actual === null ? NONE : percent(actual, limit ?? undefined)
  if (rule === 'max_increase_tokens_percent' && actual === null && 'level' in result) return 'from 0 tokens'
  // An increase that breaks a limit has no percentage over a baseline of $0 alone.
  return isGrowth(rule) && actual === null && 'level' in result ? `from ${usd(0)}` : writeFigure(actual, limit, unit)
}

/** The limit, written like the actual figure. */
export function writeLimit(result: RuleResult | Finding): string {
  const { actual, limit, unit, rule } = result
  if (rule === 'required_steps') return 'required'
  if (rule === 'allowlist') return `${'level' in result ? 'not ' : ''}allowed`
  if (rule === 'min_success_rate_drop' && limit === 0) return 'beyond chance'
  if (rule === 'min_success_rate_drop') return `beyond chance, from ${writeFigure(limit, actual, unit)} on`
  if (rule === 'denylist') return `${'level' in result ? '' : 'not '}denied`
  if (unit === 'percent' && !isGrowth(rule) && limit !== null) return percent(limit, actual ?? undefined)
  if (isMinimum(rule)) return `at least ${writeFigure(limit, actual, unit)}`
  return rule === 'require_approval' ? 'needs approval' : writeFigure(limit, actual, unit)
}

/** `$120.50, limit $100.00`, `3 calls, not allowed`, or the actual figure alone where no limit is written. */
export function writeFigures(result: RuleResult | Finding): string {
  const [actual, limit] = [writeActual(result), writeLimit(result)]
  if (limit === NONE) return actual
  return `${actual}, ${result.limit === null || isMinimum(result.rule) ? '' : 'limit '}${limit}`
}

/** Limits on an increase, which has a sign. */
function isGrowth(rule: string): boolean {
  return ['max_increase_percent', 'max_increase_tokens_percent', 'creep'].includes(rule)
}

/** How much of the limit is used; enough digits not to read as the limit itself. A percentage of a percentage only confuses. */
export function writeShare({ rule, percent_of_limit: share, unit }: RuleResult): string {
  return share === null || unit === 'percent' || isMinimum(rule) ? NONE : percent(share, 100)
}

function writeFigure(value: number | null, like: number | null, unit: RuleResult['unit']): string {
  if (value === null) return NONE
  const other = like ?? undefined
  if (unit === 'percent') return signedPercent(value, other)
  if (unit === 'ratio') return percent(value * 100, like === null ? undefined : like * 100)
  if (unit === 'ms') return milliseconds(value, other)
  if (unit === 'runs') return count(value, 'run')
  if (unit === 'tokens') return count(value, 'token')
  return unit === 'calls' ? count(value, 'call') : usd(value, other)
}
