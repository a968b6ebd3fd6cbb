import type { Change, Comparison, OnInconclusive } from '../../generated/types.ts'
import type { IncreaseRule } from '../../policy/rule.ts'
import type { Chance } from '../noise/chance.ts'
import { type MeasureOne, measureSubjects } from '../noise/subjects.ts'
import { easeLevel, sayUnsure } from '../noise/words.ts'
import { cite, find, leaveUnmatched, type Ruling } from '../ruling.ts'
import { judgeEach } from '../subjects/target.ts'
import { addChanges } from '../subjects/together.ts'
import { judgeChange, NO_BASELINE } from './change.ts'
import { exceedsIncrease } from './increase.ts'

/** How the growth of models and agents is told from chance. */
export interface Doubt {
  readonly chance: Chance | null
  readonly onInconclusive: OnInconclusive
}

/**
 * Judges the growth of each model, agent and step that both sides have. What is new has no percentage: the limit on the total and
 * the budgets judge it. Records remember what models and agents cost, so what chance does to that is known.
 */
export function judgeIncreases(rules: readonly IncreaseRule[], comparison: Comparison | null, doubt: Doubt): Ruling[] {
  const plain = judgeAll(rules, comparison, (_rule, _change, ruling) => ruling)
  if (doubt.chance === null) return plain
  const judged = plain.filter(({ subject: { kind }, actual }) => kind !== 'step' && actual !== null)
  const measure = measureSubjects(doubt.chance, rules, countByFile(judged))
  return judgeAll(rules, comparison, (rule, change, ruling) => weigh(rule, change, ruling, measure, doubt.onInconclusive))
}

/** How many subjects each policy file judges. */
function countByFile(judged: readonly Ruling[]): (rule: IncreaseRule) => number {
  const counts = new Map<string | undefined, number>()
  for (const { policy } of judged) counts.set(policy?.path, (counts.get(policy?.path) ?? 0) + 1)
  return ({ policy }) => counts.get(policy.path) ?? 0
}

type Weigh = (rule: IncreaseRule, change: Change, ruling: Ruling) => Ruling

function judgeAll(rules: readonly IncreaseRule[], comparison: Comparison | null, weighOne: Weigh): Ruling[] {
  const changes = { model: comparison?.models, agent: comparison?.agents, step: comparison?.steps }
  return (['model', 'agent', 'step'] as const).flatMap((kind) => {
    const about = rules.filter((rule) => rule.kind === kind)
    const list = changes[kind] ?? null
    if (list === null) return about.map((rule) => leaveSilent(rule, comparison))
    const subjects = Object.fromEntries(list.map((change) => [change.name, change]))
    const judgeOne = (rule: IncreaseRule, name: string, change: Change) =>
      weighOne(rule, change, judgeChange(change, { ...rule, name, facts: cite(rule, name) }))
    return judgeEach(about, () => subjects, judgeOne, { absent: 'is in both baseline and head', add: addChanges, isThere: isShared })
  })
}

function isShared({ status }: Change): boolean {
  return status === 'changed' || status === 'unchanged'
}

/** What is above its limit, and may be chance, is no error unless that was asked for. */
function weigh(rule: IncreaseRule, change: Change, ruling: Ruling, measure: MeasureOne, onInconclusive: OnInconclusive): Ruling {
  const { limit, minIncreaseUsd, level } = rule
  const { baseline_cost_usd: before, head_cost_usd: after, percent } = change
  if (before === null || after === null) return ruling
  if (!exceedsIncrease(before, after, { percent: limit, minUsd: minIncreaseUsd })) return ruling
  const noise = measure(rule, change.name, after)
  if (noise === null || noise.isProven) return ruling
  const message = `${ruling.message}${sayUnsure(noise.reachPercent, noise.records)}`
  return find(easeLevel(level, onInconclusive), { ...cite(rule, ruling.subject.name), message, actual: percent })
}

function leaveSilent(rule: IncreaseRule, comparison: Comparison | null): Ruling {
  const reason = comparison === null ? NO_BASELINE : `the baseline does not say what each ${rule.kind} cost`
  return leaveUnmatched({ ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}` })
}
