import type { Report } from '../../generated/types.ts'
import { renderTotal } from './headline.ts'
import { type Tone, toneOf } from './verdict.ts'

/** Boxes that GitHub draws, by their colours. */
const KINDS: Readonly<Record<Tone, string>> = { pass: 'TIP', inconclusive: 'IMPORTANT', warn: 'WARNING', fail: 'CAUTION' }

/** How much, compared with what, in a box of the colour of the verdict. */
export function renderAlert(report: Report): string {
  const total = renderTotal(report)
  if (total === '') return ''
  return [`> [!${KINDS[toneOf(report)]}]`, ...total.split('\n').map((line) => `> ${line}`.trimEnd())].join('\n')
}
