import type { Finding, Noise, RuleResult } from '../../generated/types.ts'
import { signedWholePercent } from '../../words/format.ts'

/** Neither passed nor failed. A shape of its own, too: colours alone do not tell it from a warning. */
export const INCONCLUSIVE = '🟡'

/** Whether it is about the growth of the total, the one thing that chance is asked about. */
export function isTotalIncrease({ rule, subject }: RuleResult | Finding): boolean {
  return rule === 'max_increase_percent' && subject.kind === 'total'
}

/** Whether it says that nobody can tell, and no setting makes an error of that. */
export function isInconclusive(finding: Finding, noise: Noise | null): boolean {
  return noise?.state === 'inconclusive' && finding.level !== 'error' && isTotalIncrease(finding)
}

/** What chance makes of a finding, in a few words behind its name: `inside the noise`; null where it has no say. */
export function describeChance(result: RuleResult | Finding, noise: Noise | null): string | null {
  if (noise === null || !('level' in result) || !isTotalIncrease(result)) return null
  if (noise.state === 'hidden')
    return noise.proven_percent === null ? 'hides more' : `hides a proven ${signedWholePercent(noise.proven_percent)}`
  if (noise.state !== 'inconclusive') return null
  if (noise.reason === 'one_run') return noise.odd_runs.length > 1 ? 'a few runs make it' : 'one run makes it'
  return noise.reason === 'fewer_runs' ? 'fewer runs or cases than before' : 'inside the noise'
}
