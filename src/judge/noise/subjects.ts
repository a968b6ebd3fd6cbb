import { isEnough } from '../../compare/noise/known.ts'
import { measureSubject, SUBJECTS_ERROR, type SubjectNoise } from '../../compare/noise/subject.ts'
import type { HistoryPoint } from '../../generated/types.ts'
import type { IncreaseRule } from '../../policy/rule.ts'
import { isGlob } from '../../text/wildcard.ts'
import { sumUsd } from '../../usage/money.ts'
import { aim } from '../subjects/aim.ts'
import type { Chance } from './chance.ts'

/** What chance does to the cost of the model or agent that a rule is about; null where that is not known. */
export type MeasureOne = (rule: IncreaseRule, name: string, headUsd: number) => SubjectNoise | null

/**
 * @param rules all of them: which of two decides about a name of a record is settled as it is for head.
 * @param judgedBy how many models and agents the policy file of a rule judges: the more there are, the more of them chance moves far. What one file
 * says does not change with what another one adds.
 */
export function measureSubjects(chance: Chance, rules: readonly IncreaseRule[], judgedBy: (rule: IncreaseRule) => number): MeasureOne {
  const { records, student } = chance
  if (student === null || !isEnough(records)) return () => null
  const spent = { model: records.map(({ models }) => costsOf(models)), agent: records.map(({ agents }) => costsOf(agents)) }
  const meant = new Map((['model', 'agent'] as const).flatMap((kind) => [...aimAtRecords(rules, kind, spent[kind])]))
  return (rule, name, head) => {
    if (rule.kind !== 'model' && rule.kind !== 'agent') return null
    // Of a glob each name is judged by itself, of a name all that it means together.
    const names = isGlob(rule.pattern) ? [name] : (meant.get(rule) ?? [])
    const totals = spent[rule.kind].map((costs) => costOf(costs, names))
    return measureSubject({ totals, head, error: SUBJECTS_ERROR / Math.max(1, judgedBy(rule)), limitPercent: rule.limit, t: student })
  }
}

type Costs = ReadonlyMap<string, number>

/** The names of the records that each rule decides about. */
function aimAtRecords(rules: readonly IncreaseRule[], kind: IncreaseRule['kind'], records: readonly Costs[]) {
  const about = rules.filter((rule) => rule.kind === kind)
  const names = [...new Set(records.flatMap((costs) => [...costs.keys()]))]
  return aim(about, names).map((target): [IncreaseRule, readonly string[]] => [target.rule, target.names])
}

function costsOf(stats: HistoryPoint['models']): Costs {
  return new Map(Object.entries(stats).map(([name, { cost_usd: usd }]) => [name, usd]))
}

function costOf(costs: Costs, names: readonly string[]): number | null {
  const known = names.flatMap((name) => costs.get(name) ?? [])
  return known.length === 0 ? null : sumUsd(known)
}
