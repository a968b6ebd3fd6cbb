import { judgeFlow } from '../../../src/judge/flow/flow.ts'
import type { Ruling } from '../../../src/judge/ruling.ts'
import { head, policy } from './builders.ts'
import type { Flow } from './flows.ts'

/** What the rules of a policy on flows say of a flow. */
export function judgeFlowBy(yaml: string, flow: Flow, earlier: Flow | null = null): Ruling[] {
  return judgeFlow(policy(yaml).flow, head(flow), earlier && head(earlier))
}

/** What they come to, and in which words: `passed: plan: mean latency 5 ms, limit 5 ms`. */
export function sayOfFlow(yaml: string, flow: Flow, earlier: Flow | null = null): string[] {
  return judgeFlowBy(yaml, flow, earlier).map((ruling) => `${'level' in ruling ? ruling.level : ruling.outcome}: ${ruling.message}`)
}
