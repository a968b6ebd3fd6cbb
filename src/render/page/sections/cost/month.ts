import type { Check, Finding, Report } from '../../../../generated/types.ts'
import { calendar, parseLooseTime } from '../../../../time.ts'
import { percent, usd } from '../../../../words/format.ts'
import { describeRule } from '../../../findings/rules.ts'
import { HTML, paragraph, section } from '../../html.ts'
import { track } from '../change/limits.ts'
import { badge, levelOf } from '../change/outcome.ts'

const RULES = ['max_total_cost_per_month_usd', 'max_cost_per_month_usd']
const MOST = 20
const DAY_MS = 86_400_000

/** Each monthly budget: what is spent of it, and where the month ends at this pace. */
export function renderMonth(report: Report): string | null {
  const results = [...report.findings, ...report.checks].filter(({ rule, period }) => RULES.includes(rule) && period !== null)
  const bars = results.slice(0, MOST).flatMap((result) => writeBudget(result, report) ?? [])
  return section('month', 'Monthly budgets', [
    bars.length === 0 ? null : `<ul class="limits">\n${bars.join('\n')}\n</ul>`,
    bars.some((bar) => bar.includes('at this pace'))
      ? paragraph('At this pace: what is spent so far, divided by the days so far, times the days of the month. No measurement.', 'note')
      : null,
  ])
}

function writeBudget(result: Finding | Check, report: Report): string | null {
  const { actual, limit, period } = result
  if (actual === null || limit === null || limit <= 0 || period === null) return null
  const share = (100 * actual) / limit
  const pace = projectMonth(actual, period, report)
  const ahead = pace === null ? '' : `, ${usd(pace, limit)} at this pace`
  return [
    `<li><div class="row"><span>${badge(result, report)} ${describeRule(result, HTML)}</span>`,
    `<span><strong>${usd(actual, limit)}</strong> of ${usd(limit, actual)} (${percent(share, 100)})${ahead}</span></div>`,
    track(share, levelOf(result) === 'error', pace === null ? null : (100 * pace) / limit),
    '</li>',
  ].join('')
}

/** Only of the month in which the gate ran: any other is over. US dollars. */
function projectMonth(spent: number, month: string, { created_at, settings }: Report): number | null {
  const now = parseLooseTime(created_at)
  if (now === null) return null
  const today = calendar(settings.timezone)(now)
  const [year = 0, number = 0, day = 0] = today.split('-').map(Number)
  if (today.slice(0, 7) !== month || day === 0) return null
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  const days = Math.round(((parseLooseTime(next) ?? 0) - (parseLooseTime(`${month}-01`) ?? 0)) / DAY_MS)
  return day === days ? null : (spent / day) * days
}
