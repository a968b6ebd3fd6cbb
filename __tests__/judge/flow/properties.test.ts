import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { head, judged, policy } from '../../support/judge/builders.ts'
import { flowRules, flows } from '../../support/judge/flow-arbitraries.ts'
import type { Flow } from '../../support/judge/flows.ts'
import { tries } from '../../support/tries.ts'

type Rules = typeof flowRules extends fc.Arbitrary<infer R> ? R : never

/** Number of errors: nearly every random policy fails, so that the verdict alone would show little. */
function weigh(all: object, usage: Flow): number {
  return judged({ policy: policy(stringify(all)), head: head(usage) }).findings.filter(({ level }) => level === 'error').length
}

describe('flow governance', () => {
  it('never gets better by one more rule', () => {
    fc.assert(
      fc.property(flowRules, flows, (all, usage) => {
        const whole = weigh(all, usage)
        for (const key of Object.keys(all)) {
          const fewer = Object.fromEntries(Object.entries(all).filter(([other]) => other !== key))
          expect(weigh(fewer, usage)).toBeLessThanOrEqual(whole)
        }
      }),
      tries(60),
    )
  })

  it('never gets worse by a looser limit', () => {
    const loosened = ({ min_runs, min_success_rate, max_avg_latency_ms, required_steps, per_step, mcp, models }: Rules): Rules => ({
      min_runs: Math.max(0, min_runs - 1),
      min_success_rate: min_success_rate / 2,
      max_avg_latency_ms: max_avg_latency_ms + 100,
      required_steps: required_steps.slice(0, 1),
      per_step: Object.fromEntries(
        Object.entries(per_step).map(([pattern, one]) => [
          pattern,
          {
            max_error_rate: Math.min(1, one.max_error_rate + 0.1),
            max_avg_latency_ms: one.max_avg_latency_ms + 100,
            max_mcp_error_rate: Math.min(1, one.max_mcp_error_rate + 0.1),
          },
        ]),
      ),
      mcp: { max_error_rate: Math.min(1, mcp.max_error_rate + 0.1) },
      models: { allowlist: [...models.allowlist, 'a*'], denylist: models.denylist.slice(1) },
    })
    fc.assert(
      fc.property(flowRules, flows, (all, usage) => {
        expect(weigh(loosened(all), usage)).toBeLessThanOrEqual(weigh(all, usage))
      }),
      tries(150),
    )
  })
})
