import type { Report } from '../generated/types.ts'
import { describeAge } from './age.ts'
import { describeCause, nameDriver } from './causes.ts'
import { MARKDOWN, type Voice } from './escape.ts'
import { count, signedUsd, usd } from './format.ts'
import { stack } from './markdown.ts'
import { isMeasured, type Tone, toneOf, totalOf, writeSetting, writeVerdict } from './verdict.ts'

const ICONS: Record<Tone, string> = { pass: '✅', warn: '⚠️', fail: '❌' }

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

/** `baseline baseline_summary.json (commit 8899ac1, 2 days old)`. */
export function describeBaseline({ baseline, created_at }: Report, voice: Voice): string {
  const commit = baseline.commit === null ? null : `commit ${voice.name(baseline.commit.slice(0, 7))}`
  const origin = [commit, describeAge(baseline.created_at, created_at)].filter((part) => part !== null).join(', ')
  return `baseline${baseline.path === null ? '' : ` ${voice.name(baseline.path)}`}${origin === '' ? '' : ` (${origin})`}`
}

function writeTotal(report: Report): string {
  const total = totalOf(report)
  if (total === null) return writeFirst(report)
  const { before, after, delta } = total
  const amounts = delta === 0 ? usd(after) : `${usd(before, after)} → ${usd(after, before)}`
  const change = delta === 0 ? '' : ` (${signedUsd(delta)})`
  return `${bold(amounts)}${change} against the ${describeBaseline(report, MARKDOWN)}`
}

function writeFirst({ head, baseline }: Report): string {
  const calls = count(head.calls, 'call')
  const looked = baseline.path === null ? '' : ` (looked for ${MARKDOWN.name(baseline.path)})`
  const first = `${bold(usd(head.total_cost_usd))} in ${calls}. There is no baseline to compare with yet${looked}, so a regression cannot be seen.`
  const how =
    'To get one: keep the cost summary that a run on the base branch writes (output `summary-path`) and name it in `baseline-path`.'
  return `${first}<br>\n${how}`
}

function bold(words: string): string {
  return `**${words}**`
}
