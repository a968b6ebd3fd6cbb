import type { Report } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { usd } from '../../words/format.ts'
import type { Paint, Style } from '../../words/paint.ts'
import { wouldFail, writeBlocking } from './blocking.ts'
import { MISSING_BASELINE, writeReason } from './reason.ts'
import { writeRecorded } from './recorded.ts'
import { isBaselineFloor, isFloor, isMeasured, totalOf, writeBefore, writeGrowth, writeSpend } from './total.ts'

/** How the gate ended, for an icon or a colour. */
export type Tone = 'pass' | 'warn' | 'fail'

export const ICONS: Record<Tone, string> = { pass: '✅', warn: '⚠️', fail: '❌' }
const WORDS: Record<Tone, string> = { pass: 'PASS', warn: 'WARN', fail: 'FAIL' }
const STYLES: Record<Tone, Style> = { pass: 'green', warn: 'yellow', fail: 'red' }

/** The tone in one coloured word, for a terminal. */
export function writeTone(tone: Tone, paint: Paint): string {
  return paint(STYLES[tone], WORDS[tone])
}

/** A step that fails is never shown as a mere warning, and a record, which never blocks, never as a failure. */
export function toneOf({ blocked, verdict, settings }: Report): Tone {
  if (blocked) return 'fail'
  return settings.mode === 'record' && verdict === 'fail' ? 'warn' : verdict
}

/** The verdict in one line: `LLM cost +122.9 % — limit +20 %`. */
export function writeVerdict(report: Report, voice: Voice): string {
  const { comment_key: key, mode } = report.settings
  const subject = key === 'default' ? 'LLM cost' : `LLM cost of ${voice.name(key)}`
  if (mode === 'record') return writeRecorded(report, subject, voice)
  return `${wouldFail(report) ? 'Would fail: ' : ''}${subject} ${writeChange(report)} — ${writeReason(report, voice)}`
}

/** Which setting decides whether a verdict blocks, where the verdict alone does not say; null where it does. */
export function writeSetting(report: Report): string | null {
  const { settings, findings, verdict } = report
  if (settings.mode === 'record') {
    if (settings.dry_run) return 'Dry run: nothing is recorded.'
    return verdict === 'fail' ? 'Recording never blocks.' : null
  }
  const isMissing = findings.some(({ rule, level }) => rule === MISSING_BASELINE && level === 'error')
  return writeBlocking(report) ?? (isMissing ? 'A missing baseline blocks: on-missing-baseline is fail.' : null)
}

function writeChange(report: Report): string {
  if (!isMeasured(report)) return 'not measured'
  const total = totalOf(report)
  if (total === null) return writeSpend(report)
  const growth = writeGrowth(report, total)
  if (growth !== null && total.delta !== 0) return growth
  if (isFloor(report)) return writeSpend(report, total.before)
  const isUnchanged = total.delta === 0 && !isBaselineFloor(report)
  return isUnchanged ? 'unchanged' : `${writeBefore(report, total.before, total.after)} → ${usd(total.after, total.before)}`
}
