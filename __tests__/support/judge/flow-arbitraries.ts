import fc from 'fast-check'
import { called, type Flow, mcp, mean, step } from './flows.ts'

const NAMES = ['a', 'b', 'ab', '__proto__', 'constructor']
const name = fc.constantFrom(...NAMES)
const part = fc.nat(6).chain((all) => fc.tuple(fc.nat(all), fc.constant(all)))
/** What governs a flow, as a cost summary has it. */
export const flows: fc.Arbitrary<Flow> = fc
  .record({
    runs: part,
    ms: fc.option(fc.nat(1000)),
    mcp: fc.option(part),
    steps: fc.option(
      fc.uniqueArray(fc.record({ name, runs: part, ms: fc.option(fc.nat(1000)), mcp: part }), { selector: (one) => one.name }),
    ),
    models: fc.uniqueArray(name),
  })
  .map(({ runs, ms, mcp: calls, steps, models }) => ({
    runs: runs[1],
    flow_runs: runs[1],
    successes: runs[0],
    ...mean(ms),
    ...(calls && mcp(...calls)),
    ...(steps && {
      steps: steps.map((one) => step(one.name, { errors: one.runs[0], runs: one.runs[1], ms: one.ms, mcp: [one.mcp[1], one.mcp[0]] })),
    }),
    models: models.map((one) => called(one)),
  }))

const share = fc.nat(10).map((tenths) => tenths / 10)
const limits = fc.record({ max_error_rate: share, max_avg_latency_ms: fc.nat(1000), max_mcp_error_rate: share })
/** Every rule of flow governance. */
export const flowRules = fc.record({
  min_runs: fc.nat(6),
  min_success_rate: share,
  max_avg_latency_ms: fc.nat(1000),
  required_steps: fc.array(name, { minLength: 1, maxLength: 3 }),
  per_step: fc.dictionary(fc.constantFrom('default', 'a*', ...NAMES.slice(0, 3)), limits, { minKeys: 1 }),
  mcp: fc.record({ max_error_rate: share }),
  models: fc.record({ allowlist: fc.array(name, { minLength: 1 }), denylist: fc.array(name) }),
})
