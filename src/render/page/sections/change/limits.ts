import type { Check, Finding, Report } from '../../../../generated/types.ts'
import { isMinimum } from '../../../../policy/rule.ts'
import { integer, percent } from '../../../../words/format.ts'
import { limit } from '../../../../words/markdown.ts'
import { writeActual, writeLimit } from '../../../findings/rule-figures.ts'
import { describeRule, isLimit, writePlace } from '../../../findings/rules.ts'
import { describeEasing } from '../../../verdict/approval.ts'
import { HTML, list, paragraph, section } from '../../html.ts'
import { badge, levelOf } from './outcome.ts'

/** Bars; the list of all rules comes further below. */
const MOST_BARS = 30
/** Where a bar ends, in percent of the limit. */
const END = 150

/** What was found, and how much of each limit is used. */
export function renderLimits(report: Report): string | null {
  const { findings, checks } = report
  const notes = findings.filter((finding) => !isLimit(finding))
  const kept = checks.filter((check) => check.outcome === 'passed' && isLimit(check))
  const byShare = kept.toSorted((one, other) => (other.percent_of_limit ?? 0) - (one.percent_of_limit ?? 0))
  const { shown, hidden } = limit([...findings.filter(isLimit), ...byShare], MOST_BARS)
  return section('limits', 'Limits', [
    list(limit(notes, MOST_BARS).shown.map((finding) => `${badge(finding, report)} ${describeRule(finding, HTML, report.noise)}`)),
    shown.length === 0 ? null : `<ul class="limits">\n${shown.map((result) => writeBar(result, report)).join('\n')}\n</ul>`,
    hidden.length === 0 ? null : paragraph(`${integer(hidden.length)} more limits are in the list of rules below.`, 'note'),
  ])
}

function writeBar(result: Finding | Check, report: Report): string {
  const { percent_of_limit: share } = result
  const easing = 'level' in result ? describeEasing(result, report.approval, HTML) : null
  const used = share === null ? '' : ` (${percent(share, 100)} of it)`
  return [
    `<li><div class="row"><span>${badge(result, report)} ${describeRule(result, HTML, report.noise)}</span>`,
    `<span><strong>${writeActual(result)}</strong>, ${/\d/.test(writeLimit(result)) ? 'limit ' : ''}${writeLimit(result)}${used}</span></div>`,
    share === null || isMinimum(result.rule) ? '' : track(share, levelOf(result) === 'error'),
    `<div class="note">${writePlace(result, HTML)}${easing === null ? '' : `, ${easing}`}</div></li>`,
  ].join('')
}

/** The words above it say the same. @param share in percent of the limit. */
export function track(share: number, isBad: boolean, ahead: number | null = null): string {
  const width = (value: number) => `${((100 * Math.min(END, Math.max(0, value))) / END).toFixed(1)}%`
  const further = ahead === null ? '' : `<span class="fill ahead" style="width:${width(ahead)}"></span>`
  const mark = `<span class="mark" style="left:${width(100)}"></span>`
  return `<div class="track" aria-hidden="true">${further}<span class="fill${isBad ? ' bad' : ''}" style="width:${width(share)}"></span>${mark}</div>`
}
