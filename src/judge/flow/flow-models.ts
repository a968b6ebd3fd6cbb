import type { ModelListRule, Named } from '../../policy/flow/flow-rule.ts'
import { type Matcher, toMatcher } from '../../text/wildcard.ts'
import { decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { atMostWarning } from './flow-alone.ts'
import { listModelUses, type Models, type ModelUse } from './model-uses.ts'

/** Judges every model that was called by the list of those that may be, and of those that may not. */
export function judgeModelLists(rules: readonly ModelListRule[], flow: Models): Ruling[] {
  const uses = listModelUses(flow)
  return rules.flatMap((rule) => {
    const facts = { rule: rule.key, subject: { kind: 'model', name: null }, unit: 'calls', policy: rule.policy } as const
    if (rule.patterns.length === 0) return [leaveUnmatched({ ...facts, message: `the ${rule.key} is empty, so it forbids nothing` })]
    if (uses.length === 0) return [leaveUnmatched({ ...facts, message: 'no model was called' })]
    const entries = rule.patterns.map((pattern) => ({ ...pattern, matches: toMatcher(pattern.name) }))
    return uses.map((use) => judgeModel(rule, entries, use))
  })
}

/** An entry of a list. */
type Entry = Named & { readonly matches: Matcher }

function judgeModel({ key, level, policy }: ModelListRule, entries: readonly Entry[], use: ModelUse): Ruling {
  const { model: name, calls, step, words, isGated } = use
  const match = entries.find((entry) => entry.matches(name)) ?? null
  const isBroken = (match === null) === (key === 'allowlist')
  const place = match === null ? `is not on the ${key}` : `is on the ${key}${match.name === name ? '' : ` as ${match.name}`}`
  const unseen = isGated ? '' : '; a warning, since it is the first model of no step'
  return decide(isBroken, isGated ? level : atMostWarning(level), {
    rule: key,
    subject: { kind: 'model', name },
    message: `${name} ${place}: ${words}${unseen}`,
    actual: calls,
    unit: 'calls',
    ...(step !== null && { step }),
    policy: match?.policy ?? policy,
  })
}
