import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { head, judged, policy } from './builders.ts'
import { called, type Flow, mcp, step } from './flows.ts'

const NAMES = ['a', 'b', 'ab', '__proto__', 'constructor']
const name = fc.constantFrom(...NAMES)
const part = fc.nat(6).chain((all) => fc.tuple(fc.nat(all), fc.constant(all)))
const flow: fc.Arbitrary<Flow> = fc
  .record({
    runs: part,
    mean: fc.option(fc.nat(1000)),
    mcp: fc.option(part),
    steps: fc.option(
      fc.uniqueArray(fc.record({ name, runs: part, ms: fc.option(fc.nat(1000)), mcp: part }), { selector: (one) => one.name }),
    ),
    models: fc.uniqueArray(name),
  })
  .map(({ runs, mean, mcp: calls, steps, models }) => ({
    runs: runs[1],
    flow_runs: runs[1],
    successes: runs[0],
    avg_latency_ms: mean,
    ...(calls && mcp(...calls)),
    ...(steps && {
      steps: steps.map((one) => step(one.name, { errors: one.runs[0], runs: one.runs[1], ms: one.ms, mcp: [one.mcp[1], one.mcp[0]] })),
    }),
    models: models.map((one) => called(one)),
  }))

const share = fc.nat(10).map((tenths) => tenths / 10)
const limits = fc.record({ max_error_rate: share, max_avg_latency_ms: fc.nat(1000), max_mcp_error_rate: share })
const rules = fc.record({
  min_runs: fc.nat(6),
  min_success_rate: share,
  max_avg_latency_ms: fc.nat(1000),
  required_steps: fc.array(name, { minLength: 1, maxLength: 3 }),
  per_step: fc.dictionary(fc.constantFrom('default', 'a*', ...NAMES.slice(0, 3)), limits, { minKeys: 1 }),
  mcp: fc.record({ max_error_rate: share }),
  models: fc.record({ allowlist: fc.array(name, { minLength: 1 }), denylist: fc.array(name) }),
})
type Rules = typeof rules extends fc.Arbitrary<infer R> ? R : never

/** Number of errors: nearly every random policy fails, so that the verdict alone would show little. */
function weigh(all: object, usage: Flow): number {
  return judged({ policy: policy(stringify(all)), head: head(usage) }).findings.filter(({ level }) => level === 'error').length
}

describe('flow governance', () => {
  it('never gets better by one more rule', () => {
    fc.assert(
      fc.property(rules, flow, (all, usage) => {
        const whole = weigh(all, usage)
        for (const key of Object.keys(all)) {
          const fewer = Object.fromEntries(Object.entries(all).filter(([other]) => other !== key))
          expect(weigh(fewer, usage)).toBeLessThanOrEqual(whole)
        }
      }),
      { numRuns: 60 },
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
      fc.property(rules, flow, (all, usage) => {
        expect(weigh(loosened(all), usage)).toBeLessThanOrEqual(weigh(all, usage))
      }),
      { numRuns: 150 },
    )
  })
})
