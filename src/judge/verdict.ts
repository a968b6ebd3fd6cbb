import type { Finding, Verdict } from '../generated/types.ts'

/** fail: at least one error. warn: at least one warning and no error. pass: neither; notices change nothing. */
export function decideVerdict(findings: readonly Pick<Finding, 'level'>[]): Verdict {
  if (findings.some((finding) => finding.level === 'error')) return 'fail'
  return findings.some((finding) => finding.level === 'warning') ? 'warn' : 'pass'
}
