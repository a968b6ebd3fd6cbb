import type { FigureRule } from '../../policy/rule.ts'
import { usd } from '../../words/format.ts'
import { cite, decide, type Ruling } from '../ruling.ts'
import { type SubjectStats, type Subjects, subjectsOf } from '../subjects/subjects.ts'
import { judgeEach } from '../subjects/target.ts'
import { addSpend } from '../subjects/together.ts'

/** Judges what each agent, model, step or customer cost in all. */
export function judgeTotalCosts(rules: readonly FigureRule<'max_total_cost_usd'>[], head: Subjects): Ruling[] {
  const judgeOne = (rule: FigureRule<'max_total_cost_usd'>, name: string, { cost_usd: actual }: SubjectStats) => {
    const { limit, level } = rule
    const message = `${name}: cost ${usd(actual, limit)}, limit ${usd(limit, actual)} in all`
    return decide(actual > limit, level, { ...cite(rule, name), message, actual })
  }
  return judgeEach(rules, subjectsOf(head), judgeOne, { add: addSpend })
}
