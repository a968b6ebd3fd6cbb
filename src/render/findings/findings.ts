import type { Check, Finding, Level, Report } from '../../generated/types.ts'
import { MARKDOWN } from '../../words/escape.ts'
import { count, integer } from '../../words/format.ts'
import { details, limit, stack, table } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { INCONCLUSIVE, isInconclusive } from '../noise/state.ts'
import { describeEasing } from '../verdict/approval.ts'
import { MISSING_BASELINE } from '../verdict/reason.ts'
import { dropRepeats } from './repeats.ts'
import { describeRule, isLimit, writeActual, writeLimit, writePlace, writeShare } from './rules.ts'
import { describeUnpriced } from './unpriced.ts'

const UNPRICED = 'unpriced_model'
const ICONS: Record<Level, string> = { error: '❌', warning: '⚠️', notice: 'ℹ️' }

/** Findings, and who or what says that they are less than they seem. */
export type Judged = Pick<Report, 'findings' | 'approval' | 'noise'>
/** Columns of `ruleCells`. */
const RULE_COLUMNS = [
  { title: '' },
  { title: 'Check' },
  { title: 'Actual', right: true },
  { title: 'Limit', right: true },
  { title: 'Of limit', right: true },
  { title: 'Rule' },
]
const SHARE = 4

/** Errors, then warnings, the worst first; notices folded. */
export function renderFindings(report: Report, room: Room): string {
  const findings = report.findings.filter(({ rule }) => rule !== MISSING_BASELINE && rule !== UNPRICED)
  const hasPeriod = findings.some(({ period, level }) => period !== null && level !== 'notice')
  return renderLevels({ ...report, findings }, room, [renderUnpriced(report), hasPeriod ? renderEarlier(report) : null])
}

/** The same of any findings. @param notes what is said below the serious ones. */
export function renderLevels(judged: Judged, room: Room, notes: readonly (string | null)[] = []): string {
  const findings = dropRepeats(judged.findings)
  const serious = [...only(findings, 'error'), ...only(findings, 'warning')]
  const notices = only(findings, 'notice')
  return stack([
    renderLevel(serious, judged, room.findings),
    ...notes,
    notices.length === 0 || room.folded === 0 ? null : details(count(notices.length, 'notice'), renderLevel(notices, judged, room.folded)),
  ])
}

/** A table of results; the share of the limit only where a row has one. */
export function ruleTable(rows: readonly string[][]): string {
  const hasShare = rows.some((cells) => /\d/.test(cells[SHARE] ?? ''))
  const keep = (_cell: unknown, index: number) => hasShare || index !== SHARE
  return table(
    RULE_COLUMNS.filter(keep),
    rows.map((cells) => cells.filter(keep)),
  )
}

/** Cells of a rule for a table of results. */
export function ruleCells(icon: string, result: Finding | Check, { approval, noise }: Omit<Judged, 'findings'>): string[] {
  const easing = 'level' in result ? describeEasing(result, approval, MARKDOWN) : null
  const check = `${describeRule(result, MARKDOWN, noise)}${easing === null ? '' : `<br><sub>${easing}</sub>`}`
  return [icon, check, writeActual(result), writeLimit(result), writeShare(result), writePlace(result, MARKDOWN)]
}

/** What has figures stands in a table, the rest in a list below it. */
function renderLevel(findings: readonly Finding[], judged: Omit<Judged, 'findings'>, room: number): string {
  const { shown, hidden } = limit(findings, room)
  const rows = shown.filter(isLimit).map((finding) => ruleCells(iconOf(finding, judged), finding, judged))
  const notes = shown.filter((finding) => !isLimit(finding)).map((finding) => `${ICONS[finding.level]} ${describeRule(finding, MARKDOWN)}`)
  const errors = only(hidden, 'error').length
  const more = `_and ${integer(hidden.length)} more${errors > 0 ? ` (${count(errors, 'error')})` : ''}_`
  return stack([rows.length === 0 ? null : ruleTable(rows), notes.join('<br>\n'), hidden.length === 0 ? null : more])
}

function iconOf(finding: Finding, { noise }: Pick<Judged, 'noise'>): string {
  return isInconclusive(finding, noise) ? INCONCLUSIVE : ICONS[finding.level]
}

/** One line for all models without a price, from the figures: a message would mix their names with words. */
function renderUnpriced({ findings, head }: Report): string | null {
  const level = findings.find((finding) => finding.rule === UNPRICED)?.level ?? 'warning'
  const missing = describeUnpriced(head, MARKDOWN, (name) => `\`${name}\``)
  return missing === null ? null : `${ICONS[level]} ${missing}`
}

/** Without it a day dearer than the total would look like a mistake. */
function renderEarlier({ head, settings }: Report): string | null {
  const { earlier_records: earlier } = head.quality
  const since = settings.since === null ? '' : ` before ${MARKDOWN.name(settings.since)}`
  const others = [
    earlier > 0 ? `${count(earlier, 'earlier record')}${since}` : null,
    head.graders === undefined ? null : `${count(head.graders.calls, 'call')} of graders`,
  ].filter((part) => part !== null)
  return others.length === 0 ? null : `_Days and months include ${others.join(' and ')}; the total does not._`
}

function only(findings: readonly Finding[], level: Level): Finding[] {
  return findings.filter((finding) => finding.level === level)
}
