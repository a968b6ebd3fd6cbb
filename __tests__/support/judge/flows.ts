import { expect } from 'vitest'
import type { CostSummary, LoggedModelStats, StepRunStats } from '../../../src/generated/types.ts'
import { head, judged, policy } from './builders.ts'

export type Flow = Partial<CostSummary>
/** What a table says must come out. */
export type Expected = 'passed' | 'failed' | 'unmatched'

interface StepFigures {
  readonly runs?: number
  readonly errors?: number
  readonly ms?: number | null
  readonly mcp?: readonly [calls: number, errors: number]
  readonly models?: string[]
}

export function step(name: string, { runs = 1, errors = 0, ms = null, mcp, models }: StepFigures = {}): StepRunStats {
  return {
    name,
    runs,
    successes: runs - errors,
    errors,
    ...(runs > 0 && { success_rate: (runs - errors) / runs }),
    ...(ms !== null && { avg_latency_ms: ms }),
    latency_total_ms: (ms ?? 0) * runs,
    latency_count: ms === null ? 0 : runs,
    error_types: {},
    ...(mcp && { mcp: { calls: mcp[0], errors: mcp[1] } }),
    ...(models && { models }),
  }
}

export const steps = (...list: StepRunStats[]): Flow => ({ steps: list })
export const ended = (successes: number, flow_runs: number): Flow => ({ runs: flow_runs, flow_runs, successes })
export const mean = (ms: number | null): Flow => ({ avg_latency_ms: ms ?? 0, latency_count: ms === null ? 0 : 2 })
export const mcp = (errors: number, calls: number): Flow => ({
  mcp: { calls, errors, tokens: { input: 0, output: 0, total: 0 }, cost_usd: 0 },
})

/** Calls of a model in the call logs. */
export function called(name: string, calls = 1, tokens = 10): LoggedModelStats {
  return { name, calls, errors: 0, tokens: { input: tokens, output: 0, total: tokens }, cost_usd: 0 }
}

/** The outcome of one rule about one subject; absent where it was not judged at all. */
export function outcomeOf(yaml: string, flow: Flow, rule: string, subject: string | null): Expected | 'absent' {
  const { findings, checks } = judged({ policy: policy(yaml), head: head(flow) })
  const about = (result: { rule: string; subject: { name: string | null } }) => result.rule === rule && result.subject.name === subject
  const finding = findings.find(about)
  if (finding === undefined) return checks.find(about)?.outcome ?? 'absent'
  expect(finding).toMatchObject({ level: 'error', approvable: false, policy: { path: 'policy.yaml' } })
  return 'failed'
}
