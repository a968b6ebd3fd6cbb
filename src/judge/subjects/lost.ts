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
  const silent = new Set(listLost(limits, before, head))
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

/** Names of a kind that are used in one way. */
type Use = (kind: LimitSubject, summary: CostSummary) => string[]

const inRunsOfSteps: Use = (_kind, { steps = [] }) => steps.map(({ name }) => name)
/** Without calls a name is known from days before `since` alone. */
const onDays: Use = (kind, summary) => Object.keys(subjectsOf(summary)(kind))
const inCalls: Use = (kind, summary) => {
  const used = Object.entries(subjectsOf(summary)(kind)).filter(([, { calls }]) => calls > 0)
  return used.map(([name]) => name)
}

/** What has to be there for a rule to judge anything. */
function useOf({ key }: TargetedRule): Use {
  if (FLOW_STEP_KEYS.some((own) => own === key)) return inRunsOfSteps
  return PERIOD_KEYS.some((own) => own === key) ? onDays : inCalls
}

/** Of rules those that matched in the baseline what they need, and match none of it now. */
function listLost(rules: readonly TargetedRule[], before: CostSummary, head: CostSummary): TargetedRule[] {
  const kinds = new Set(rules.map(({ kind }) => kind))
  return [...kinds].flatMap((kind) =>
    [inRunsOfSteps, onDays, inCalls].flatMap((use) => {
      // That there is no usage at all is said elsewhere.
      if (use !== inRunsOfSteps && head.calls === 0) return []
      const about = rules.filter((rule) => rule.kind === kind && useOf(rule) === use)
      const now = listMatching(about, use(kind, head))
      const silent = about.filter((rule) => !now.has(rule))
      return [...listMatching(silent, (use === onDays ? inCalls : use)(kind, before))]
    }),
  )
}

/** Names that the baseline did not use and the policy does not name. */
function newNames(kind: LimitSubject, rules: readonly TargetedRule[], before: CostSummary, head: CostSummary): string[] {
  const uses = kind === 'step' ? [inCalls, inRunsOfSteps] : [inCalls]
  const namesIn = (summary: CostSummary) => new Set(uses.flatMap((use) => use(kind, summary)))
  const old = namesIn(before)
  const candidates = [...namesIn(head)].filter((name) => !old.has(name)).sort()
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
