import type { Check, Finding, Level, Report } from '../../generated/types.ts'
import { MARKDOWN } from '../../words/escape.ts'
import { count, integer } from '../../words/format.ts'
import { bold, bullets, details, limit, stack } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { INCONCLUSIVE, isInconclusive } from '../noise/state.ts'
import { describeEasing } from '../verdict/approval.ts'
import { MISSING_BASELINE } from '../verdict/reason.ts'
import { dropRepeats } from './repeats.ts'
import { writeFigures, writeShare } from './rule-figures.ts'
import { describeRule, isLimit, writePlace } from './rules.ts'
import { describeUnpriced } from './unpriced.ts'

const UNPRICED = 'unpriced_model'
const ICONS: Record<Level, string> = { error: '❌', warning: '⚠️', notice: 'ℹ️' }

/** Findings, and who or what says that they are less than they seem. */
export type Judged = Pick<Report, 'findings' | 'approval' | 'noise'>
/** Where a rule stands, in Markdown; with a link where there is a page. */
export type Place = (result: Finding | Check) => string

const placeOf: Place = (result) => writePlace(result, MARKDOWN)

/** Errors, then warnings, the worst first; notices folded. */
export function renderFindings(report: Report, room: Room, place: Place): string {
  const findings = report.findings.filter(({ rule }) => rule !== MISSING_BASELINE && rule !== UNPRICED)
  const hasPeriod = findings.some(({ period, level }) => period !== null && level !== 'notice')
  return renderLevels({ ...report, findings }, room, {
    notes: [renderUnpriced(report), hasPeriod ? renderEarlier(report) : null],
    place,
    title: bold(report.blocked ? 'What blocks' : 'Findings'),
  })
}

interface More {
  /** What is said below the serious ones. */
  readonly notes?: readonly (string | null)[]
  readonly place?: Place
  /** What stands above them. */
  readonly title?: string | null
}

/** The same of any findings. */
export function renderLevels(judged: Judged, room: Room, { notes = [], place = placeOf, title = null }: More = {}): string {
  const findings = dropRepeats(judged.findings)
  const serious = [...only(findings, 'error'), ...only(findings, 'warning')]
  const notices = only(findings, 'notice')
  return stack([
    serious.length === 0 ? null : title,
    renderLevel(serious, judged, room.findings, place),
    ...notes,
    notices.length === 0 || room.folded === 0
      ? null
      : details(count(notices.length, 'notice'), renderLevel(notices, judged, room.folded, place)),
  ])
}

/** A rule in one line: `❌ Dearest run of agent offers: $0.20, limit $0.10 (200 %), cost_governance.yaml:12`. */
export function ruleLine(icon: string, result: Finding | Check, { approval, noise }: Omit<Judged, 'findings'>, place = placeOf): string {
  const check = `${icon} ${describeRule(result, MARKDOWN, noise)}`
  if (!isLimit(result)) return check
  const share = writeShare(result)
  const easing = 'level' in result ? describeEasing(result, approval, MARKDOWN) : null
  const facts = [`${writeFigures(result)}${/\d/.test(share) ? ` (${share})` : ''}`, place(result), ...(easing === null ? [] : [easing])]
  return `${check}: ${facts.join(', ')}`
}

function renderLevel(findings: readonly Finding[], judged: Omit<Judged, 'findings'>, room: number, place: Place): string {
  const { shown, hidden } = limit(findings, room)
  const lines = shown.map((finding) => ruleLine(iconOf(finding, judged), finding, judged, place))
  const errors = only(hidden, 'error').length
  const more = `_and ${integer(hidden.length)} more${errors > 0 ? ` (${count(errors, 'error')})` : ''}_`
  return bullets([...lines, ...(hidden.length === 0 ? [] : [more])])
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
