import type { CostReport } from '../../generated/types.ts'
import { code, MARKDOWN } from '../../words/escape.ts'
import { integer, percent, usd } from '../../words/format.ts'
import { bold, bullets, details, limit, stack, table } from '../../words/markdown.ts'
import { fit, type Room } from '../../words/room.ts'
import { renderAlerts, renderLimits, writeHeadline } from './judgement.ts'
import { FIGURES, NONE, titleOf, writeFigures, writeFilter, writeGaps, writeHeading, writeName, writeTotal } from './words.ts'

/** From generous to tight. */
const ROOMS: readonly Room[] = [200, 50, 15, 5, 1].map((rows) => ({ findings: Math.min(rows, 30), models: rows, causes: 0, folded: rows }))

/** A cost report as Markdown: the verdict where there is one, a table of the groups, and their models folded. At most `maxLength` characters. */
export function renderReportMarkdown(report: CostReport, maxLength = Number.POSITIVE_INFINITY): string {
  const { judgement } = report
  return fit((room) => renderBody(report, room), maxLength, `### LLM cost: ${judgement?.verdict ?? 'report'}`, ROOMS)
}

function renderBody(report: CostReport, room: Room): string {
  const { judgement } = report
  const filter = judgement === null ? writeFilter(report, MARKDOWN) : ''
  const hasGroups = report.groups.length > 0
  return `${stack([
    `### ${judgement === null ? writeHeading(report) : writeHeadline(report, judgement, MARKDOWN)}`,
    filter === '' ? null : `Only ${filter}.`,
    hasGroups ? writeTotal(report, bold) : 'No calls.',
    judgement === null ? null : renderAlerts(judgement, room),
    hasGroups ? renderGroups(report, room.models) : null,
    hasGroups && report.by !== 'model' ? renderModels(report, room.folded) : null,
    judgement === null ? null : renderLimits(judgement, room),
    bullets(writeGaps(report)),
  ])}\n`
}

function renderGroups(report: CostReport, room: number): string {
  const { shown, hidden } = limit(report.groups, room)
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

function renderModels(report: CostReport, room: number): string {
  const uses = report.groups.flatMap((group) => group.models.map((use) => ({ group, use })))
  const { shown, hidden } = limit(uses, room)
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
