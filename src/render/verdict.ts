import type { Finding, Report } from '../generated/types.ts'
import type { Voice } from './escape.ts'
import { count, signedPercent, usd } from './format.ts'

/** Said by the headline, so no list of findings repeats it. */
export const MISSING_BASELINE = 'missing_baseline'

/** Baseline and head as one change of the total, in US dollars and percent. */
export interface Total {
  readonly before: number
  readonly after: number
  readonly delta: number
  /** null: a baseline of $0 has no percentage. */
  readonly percent: number | null
}

/** The change of the total, or null where there is no baseline to compare with. */
export function totalOf({ comparison, head }: Report): Total | null {
  const before = comparison?.total.baseline_cost_usd ?? null
  if (comparison === null || before === null) return null
  const { delta_usd: delta, percent } = comparison.total
  return { before, after: head.total_cost_usd, delta, percent }
}

/** Whether there is any usage to show: without it a cost of $0 means nothing. */
export function isMeasured({ head }: Report): boolean {
  return head.calls > 0 || head.total_cost_usd > 0
}

/** How the gate ended, for an icon or a colour. */
export type Tone = 'pass' | 'warn' | 'fail'

/** A step that fails is never shown as a mere warning. */
export function toneOf(report: Report): Tone {
  return report.blocked ? 'fail' : report.verdict
}

/** The verdict in one line: `LLM cost +122.9 % — limit +20 %`. */
export function writeVerdict(report: Report, voice: Voice): string {
  const { comment_key: key } = report.settings
  const subject = key === 'default' ? 'LLM cost' : `LLM cost of ${voice.name(key)}`
  return `${wouldFail(report) ? 'Would fail: ' : ''}${subject} ${writeChange(report)} — ${writeReason(report)}`
}

/** Which setting decides whether a verdict blocks, where the verdict alone does not say; null where it does. */
export function writeSetting(report: Report): string | null {
  const { settings, findings, blocked, verdict } = report
  if (settings.dry_run) return 'Dry run: nothing is blocked.'
  if (wouldFail(report)) return 'Nothing is blocked: fail-on is never.'
  if (blocked && verdict === 'warn') return 'Warnings block: fail-on is warning.'
  const isMissing = findings.some(({ rule, level }) => rule === MISSING_BASELINE && level === 'error')
  return isMissing ? 'A missing baseline blocks: on-missing-baseline is fail.' : null
}

function wouldFail({ blocked, verdict, settings }: Report): boolean {
  return !blocked && (verdict === 'fail' || (verdict === 'warn' && settings.fail_on === 'warning'))
}

function writeChange(report: Report): string {
  if (!isMeasured(report)) return 'not measured'
  const total = totalOf(report)
  if (total === null) return usd(report.head.total_cost_usd)
  if (total.delta === 0) return 'unchanged'
  if (total.percent === null) return `${usd(total.before, total.after)} → ${usd(total.after, total.before)}`
  return signedPercent(total.percent, report.settings.max_increase_percent)
}

function writeReason(report: Report): string {
  if (!isMeasured(report)) return 'no LLM calls were found'
  const { findings, settings } = report
  const total = totalOf(report)
  const others = findings.filter((finding) => finding.rule !== MISSING_BASELINE && !isTotalIncrease(finding))
  const limit = `limit ${signedPercent(settings.max_increase_percent)}`
  if (total === null) return ['no baseline yet', ...countWorst(others, '')].join(', ')
  if (findings.some(isTotalIncrease)) return [limit, ...countWorst(others, 'more ')].join(', ')
  const [worst] = countWorst(others, '')
  if (worst !== undefined) return worst
  const { percent, delta } = total
  const { max_increase_percent: max, min_increase_usd: min } = settings
  return delta > 0 && delta < min && (percent === null || percent > max) ? `below the minimum of ${usd(min, delta)}` : limit
}

function countWorst(findings: readonly Finding[], more: string): string[] {
  for (const level of ['error', 'warning'] as const) {
    const found = findings.filter((finding) => finding.level === level).length
    if (found > 0) return [count(found, `${more}${level}`)]
  }
  return []
}

function isTotalIncrease({ rule, subject }: Finding): boolean {
  return rule === 'max_increase_percent' && subject.kind === 'total'
}
