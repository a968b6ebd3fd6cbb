import type { Change, Report } from '../../generated/types.ts'
import { differenceUsd, sumUsd } from '../../usage/money.ts'
import { code } from '../../words/escape.ts'
import { integer, signedPercent, signedUsd, usd } from '../../words/format.ts'
import { limit, table } from '../../words/markdown.ts'
import { boundOf, isBaselineFloor, isFloor } from '../verdict/total.ts'

const NONE = '–'

/** What head is: a record is of the branch itself, not of a pull request. */
export function nameHead({ settings }: Pick<Report, 'settings'>): string {
  return settings.mode === 'record' ? 'This record' : 'This PR'
}

/**
 * One row per subject in the order given, the rest as one sum, and the cells of the total in bold where there is one: three columns, which a phone shows whole.
 * @param withCalls whether the calls stand below a name.
 */
export function renderChanges(
  subject: string,
  changes: readonly Change[],
  total: readonly string[] | null,
  room: number,
  withCalls: boolean,
): string {
  const { shown, hidden } = limit(changes, room)
  const rows = shown.map((change) => toRow(code(change.name), changeCells(change), withCalls))
  if (hidden.length > 0) rows.push(toRow(`_and ${integer(hidden.length)} more_`, writeSum(hidden), false))
  if (total !== null) rows.push(toRow('Total', total, false).map(boldCell))
  return table([{ title: subject }, { title: 'Before → now', right: true }, { title: 'Change', right: true }], rows)
}

/** What stands below the first line of a cell stays plain. */
function boldCell(cell: string): string {
  const [first = '', ...rest] = cell.split('<br>')
  return [first === '' ? '' : `**${first}**`, ...rest].join('<br>')
}

/** `$0.40 → $0.60` and `+$0.20`, `+50 %` below it; of what is new or gone the one amount that there is, and the name says so. */
function toRow(
  name: string,
  [before = '', after = '', delta = '', percent = '', calls = '']: readonly string[],
  withCalls: boolean,
): string[] {
  const isMarked = percent === 'new' || percent === 'removed'
  const notes = [
    ...(isMarked ? [percent] : []),
    ...(withCalls && calls !== '' && calls !== NONE ? [`${calls} ${calls === '1' ? 'call' : 'calls'}`] : []),
  ]
  const share = isMarked || percent === NONE || percent === '' ? '' : `<br><sub>${percent}</sub>`
  const move = percent === 'new' ? after : percent === 'removed' ? before : `${before} → ${after}`
  return [`${name}${notes.length === 0 ? '' : `<br><sub>${notes.join(', ')}</sub>`}`, move, `${delta}${share}`]
}

/** Baseline, head, change, percent or `new` or `removed`, and calls of one subject. */
export function changeCells(change: Change): string[] {
  const { status, baseline_cost_usd: before, head_cost_usd: after, delta_usd: delta } = change
  const isKnown = (before !== null || status === 'added') && (after !== null || status === 'removed')
  return [
    status === 'added' ? NONE : writeAmount(before, after),
    status === 'removed' ? NONE : writeAmount(after, before),
    isKnown ? signedUsd(delta) : NONE,
    writeStatus(change),
    writeCalls(change),
  ]
}

/** The cells of the total. What is in no amount may be more than what seems to be saved. */
export function totalCells(report: Report, total: Change): string[] {
  const cells = changeCells(total)
  const [before = '', after = '', delta = '', percent = '', calls = ''] = cells
  const bound = boundOf(report, total.delta_usd)
  if (bound === '') return cells
  const limited = (cell: string) => (bound === null || cell === NONE ? NONE : `${bound === 'at least ' ? '≥' : '≤'} ${cell}`)
  const least = (cell: string, isLeast: boolean) => (isLeast ? `≥ ${cell}` : cell)
  return [least(before, isBaselineFloor(report)), least(after, isFloor(report)), limited(delta), limited(percent), calls]
}

/** What has no known price is no amount, above all not $0. */
function writeAmount(amount: number | null, like: number | null): string {
  return amount === null ? 'unknown' : usd(amount, like ?? undefined)
}

function writeStatus({ status, percent }: Change): string {
  if (status === 'added') return 'new'
  if (status === 'removed') return 'removed'
  return percent === null ? NONE : signedPercent(percent)
}

function writeCalls({ status, baseline_calls: before, head_calls: after }: Change): string {
  const from = status === 'added' ? (before ?? 0) : before
  const to = status === 'removed' ? (after ?? 0) : after
  if (to === null) return NONE
  return from === null || from === to ? integer(to) : `${integer(from)} → ${integer(to)}`
}

/** Keeps the table adding up where rows are cut. */
function writeSum(changes: readonly Change[]): string[] {
  const sum = (amountOf: (change: Change) => number | null) => sumUsd(changes.map((change) => amountOf(change) ?? 0))
  const before = sum((change) => change.baseline_cost_usd)
  const after = sum((change) => change.head_cost_usd)
  const delta = differenceUsd(
    sum((change) => Math.max(0, change.delta_usd)),
    sum((change) => Math.max(0, -change.delta_usd)),
  )
  return [usd(before, after), usd(after, before), signedUsd(delta), '', '']
}
