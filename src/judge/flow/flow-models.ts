import type { ModelListRule, Named } from '../../policy/flow/flow-rule.ts'
import { toMatcher } from '../../text/wildcard.ts'
import { decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { meansSpellings, Spellings } from '../subjects/spellings.ts'
import { atMostWarning } from './flow-alone.ts'
import { listModelUses, type Models, type ModelUse } from './model-uses.ts'

/** Judges every model that was called by the list of those that may be, and of those that may not. */
export function judgeModelLists(rules: readonly ModelListRule[], flow: Models): Ruling[] {
  const uses = listModelUses(flow)
  return rules.flatMap((rule) => {
    const facts = { rule: rule.key, subject: { kind: 'model', name: null }, unit: 'calls', policy: rule.policy } as const
    if (rule.patterns.length === 0) return [leaveUnmatched({ ...facts, message: `the ${rule.key} is empty, so it forbids nothing` })]
    if (uses.length === 0) return [leaveUnmatched({ ...facts, message: 'no model was called' })]
    const find = finderOf(rule)
    return uses.map((use) => judgeModel(rule, find(use.model), use))
  })
}

/** Finds the entry that means a model: one that matches it, or of a denied model another spelling or all of its snapshots. */
function finderOf({ patterns, exact }: ModelListRule): (name: string) => Named | null {
  const globs = patterns.map((pattern) => ({ pattern, matches: toMatcher(pattern.name) }))
  const spellings = new Spellings()
  for (const [order, { name }] of patterns.entries())
    if (meansSpellings({ kind: 'model', pattern: name, exact })) spellings.add(name, order)
  return (name) => {
    const order = spellings.find(name)[0]?.orders[0]
    const spelled = order === undefined ? undefined : patterns[order]
    return globs.find(({ matches }) => matches(name))?.pattern ?? spelled ?? null
  }
}

function judgeModel({ key, level, policy }: ModelListRule, match: Named | null, use: ModelUse): Ruling {
  const { model: name, calls, step, words, isGated } = use
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
