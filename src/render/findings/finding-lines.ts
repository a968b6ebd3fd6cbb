import type { Level, Report } from '../../generated/types.ts'
import { alignColumns } from '../../words/columns.ts'
import { PLAIN } from '../../words/escape.ts'
import { integer } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'
import type { Paint, Style } from '../../words/paint.ts'
import { describeEasing } from '../verdict/approval.ts'
import { dropRepeats } from './repeats.ts'
import { writeActual, writeLimit } from './rule-figures.ts'
import { describeRule, isLimit, writePlace } from './rules.ts'

const ROWS = 20
const RIGHT = { right: true }
const LEVEL_WIDTH = 'warning'.length
const STYLES: Record<Level, Style> = { error: 'red', warning: 'yellow', notice: 'cyan' }

/** Findings for a terminal: what has figures stands in a table, the rest below it. */
export function findingLines({ findings, approval, noise }: Pick<Report, 'findings' | 'approval' | 'noise'>, paint: Paint): string[] {
  const { shown, hidden } = limit(dropRepeats(findings), ROWS)
  const limits = shown.filter(isLimit)
  const columns = [{ title: '' }, { title: 'Finding' }, { title: 'Actual', ...RIGHT }, { title: 'Limit', ...RIGHT }, { title: 'Rule' }]
  const rows = limits.map((finding) => [
    finding.level.padEnd(LEVEL_WIDTH),
    [describeRule(finding, PLAIN, noise), describeEasing(finding, approval, PLAIN)].filter((part) => part !== null).join(', '),
    writeActual(finding),
    writeLimit(finding),
    writePlace(finding, PLAIN),
  ])
  const [title = '', ...lines] = alignColumns(columns, rows)
  return [
    ...(rows.length === 0 ? [] : [paint('dim', title)]),
    ...limits.map((finding, index) => paint(STYLES[finding.level], lines[index] ?? '')),
    ...shown
      .filter((finding) => !isLimit(finding))
      .map((finding) => paint(STYLES[finding.level], `${finding.level.padEnd(LEVEL_WIDTH)}  ${describeRule(finding, PLAIN)}`)),
    ...(hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : []),
  ]
}
