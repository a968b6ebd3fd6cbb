import type { Report } from '../generated/types.ts'
import { describeBaseline, writeMissing } from './baseline.ts'
import { describeCause, nameDriver } from './causes.ts'
import { MARKDOWN, type Voice } from './escape.ts'
import { count, signedUsd, usd } from './format.ts'
import { bold, stack } from './markdown.ts'
import { isMeasured, totalOf } from './total.ts'
import { ICONS, toneOf, writeSetting, writeVerdict } from './verdict.ts'

/** What a reader with ten seconds needs: the verdict, how much, compared with what, and mostly why. */
export function renderHeadline(report: Report): string {
  const setting = writeSetting(report)
  return stack([
    `### ${ICONS[toneOf(report)]} ${writeVerdict(report, MARKDOWN)}`,
    isMeasured(report) ? [writeTotal(report), writeMainCause(report, MARKDOWN, bold)].filter((line) => line !== null).join('<br>\n') : null,
    setting === null ? null : `_${setting}_`,
  ])
}

/** `Mostly model mix (+$0.41): classify moved from …`; null where the cause is not known or nothing changed. */
export function writeMainCause({ explanation }: Report, voice: Voice, strong: (words: string) => string): string | null {
  const cause = explanation?.main_cause ?? null
  if (cause === null) return null
  const whole = explanation?.drivers.find((part) => part.driver === cause.driver)?.delta_usd ?? cause.delta_usd
  const part = whole === cause.delta_usd ? '' : ` (${signedUsd(cause.delta_usd)})`
  return `Mostly ${strong(nameDriver(cause.driver))} ${signedUsd(whole)}: ${describeCause(cause, voice)}${part}`
}

function writeTotal(report: Report): string {
  const total = totalOf(report)
  if (total === null) return writeFirst(report)
  const { before, after, delta } = total
  const amounts = delta === 0 ? usd(after) : `${usd(before, after)} → ${usd(after, before)}`
  const change = delta === 0 ? '' : ` (${signedUsd(delta)})`
  return `${bold(amounts)}${change} against the ${describeBaseline(report, MARKDOWN)}`
}

function writeFirst(report: Report): string {
  const { head } = report
  const [state = '', ...advice] = writeMissing(report, MARKDOWN)
  return [`${bold(usd(head.total_cost_usd))} in ${count(head.calls, 'call')}. ${state}`, ...advice].join('<br>\n')
}
