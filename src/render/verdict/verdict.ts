import type { Report } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { usd } from '../../words/format.ts'
import type { Paint, Style } from '../../words/paint.ts'
import { describeChance, INCONCLUSIVE, isTotalIncrease } from '../noise/state.ts'
import { wouldFail, writeBlocking } from './blocking.ts'
import { MISSING_BASELINE, writeReason } from './reason.ts'
import { writeRecorded } from './recorded.ts'
import { isBaselineFloor, isFloor, isMeasured, totalOf, writeBefore, writeChange as writeMoved, writeSpend } from './total.ts'

/** How the gate ended, for an icon or a colour. */
export type Tone = 'pass' | 'inconclusive' | 'warn' | 'fail'

export const ICONS: Record<Tone, string> = { pass: '✅', inconclusive: INCONCLUSIVE, warn: '⚠️', fail: '❌' }
const WORDS: Record<Tone, string> = { pass: 'PASS', inconclusive: 'INCONCLUSIVE', warn: 'WARN', fail: 'FAIL' }
const STYLES: Record<Tone, Style> = { pass: 'green', inconclusive: 'yellow', warn: 'yellow', fail: 'red' }

/** The tone in one coloured word, for a terminal. */
export function writeTone(tone: Tone, paint: Paint): string {
  return paint(STYLES[tone], WORDS[tone])
}

/**
 * A step that fails is never shown as a mere warning, and a record, which never blocks, never as a failure. What nobody can tell, or is hidden by chance,
 * never looks like a pass, whatever on-inconclusive says.
 */
export function toneOf({ blocked, verdict, settings, noise, findings }: Report): Tone {
  if (blocked) return 'fail'
  const tone = settings.mode === 'record' && verdict === 'fail' ? 'warn' : verdict
  if (tone === 'fail' || (noise?.state !== 'inconclusive' && noise?.state !== 'hidden')) return tone
  const hasOther = findings.some((finding) => finding.level !== 'notice' && !isTotalIncrease(finding))
  return noise.state === 'hidden' || hasOther ? 'warn' : 'inconclusive'
}

/** The verdict in one line: `LLM cost +122.9 % — limit +20 %`. @param isNamed whether the tone stands before it in words. */
export function writeVerdict(report: Report, voice: Voice, isNamed = false): string {
  const { comment_key: key, mode } = report.settings
  const subject = key === 'default' ? 'LLM cost' : `LLM cost of ${voice.name(key)}`
  if (mode === 'record') return writeRecorded(report, subject, voice)
  return `${writeOpening(report, isNamed)}${subject} ${writeChange(report)} — ${writeReason(report, voice)}`
}

/** The one word of the status of a commit, which has no icon. Only where no error says more. */
function writeOpening(report: Report, isNamed: boolean): string {
  if (wouldFail(report)) return 'Would fail: '
  const tone = toneOf(report)
  return report.noise?.state === 'inconclusive' && tone !== 'fail' && !(isNamed && tone === 'inconclusive') ? 'Inconclusive: ' : ''
}

/** Which setting decides whether a verdict blocks, where the verdict alone does not say; null where it does. */
export function writeSetting(report: Report): string | null {
  const { settings, findings, verdict, noise } = report
  if (settings.mode === 'record') {
    if (settings.dry_run) return 'Dry run: nothing is recorded.'
    return verdict === 'fail' ? 'Recording never blocks.' : null
  }
  const isMissing = findings.some(({ rule, level }) => rule === MISSING_BASELINE && level === 'error')
  const isUnclear =
    settings.on_inconclusive === 'fail' && findings.some((one) => one.level === 'error' && describeChance(one, noise) !== null)
  if (isUnclear)
    return writeBlocking(report) ?? `${noise?.state === 'hidden' ? 'A hidden increase' : 'Inconclusive'} blocks: on-inconclusive is fail.`
  return writeBlocking(report) ?? (isMissing ? 'A missing baseline blocks: on-missing-baseline is fail.' : null)
}

function writeChange(report: Report): string {
  if (!isMeasured(report)) return 'not measured'
  const total = totalOf(report)
  if (total === null) return writeSpend(report)
  const growth = writeMoved(report, total)
  if (growth !== null && total.delta !== 0) return growth
  if (isFloor(report)) return writeSpend(report, total.before)
  const isUnchanged = total.delta === 0 && !isBaselineFloor(report)
  return isUnchanged ? 'unchanged' : `${writeBefore(report, total.before, total.after)} → ${usd(total.after, total.before)}`
}
