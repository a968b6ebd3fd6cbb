import type { CostSummary, Finding, LargestCall, LargestCalls } from '../../../src/generated/types.ts'
import { judged, policy } from './builders.ts'

/** A policy of one group with these lines, each indented by four. */
export function group(...lines: readonly string[]) {
  return policy(`policies:\n  - name: g\n${lines.map((line) => `    ${line}\n`).join('')}`)
}

/** What one rule makes of a summary: `passed`, `unmatched`, or the level of its finding, and what it says. */
export function ruled(rules: ReturnType<typeof policy>, head: CostSummary, rule: string): { outcome: string; message: string }[] {
  const { findings, checks } = judged({ policy: rules, head })
  const outcomes = [
    ...findings.map((finding) => ({ ...finding, outcome: finding.level as string })),
    ...checks.map((check) => ({ ...check, outcome: check.outcome as string })),
  ]
  return outcomes.filter((one) => one.rule === rule && one.policy !== null).map(({ outcome, message }) => ({ outcome, message }))
}

export function findingOf(rules: ReturnType<typeof policy>, head: CostSummary, rule: string): Finding | undefined {
  return judged({ policy: rules, head }).findings.find((finding) => finding.rule === rule)
}

export function call(tokens: number, overrides: Partial<LargestCall> = {}): LargestCall {
  return { tokens, run_id: 'r1', step: 's1', model: 'm1', ...overrides }
}

/** The largest calls of a subject, of three calls unless it is said. */
export function largest(input: number, output = 1, overrides: Partial<LargestCalls> = {}): { largest_calls: LargestCalls } {
  return { largest_calls: { calls: 3, input: call(input), output: call(output), ...overrides } }
}
