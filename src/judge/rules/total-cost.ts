import type { FigureRule } from '../../policy/rule.ts'
import { usd } from '../../words/format.ts'
import { cite, decide, type Ruling } from '../ruling.ts'
import { type Subjects, subjectsOf } from '../subjects/subjects.ts'
import { judgeEach } from '../subjects/target.ts'

/** Judges what each agent, model, step or customer cost in all. */
export function judgeTotalCosts(rules: readonly FigureRule<'max_total_cost_usd'>[], head: Subjects): Ruling[] {
  return judgeEach(rules, subjectsOf(head), (rule, name, { cost_usd: actual }) => {
    const { limit, level } = rule
    const message = `${name}: cost ${usd(actual, limit)}, limit ${usd(limit, actual)} in all`
    return decide(actual > limit, level, { ...cite(rule, name), message, actual })
  })
}
