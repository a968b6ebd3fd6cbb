import type { Easing, Finding } from '../generated/types.ts'
import { isMinimum } from './minimum.ts'

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
  return findings.map((finding) => {
    const isKnown = finding.level === 'error' && before.some((earlier) => isSameLimit(earlier, finding) && isAsBad(earlier, finding))
    return isKnown ? ease(finding, 'existing') : finding
  })
}

function ease(finding: Finding, eased: Easing): Finding {
  return { ...finding, level: 'warning', eased }
}

/** The same line of the policy about the same subject; a limit on any run is about another run each time. */
function isSameLimit(one: Finding, other: Finding): boolean {
  const isSameLine = one.rule === other.rule && one.policy?.path === other.policy?.path && one.policy?.line === other.policy?.line
  return isSameLine && one.subject.kind === other.subject.kind && (one.subject.kind === 'run' || one.subject.name === other.subject.name)
}

function isAsBad(earlier: Finding, finding: Finding): boolean {
  if (earlier.actual === null || finding.actual === null) return false
  return isMinimum(finding.rule) ? earlier.actual <= finding.actual : earlier.actual >= finding.actual
}
