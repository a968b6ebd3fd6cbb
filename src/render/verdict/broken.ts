import type { Finding } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { usd } from '../../words/format.ts'

const BUDGETS: Readonly<Record<string, string>> = {
  max_cost_per_month_usd: 'monthly budget',
  max_total_cost_per_month_usd: 'monthly budget',
  max_cost_per_day_usd: 'daily budget',
  max_total_cost_per_day_usd: 'daily budget',
  max_daily_spend_usd: 'daily budget',
  max_cost_per_run_usd: 'budget per run',
  error_cost_per_run_usd: 'budget per run',
  max_total_cost_usd: 'budget',
}

/** What was broken, for a headline: `agent offers over its monthly budget: $1.27 of $1.00`; null for what needs more words. */
export function nameBroken({ rule, subject, actual, limit }: Finding, voice: Voice): string | null {
  const name =
    subject.kind === 'total' ? null : subject.name === null ? `any ${subject.kind}` : `${subject.kind} ${voice.name(subject.name)}`
  const budget = BUDGETS[rule]
  if (budget !== undefined && actual !== null && limit !== null) {
    const whose = name === null ? 'over the' : `${name} over its`
    return `${whose} ${budget}: ${usd(actual, limit)} of ${usd(limit, actual)}`
  }
  if (name === null) return null
  if (rule === 'require_approval') return `${name} needs approval`
  return rule === 'denylist' || rule === 'allowlist' ? `${name} is not allowed` : null
}
