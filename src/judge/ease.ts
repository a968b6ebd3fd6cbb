import type { Easing, Finding } from '../generated/types.ts'
import { isMinimum } from '../policy/rule.ts'

/** Errors that a person may accept, as warnings: somebody did. */
export function easeApproved(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => (isForApproval(finding) ? ease(finding, 'approved') : finding))
}

/** Whether an approval would make it a warning. */
export function isForApproval({ level, approvable }: Pick<Finding, 'level' | 'approvable'>): boolean {
  return level === 'error' && approvable
}

/** Errors that the baseline has too, and at least as badly, as warnings: the change under review did not cause them. */
export function easeExisting(findings: readonly Finding[], before: readonly Finding[]): Finding[] {
  const byLimit = new Map<string, Finding[]>()
  for (const earlier of before) {
    const limit = nameLimit(earlier)
    const same = byLimit.get(limit)
    if (same === undefined) byLimit.set(limit, [earlier])
    else same.push(earlier)
  }
  return findings.map((finding) => {
    const isKnown = finding.level === 'error' && byLimit.get(nameLimit(finding))?.some((earlier) => isAsBad(earlier, finding))
    return isKnown ? ease(finding, 'existing') : finding
  })
}

function ease(finding: Finding, eased: Easing): Finding {
  return { ...finding, level: 'warning', eased }
}

/** The same line of the policy about the same subject; a limit on any run is about another run each time. */
function nameLimit({ rule, policy, subject: { kind, name } }: Finding): string {
  return JSON.stringify([rule, policy?.path, policy?.line, kind, kind === 'run' ? null : name])
}

function isAsBad(earlier: Finding, finding: Finding): boolean {
  if (earlier.actual === null || finding.actual === null) return false
  return isMinimum(finding.rule) ? earlier.actual <= finding.actual : earlier.actual >= finding.actual
}
