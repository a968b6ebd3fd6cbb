import type { FailOn, Finding, Verdict } from '../generated/types.ts'

/** fail: at least one error. warn: at least one warning and no error. pass: neither; notices change nothing. */
export function decideVerdict(findings: readonly Pick<Finding, 'level'>[]): Verdict {
  if (findings.some((finding) => finding.level === 'error')) return 'fail'
  return findings.some((finding) => finding.level === 'warning') ? 'warn' : 'pass'
}

/** Whether findings fail a step: those of the level in fail-on. What was eased into a warning blocks nobody. */
export function isBlocking(findings: readonly Pick<Finding, 'level' | 'eased'>[], failOn: FailOn): boolean {
  if (failOn === 'never') return false
  return findings.some(({ level, eased }) => level === 'error' || (level === 'warning' && eased === null && failOn === 'warning'))
}
