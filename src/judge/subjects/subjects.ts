import type { Amounts, CostSummary, LimitSubject, Stats } from '../../generated/types.ts'

/** Figures of one subject; days and months only where its kind has them. */
export type SubjectStats = Stats & { readonly daily_cost_usd?: Amounts; readonly monthly_cost_usd?: Amounts }

/** The parts of a cost summary that tell of subjects. */
export type Subjects = Pick<CostSummary, 'agent_stats' | 'model_stats' | 'step_stats' | 'customer_stats'>

/** Figures per name of the subjects of a kind. */
export function subjectsOf(head: Subjects): (kind: LimitSubject) => Readonly<Record<string, SubjectStats>> {
  const byKind = { agent: head.agent_stats, model: head.model_stats, step: head.step_stats, customer: head.customer_stats }
  return (kind) => byKind[kind]
}
