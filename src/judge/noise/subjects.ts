import { isEnough } from '../../compare/noise/known.ts'
import { measureSubject, SUBJECTS_ERROR, type SubjectNoise } from '../../compare/noise/subject.ts'
import type { HistoryPoint } from '../../generated/types.ts'
import type { IncreaseRule } from '../../policy/rule.ts'
import { sumUsd } from '../../usage/money.ts'
import { meansSpellings, Spellings } from '../subjects/spellings.ts'
import type { Chance } from './chance.ts'

/** What chance does to the cost of the model or agent that a rule is about; null where that is not known. */
export type MeasureOne = (rule: IncreaseRule, name: string, headUsd: number) => SubjectNoise | null

/** @param judged how many models and agents are judged: the more there are, the more of them chance moves far. */
export function measureSubjects(chance: Chance, judged: number): MeasureOne {
  const { records, student } = chance
  if (student === null || !isEnough(records)) return () => null
  return (rule, name, head) => {
    if (rule.kind !== 'model' && rule.kind !== 'agent') return null
    const isMeant = meantBy(rule, name)
    const totals = records.map((record) => costOf(rule.kind === 'model' ? record.models : record.agents, isMeant))
    return measureSubject({ totals, head, error: SUBJECTS_ERROR / Math.max(1, judged), limitPercent: rule.limit, t: student })
  }
}

/** The name itself, and of a model the other spellings that the rule judges together with it. */
function meantBy(rule: IncreaseRule, name: string): (used: string) => boolean {
  if (!meansSpellings(rule)) return (used) => used === name
  const spellings = new Spellings()
  spellings.add(rule.pattern, 0)
  return (used) => used === name || spellings.find(used).length > 0
}

function costOf(stats: HistoryPoint['models'], isMeant: (used: string) => boolean): number | null {
  const costs = Object.entries(stats).flatMap(([used, { cost_usd: usd }]) => (isMeant(used) ? usd : []))
  return costs.length === 0 ? null : sumUsd(costs)
}
