/**
 * The rules of the framework's `flow gate`, written anew from what they are: each returns what is wrong with a flow summary, one entry per error.
 * Limits are strict. Figures that the summary leaves out are 0, lists are empty; a share of nothing is not judged, but for the success rate, which
 * the summary gives itself. A step has the limits of its own name and no others, else those of `default`.
 */

export interface GateStep {
  readonly name: string
  readonly runs?: number
  readonly successes?: number
  readonly errors?: number
  readonly avg_latency_ms?: number
  readonly mcp?: { readonly calls?: number; readonly errors?: number }
  readonly models?: readonly string[]
  readonly model?: string
}

export interface GateSummary {
  readonly runs: number
  readonly successes?: number
  readonly success_rate?: number
  readonly avg_latency_ms?: number
  readonly mcp?: { readonly calls?: number; readonly errors?: number; readonly tokens?: object; readonly cost_usd?: number }
  readonly steps?: readonly GateStep[]
  readonly models?: readonly object[]
}

export interface GateStepLimits {
  readonly max_error_rate?: number
  readonly max_avg_latency_ms?: number
  readonly max_mcp_error_rate?: number
}

export interface GatePolicy {
  readonly min_runs?: number
  readonly min_success_rate?: number
  readonly max_avg_latency_ms?: number
  readonly required_steps?: readonly string[]
  readonly per_step?: Readonly<Record<string, GateStepLimits>>
  readonly mcp?: { readonly max_error_rate?: number }
  readonly models?: { readonly allowlist?: readonly string[]; readonly denylist?: readonly string[] }
}

type Rule = (summary: GateSummary, policy: GatePolicy) => readonly string[]

const above = (what: string, actual: number, limit: number | undefined) => (limit !== undefined && actual > limit ? [what] : [])
const below = (what: string, actual: number, limit: number | undefined) => (limit !== undefined && actual < limit ? [what] : [])
/** Not a number, which is above no limit, where there is nothing to divide by. */
const share = (part: number, all: number) => (all === 0 ? Number.NaN : part / all)

const RULES: readonly Rule[] = [
  ({ runs }, { min_runs }) => below('runs', runs, min_runs),
  ({ success_rate = 0 }, { min_success_rate }) => below('success rate', success_rate, min_success_rate),
  ({ avg_latency_ms = 0 }, { max_avg_latency_ms }) => above('latency', avg_latency_ms, max_avg_latency_ms),
  ({ mcp: { calls = 0, errors = 0 } = {} }, { mcp }) => above('mcp', share(errors, calls), mcp?.max_error_rate),
  ({ steps = [] }, { required_steps = [] }) =>
    required_steps.every((wanted) => steps.some(({ name }) => name === wanted)) ? [] : ['required steps'],
  ({ steps = [] }, policy) => steps.flatMap((step) => judgeStep(step, policy)),
]

function judgeStep(
  { name, runs = 0, successes = 0, avg_latency_ms = 0, mcp = {}, models = [], model = models[0] }: GateStep,
  policy: GatePolicy,
) {
  const { per_step = {}, models: { allowlist = [], denylist = [] } = {} } = policy
  const limits = (Object.hasOwn(per_step, name) ? per_step[name] : per_step.default) ?? {}
  const first = models[0] ?? model
  const isOn = (list: readonly string[]) => first !== undefined && list.some((pattern) => matches(first, pattern))
  return [
    ...above(`${name}: failed`, share(runs - successes, runs), limits.max_error_rate),
    ...above(`${name}: latency`, avg_latency_ms, limits.max_avg_latency_ms),
    ...above(`${name}: mcp`, share(mcp.errors ?? 0, mcp.calls ?? 0), limits.max_mcp_error_rate),
    ...(isOn(denylist) ? [`${name}: denied`] : []),
    ...(first !== undefined && allowlist.length > 0 && !isOn(allowlist) ? [`${name}: not allowed`] : []),
  ]
}

/** `*` is any characters, `?` is one; the shortest way to say so, for short names. */
function matches(name: string, pattern: string): boolean {
  const [want, ...rest] = pattern
  if (want === undefined) return name === ''
  if (want === '*') return matches(name, rest.join('')) || (name !== '' && matches(name.slice(1), pattern))
  return name !== '' && (want === '?' || want === name[0]) && matches(name.slice(1), rest.join(''))
}

/** What the framework's gate finds wrong. */
export function listGateErrors(summary: GateSummary, policy: GatePolicy): string[] {
  return RULES.flatMap((rule) => rule(summary, policy))
}
