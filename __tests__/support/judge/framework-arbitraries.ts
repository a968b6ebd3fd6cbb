import fc from 'fast-check'
import type { GatePolicy, GateStep, GateStepLimits, GateSummary } from './framework-gate.ts'

const STEPS = ['draft', 'hello', 'retrieve', 'finalize', 'default', 'constructor']
const MODELS = ['gpt-4o', 'gpt-4o-mini', 'claude-3-haiku', 'internal-experimental-v1', 'unknown']
const PATTERNS = [...MODELS, 'gpt-4o*', 'claude-?-haiku*', 'internal-*', '*-v1', '*', 'gpt-4?']
const step = fc.constantFrom(...STEPS)
const count = fc.constantFrom(0, 1, 3, 7, 10, 20)
const share = fc.constantFrom(0, 0.05, 0.1, 0.3, 0.5, 0.6, 0.7, 0.857, 0.9, 1)
const latency = fc.constantFrom(0, 900, 1500.0004, 2000, 2000.5, 2500, 3000, 3000.1)
/** With whatever keys: neither a summary nor a policy needs all of them. */
const some = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields, { requiredKeys: [] })

const steps: fc.Arbitrary<readonly GateStep[]> = fc.uniqueArray(
  fc.record(
    {
      name: step,
      runs: count,
      successes: count,
      errors: count,
      avg_latency_ms: latency,
      mcp: some({ calls: count, errors: count }),
      models: fc.uniqueArray(fc.constantFrom(...MODELS), { maxLength: 3 }),
      model: fc.constantFrom(...MODELS),
    },
    { requiredKeys: ['name'] },
  ),
  { selector: ({ name }) => name, maxLength: 4 },
)
const tokens = fc
  .record({ input: count, output: count, total: count })
  .map(({ input, output }) => ({ input, output, total: input + output }))
const cost = fc.constantFrom(0, 0.01, 1)

/** Flow summaries as the framework's schema takes them: figures may be left out, or contradict each other. */
export const summaries: fc.Arbitrary<GateSummary> = fc.record(
  {
    runs: count,
    successes: count,
    success_rate: share,
    avg_latency_ms: latency,
    mcp: some({ calls: count, errors: count, tokens, cost_usd: cost }),
    steps,
    models: fc.uniqueArray(fc.record({ name: fc.constantFrom(...MODELS), calls: count, tokens, cost_usd: cost }), {
      selector: ({ name }) => name,
      maxLength: 3,
    }),
  },
  { requiredKeys: ['runs'] },
)

const stepLimits: fc.Arbitrary<GateStepLimits> = some({ max_error_rate: share, max_avg_latency_ms: latency, max_mcp_error_rate: share })
const names = fc.uniqueArray(fc.constantFrom(...PATTERNS), { maxLength: 3 })

/** Policies as the framework takes them, whatever they limit: they have one key at least. */
export const policies: fc.Arbitrary<GatePolicy> = some({
  min_runs: count,
  min_success_rate: share,
  max_avg_latency_ms: latency,
  required_steps: fc.uniqueArray(step, { maxLength: 3 }),
  per_step: fc.dictionary(step, stepLimits, { maxKeys: 4, noNullPrototype: true }),
  mcp: some({ max_error_rate: share }),
  models: some({ allowlist: names, denylist: names }),
}).filter((policy) => Object.keys(policy).length > 0)
