import type { CostSummary, LoggedModelStats } from '../../generated/types.ts'
import type { ModelListRule, Named } from '../../policy/flow-rule.ts'
import { type Matcher, toMatcher } from '../../text/wildcard.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import { count } from '../../words/format.ts'
import { decide, leaveUnmatched, type Ruling } from '../ruling.ts'

type Models = Pick<CostSummary, 'models' | 'model_stats' | 'steps'>

/** Judges every model that was called by the list of those that may be, and of those that may not. */
export function judgeModelLists(rules: readonly ModelListRule[], flow: Models): Ruling[] {
  const called = listModels(flow)
  return rules.flatMap((rule) => {
    const facts = { rule: rule.key, subject: { kind: 'model', name: null }, unit: 'calls', policy: rule.policy } as const
    if (rule.patterns.length === 0) return [leaveUnmatched({ ...facts, message: `the ${rule.key} is empty, so it forbids nothing` })]
    if (called.size === 0) return [leaveUnmatched({ ...facts, message: 'no model was called' })]
    const entries = rule.patterns.map((pattern) => ({ ...pattern, matches: toMatcher(pattern.name) }))
    return [...called].map(([name, calls]) => judgeModel(rule, entries, name, calls))
  })
}

/** An entry of a list. */
type Entry = Named & { readonly matches: Matcher }

function judgeModel({ key, level, policy }: ModelListRule, entries: readonly Entry[], name: string, calls: number | null): Ruling {
  const match = entries.find((entry) => entry.matches(name)) ?? null
  const isBroken = (match === null) === (key === 'allowlist')
  const place = match === null ? `is not on the ${key}` : `is on the ${key}${match.name === name ? '' : ` as ${match.name}`}`
  const message = `${name} ${place}: ${calls === null ? 'a step called it' : count(calls, 'call')}`
  return decide(isBroken, level, {
    rule: key,
    subject: { kind: 'model', name },
    message,
    actual: calls,
    unit: 'calls',
    policy: match?.policy ?? policy,
  })
}

/** Models with calls by name, and how many; null: steps name it, and nobody counted. The same call may stand in both counts. */
function listModels({ models = [], model_stats, steps = [] }: Models): Map<string, number | null> {
  const calls = new Map<string, number | null>()
  const counted = [...models.filter(isModel).map(({ name, calls }) => [name, calls] as const), ...Object.entries(model_stats).map(countOf)]
  for (const [name, number] of counted) if (number > 0) calls.set(name, Math.max(number, calls.get(name) ?? 0))
  for (const name of steps.flatMap((step) => step.models ?? [])) if (!calls.has(name)) calls.set(name, null)
  return new Map([...calls].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function countOf([name, { calls }]: readonly [string, { calls: number }]): readonly [string, number] {
  return [name, calls]
}

/** Calls of tools name no model and use no tokens. */
function isModel({ name, tokens, cost_usd }: LoggedModelStats): boolean {
  return name !== UNKNOWN_MODEL || tokens.total > 0 || cost_usd > 0
}
