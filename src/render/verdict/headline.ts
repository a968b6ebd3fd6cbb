import type { Report } from '../../generated/types.ts'
import { MARKDOWN, type Voice } from '../../words/escape.ts'
import { count, signedUsd, usd } from '../../words/format.ts'
import { bold, stack } from '../../words/markdown.ts'
import { describeBaseline, writeMissing } from '../changes/baseline.ts'
import { writeCases } from '../changes/cases.ts'
import { describeCause, nameDriver } from '../changes/causes.ts'
import { link } from '../links.ts'
import { writeNoise } from '../noise/sentence.ts'
import { writeProjection } from './projection.ts'
import { writeSuccess } from './success.ts'
import { isBaselineFloor, isFloor, isMeasured, totalOf, writeMove, writeSpend } from './total.ts'
import { ICONS, toneOf, writeSetting, writeVerdict } from './verdict.ts'
import { writeWorkload } from './workload.ts'

/** The verdict in one line, as a title. */
export function renderTitle(report: Report): string {
  return `### ${ICONS[toneOf(report)]} ${writeVerdict(report, MARKDOWN)}`
}

/** How much, compared with what; which setting decides, where the verdict alone does not say. */
export function renderTotal(report: Report): string {
  const setting = writeSetting(report)
  return stack([isMeasured(report) ? writeTotal(report) : null, setting === null ? null : `_${setting}_`])
}

/** What else there is to know about the total. Other work first: then what all of it cost is not what to look at. */
export function writeFacts(report: Report): string[] {
  if (!isMeasured(report)) return []
  return [
    writeWorkload(report, bold),
    ...writeNoise(report, MARKDOWN, bold),
    writeSuccess(report, bold),
    writeCases(report, MARKDOWN),
    writeProjection(report, MARKDOWN, bold),
  ].filter((line) => line !== null)
}

/** `Mostly model mix (+$0.41): classify moved from …`; null where the cause is not known, nothing changed, or a saving may be none. */
export function writeMainCause(report: Report, voice: Voice, strong: (words: string) => string): string | null {
  const { explanation } = report
  const cause = explanation?.main_cause ?? null
  if (cause === null || (isFloor(report) && cause.delta_usd < 0) || (isBaselineFloor(report) && cause.delta_usd > 0)) return null
  const whole = explanation?.drivers.find((part) => part.driver === cause.driver)?.delta_usd ?? cause.delta_usd
  const part = whole === cause.delta_usd ? '' : ` (${signedUsd(cause.delta_usd)})`
  return `Mostly ${strong(nameDriver(cause.driver))} ${signedUsd(whole)}: ${describeCause(cause, voice)}${part}`
}

function writeTotal(report: Report): string {
  const total = totalOf(report)
  if (total === null) return writeFirst(report)
  const spent = total.delta === 0 && !isFloor(report) && !isBaselineFloor(report) ? bold(usd(total.after)) : writeMove(report, total, bold)
  return `${spent} against the ${describeBaseline(report, MARKDOWN, link)}`
}

function writeFirst(report: Report): string {
  const { head } = report
  const [state = '', ...advice] = writeMissing(report, MARKDOWN)
  return [`${bold(writeSpend(report))} in ${count(head.calls, 'call')}. ${state}`, ...advice].join('<br>\n')
}
