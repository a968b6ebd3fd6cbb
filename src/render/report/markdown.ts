import type { CostReport } from '../../generated/types.ts'
import { code, MARKDOWN } from '../escape.ts'
import { integer, percent, usd } from '../format.ts'
import { bold, bullets, details, limit, stack, table } from '../markdown.ts'
import { FIGURES, NONE, titleOf, writeFigures, writeFilter, writeGaps, writeHeading, writeName, writeTotal } from './words.ts'

/** A job summary holds 1 MiB, of which other steps have their share. */
const ROWS = 200

/** A cost report as Markdown: a table of the groups, and their models folded. */
export function renderReportMarkdown(report: CostReport): string {
  const filter = writeFilter(report, MARKDOWN)
  return `${stack([
    `### ${writeHeading(report)}`,
    filter === '' ? null : `Only ${filter}.`,
    report.groups.length === 0 ? 'No calls.' : writeTotal(report, bold),
    report.groups.length === 0 ? null : renderGroups(report),
    report.groups.length === 0 || report.by === 'model' ? null : renderModels(report),
    bullets(writeGaps(report)),
  ])}\n`
}

function renderGroups(report: CostReport): string {
  const { shown, hidden } = limit(report.groups, ROWS)
  const tiers = report.by === 'customer' && shown.some(({ billing_tiers }) => billing_tiers.length > 0)
  const tier = (names: readonly string[]) => (tiers ? [names.map((name) => code(name)).join(', ')] : [])
  const rows = shown.map((group) => [writeName(group, report.by, code), ...writeFigures(group), ...tier(group.billing_tiers)])
  const blank = FIGURES.map(() => '')
  if (hidden.length > 0) rows.push([`_and ${integer(hidden.length)} more_`, ...blank, ...tier([])])
  rows.push([bold('Total'), ...writeFigures(report.total).map((cell) => bold(cell)), ...tier([])])
  return table(
    [{ title: titleOf(report) }, ...FIGURES.map((title) => ({ title, right: true })), ...(tiers ? [{ title: 'Tier' }] : [])],
    rows,
  )
}

function renderModels(report: CostReport): string {
  const uses = report.groups.flatMap((group) => group.models.map((use) => ({ group, use })))
  const { shown, hidden } = limit(uses, ROWS)
  const rows = shown.map(({ group, use }) => {
    const isUnknown = use.unpriced_calls === use.calls
    return [
      writeName(group, report.by, code),
      code(use.model),
      isUnknown ? 'unknown' : usd(use.cost_usd),
      use.share_percent === null || isUnknown ? NONE : percent(use.share_percent),
      integer(use.calls),
    ]
  })
  if (hidden.length > 0) rows.push([`_and ${integer(hidden.length)} more_`, '', '', '', ''])
  const figures = ['Cost', 'Share', 'Calls'].map((title) => ({ title, right: true }))
  return details('Models used', table([{ title: titleOf(report) }, { title: 'Model' }, ...figures], rows))
}
