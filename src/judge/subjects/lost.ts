import type { CostSummary, LimitSubject, PolicyLine } from '../../generated/types.ts'
import { FLOW_STEP_KEYS, isLimit, PERIOD_KEYS, type TargetedRule } from '../../policy/rule.ts'
import { find, isFinding, leaveUnmatched, type Ruling } from '../ruling.ts'
import { listMatching, listNamed } from './named.ts'
import { findRenamed } from './renamed.ts'
import { subjectsOf } from './subjects.ts'

const RULE = 'limit_lost'
/** A comment shows no more of them; each takes a look at every new name. */
const MOST_RENAMED = 50

/**
 * A warning for each name of a policy file that the baseline used, and nobody uses now: its limits fell silent. An agent that was renamed would have
 * none. A model that requires approval may well be gone.
 * @param before null: the baseline does not say what was used.
 */
export function judgeLost(rules: readonly TargetedRule[], before: CostSummary | null, head: CostSummary): Ruling[] {
  if (before === null) return []
  const limits = rules.filter((rule) => isLimit(rule) && rule.key !== 'require_approval')
  // Files do not know of each other: what one says must not change with what another one adds.
  const files = [...new Set(limits.map(({ policy }) => policy.path))]
  return files.flatMap((path) =>
    judgeFile(
      limits.filter(({ policy }) => policy.path === path),
      before,
      head,
    ),
  )
}

function judgeFile(limits: readonly TargetedRule[], before: CostSummary, head: CostSummary): Ruling[] {
  const silent = new Set(groupByUse(limits).flatMap((same) => listLost(same, before, head)))
  const lost = new Map<string, TargetedRule>()
  for (const rule of limits) {
    const name = JSON.stringify([rule.kind, rule.pattern])
    if (silent.has(rule) && !lost.has(name)) lost.set(name, rule)
  }
  const renamed = new Map<LimitSubject, (pattern: string) => string | null>()
  return [...lost.values()].map((rule, index) => {
    const { kind, pattern, policy } = rule
    const finder = renamed.get(kind) ?? findRenamed(newNames(kind, limits, before, head))
    renamed.set(kind, finder)
    return tell(kind, pattern, policy, index < MOST_RENAMED ? finder(pattern) : null)
  })
}

/** The rulings without those that only guess what a lost name may have meant. */
export function dropGuesses(rulings: readonly Ruling[], lost: readonly Ruling[]): Ruling[] {
  const names = new Set(lost.map(placeOf))
  return rulings.map((ruling) => {
    const isGuess = isFinding(ruling) && ruling.level === 'notice' && ruling.actual === null && ruling.limit === null
    return isGuess && names.has(placeOf(ruling)) ? leaveUnmatched(ruling) : ruling
  })
}

/** The name, and the file that has it. */
function placeOf({ subject, policy }: Ruling): string {
  return JSON.stringify([subject.kind, subject.name, policy?.path])
}

type Use = 'runs-of-steps' | 'days' | 'calls'

/** What has to be there for a rule to judge anything. */
function useOf({ kind, key }: TargetedRule): Use {
  if (kind === 'step' && FLOW_STEP_KEYS.some((own) => own === key)) return 'runs-of-steps'
  return PERIOD_KEYS.some((own) => own === key) ? 'days' : 'calls'
}

/** Rules of one kind of subject that need the same to be there. */
function groupByUse(rules: readonly TargetedRule[]): TargetedRule[][] {
  const groups = new Map<string, TargetedRule[]>()
  for (const rule of rules) {
    const place = JSON.stringify([rule.kind, useOf(rule)])
    const same = groups.get(place)
    if (same === undefined) groups.set(place, [rule])
    else same.push(rule)
  }
  return [...groups.values()]
}

function listLost(rules: readonly TargetedRule[], before: CostSummary, head: CostSummary): TargetedRule[] {
  const [rule] = rules
  if (rule === undefined) return []
  const use = useOf(rule)
  // That there is no usage at all is said elsewhere.
  if (use !== 'runs-of-steps' && head.calls === 0) return []
  const now = listMatching(rules, usedNames(rule.kind, use, head))
  const silent = rules.filter((one) => !now.has(one))
  return [...listMatching(silent, usedNames(rule.kind, use === 'days' ? 'calls' : use, before))]
}

/** Without calls a name is known from days before `since` alone. */
function usedNames(kind: LimitSubject, use: Use, summary: CostSummary): string[] {
  if (use === 'runs-of-steps') return (summary.steps ?? []).map(({ name }) => name)
  return Object.entries(subjectsOf(summary)(kind))
    .filter(([, { calls }]) => use === 'days' || calls > 0)
    .map(([name]) => name)
}

/** Names that the baseline did not use and the policy does not name. */
function newNames(kind: LimitSubject, rules: readonly TargetedRule[], before: CostSummary, head: CostSummary): string[] {
  const uses: readonly Use[] = kind === 'step' ? ['calls', 'runs-of-steps'] : ['calls']
  const [old, used] = [before, head].map((summary) => new Set(uses.flatMap((use) => usedNames(kind, use, summary))))
  const candidates = [...(used ?? [])].filter((name) => old?.has(name) !== true).sort()
  const named = listNamed(
    rules.filter((rule) => rule.kind === kind),
    candidates,
  )
  return candidates.filter((name) => !named.has(name))
}

function tell(kind: LimitSubject, pattern: string, policy: PolicyLine, near: string | null): Ruling {
  const next =
    near === null
      ? 'remove them, or write the name that is used now'
      : `the nearest new name is ${near} and has no limit of its own: write that, or remove the limits`
  const message = `${pattern}: limits on this ${kind} matched in the baseline, and match nothing now; ${next}`
  return find('warning', { rule: RULE, subject: { kind, name: pattern }, message, policy })
}
