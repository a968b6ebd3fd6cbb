import type { CostReport } from '../../generated/types.ts'
import { renderCsv } from '../../words/csv.ts'
import { writeName } from './words.ts'

const TITLES = [
  ...['period_from', 'period_to', 'runs', 'successful_tasks', 'failed_tasks', 'calls', 'failed_calls', 'unpriced_calls'],
  ...['input_tokens', 'output_tokens', 'total_tokens', 'cost_usd', 'share_percent', 'cost_per_run_usd', 'cost_per_successful_task'],
  ...['cost_per_1k_tokens', 'token_efficiency', 'billing_tiers', 'models'],
]

/** A cost report as CSV: one row per group, and no total, so that a column adds up. Figures are not rounded. */
export function renderReportCsv({ by, groups }: CostReport): string {
  const rows = groups.map((group) => [
    writeName(group, by, (name) => name),
    ...[group.period.from, group.period.to, group.runs, group.successful_tasks, group.failed_tasks, group.calls, group.errors],
    ...[group.unpriced_calls ?? 0, group.input_tokens, group.output_tokens, group.total_tokens, group.cost_usd, group.share_percent],
    ...[group.cost_per_run_usd, group.cost_per_successful_task, group.cost_per_1k_tokens, group.token_efficiency],
    group.billing_tiers.length === 0 ? null : group.billing_tiers.join('; '),
    group.models.map(({ model, cost_usd }) => `${model}: ${cost_usd}`).join('; '),
  ])
  return renderCsv([by, ...TITLES], rows)
}
