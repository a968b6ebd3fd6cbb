import type { Report } from '../../generated/types.ts'
import { details } from '../../words/markdown.ts'

/** Fewer show no history. */
const FEWEST = 3
const MOST = 20
const COMMIT = /^[0-9a-f]{7,64}$/
/** Digits that a chart needs. */
const DIGITS = 4

/** Cost of the records, this one last, and the limit on its increase, as a chart that GitHub draws; folded unless it is open. Empty where there are too few. */
export function renderTrend(report: Report, isOpen: boolean): string {
  const records = (report.past?.records ?? []).slice(-MOST)
  const before = report.comparison?.total.baseline_cost_usd ?? null
  if (records.length < FEWEST || before === null) return ''
  const amounts = [...records.map(({ total_cost_usd }) => total_cost_usd), report.head.total_cost_usd]
  const limit = before * (1 + report.settings.max_increase_percent / 100)
  const most = Math.max(...amounts, limit)
  if (most <= 0) return ''
  // No name from a file: what is no commit has its number.
  const commits = records.map(({ commit }) => (commit !== null && COMMIT.test(commit) ? commit.slice(0, 7) : null))
  // Bars of one label are drawn as one.
  const labels = commits.map((commit, index) => (commit === null || commits.indexOf(commit) < index ? `${index + 1}` : commit))
  const last = report.settings.mode === 'record' ? 'this record' : 'this PR'
  const lines = [
    '```mermaid',
    'xychart-beta',
    '  title "Cost per record (bars) and the limit (line), US dollars"',
    `  x-axis [${[...labels, last].map((label) => `"${label}"`).join(', ')}]`,
    `  y-axis "US dollars" 0 --> ${digits(most * 1.1)}`,
    `  bar [${amounts.map(digits).join(', ')}]`,
    `  line [${amounts.map(() => digits(limit)).join(', ')}]`,
    '```',
  ]
  const summary = 'Cost of the last records, and the limit'
  return isOpen ? lines.join('\n') : details(summary, lines.join('\n'))
}

/** A plain decimal number: a chart knows no exponents. */
function digits(amount: number): string {
  if (amount === 0) return '0'
  const decimals = Math.min(12, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(amount))))
  return amount.toFixed(decimals)
}
