import type { Check, Finding, Level, Report } from '../../../../generated/types.ts'
import { isInconclusive } from '../../../noise/state.ts'
import type { Tone } from '../../../verdict/verdict.ts'

const WORDS: Record<Level, string> = { error: 'failed', warning: 'warned', notice: 'notice' }
const KINDS: Readonly<Record<string, string>> = {
  failed: ' bad',
  fail: ' bad',
  warned: ' warn',
  warn: ' warn',
  inconclusive: ' warn',
  passed: ' good',
  pass: ' good',
}

/** How bad a finding is; null: the limit was kept, or there was nothing to judge. */
export function levelOf(result: Finding | Check): Level | null {
  return 'level' in result ? result.level : null
}

/** The outcome in a framed word, so that no colour and no picture is needed to read it. */
export function badge(result: Finding | Check, { noise }: Pick<Report, 'noise'>): string {
  if (!('level' in result)) return frame(result.outcome === 'passed' ? 'passed' : 'nothing to judge')
  return frame(isInconclusive(result, noise) ? 'inconclusive' : WORDS[result.level])
}

/** The verdict in the same way. */
export function toneBadge(tone: Tone): string {
  return frame(tone)
}

function frame(word: string): string {
  return `<span class="badge${KINDS[word] ?? ''}">${word}</span>`
}
