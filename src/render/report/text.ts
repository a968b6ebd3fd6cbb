import type { CostReport, ReportGroup } from '../../generated/types.ts'
import { alignColumns } from '../../words/columns.ts'
import { PLAIN, plain } from '../../words/escape.ts'
import { integer, percent, usd } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'
import type { Paint } from '../../words/paint.ts'
import { writeSpent } from '../changes/models.ts'
import { judgementLines } from './judgement.ts'
import { FIGURES, NONE, titleOf, writeFigures, writeFilter, writeGaps, writeHeading, writeName, writePeriod, writeTotal } from './words.ts'

const ROWS = 50
/** Groups that are described one by one. */
const DESCRIBED = 10
const MODELS = 20

/** A cost report for a terminal: a table of the groups, then each group with its models. */
export function renderReportText(report: CostReport, paint: Paint): string {
  const { judgement } = report
  const filter = writeFilter(report, PLAIN)
  const head = `${writeHeading(report)}${filter === '' ? '' : ` (${filter})`}`
  const sections = [
    judgement === null ? [] : judgementLines(report, judgement, PLAIN, paint),
    [paint('bold', head), report.groups.length === 0 ? 'No calls.' : writeTotal(report, (words) => paint('bold', words))],
    report.groups.length === 0 ? [] : tableLines(report, paint),
    ...describeGroups(report, paint),
    writeGaps(report),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function tableLines(report: CostReport, paint: Paint): string[] {
  const { shown, hidden } = limit(report.groups, ROWS)
  const tiers = shown.some(({ billing_tiers }) => billing_tiers.length > 0) && report.by === 'customer'
  const columns = [{ title: titleOf(report) }, ...FIGURES.map((title) => ({ title, right: true })), ...(tiers ? [{ title: 'Tier' }] : [])]
  const rows = shown.map((group) => [
    writeName(group, report.by, plain),
    ...writeFigures(group),
    ...(tiers ? [group.billing_tiers.map((tier) => plain(tier)).join(', ')] : []),
  ])
  const [title = '', ...lines] = alignColumns(columns, [...rows, ['Total', ...writeFigures(report.total)]])
  const more = hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : []
  return [paint('dim', title), ...lines.slice(0, -1), ...more, paint('bold', lines.at(-1) ?? '')]
}

/** In the words of the guides. A model's own models would be the model itself. */
function describeGroups(report: CostReport, paint: Paint): string[][] {
  if (report.by === 'model') return []
  const { shown, hidden } = limit(report.groups, DESCRIBED)
  const blocks = shown.map((group) => describeGroup(report, group, paint))
  return hidden.length > 0 ? [...blocks, [`and ${integer(hidden.length)} more: --format json lists them`]] : blocks
}

function describeGroup(report: CostReport, group: ReportGroup, paint: Paint): string[] {
  const { shown, hidden } = limit(group.models, MODELS)
  return [
    `${titleOf(report)}: ${paint('bold', writeName(group, report.by, plain))}`,
    `Period: ${writePeriod(group.period)}`,
    `Total Runs: ${integer(group.runs)}`,
    `Total Cost: ${writeSpent(group)}`,
    `Avg Cost per Run: ${group.cost_per_run_usd === null ? NONE : usd(group.cost_per_run_usd)}`,
    'Models Used:',
    ...shown.map((use) => {
      const isUnknown = use.unpriced_calls === use.calls
      const share = use.share_percent === null || isUnknown ? '' : ` (${percent(use.share_percent)})`
      return `  - ${plain(use.model)}: ${isUnknown ? 'unknown' : usd(use.cost_usd)}${share}`
    }),
    ...(hidden.length > 0 ? [`  - and ${integer(hidden.length)} more`] : []),
  ]
}
