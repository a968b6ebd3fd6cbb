import type { Comparison, CostSummary, Subject } from '../../generated/types.ts'
import { count } from '../../words/format.ts'
import { decide, type Ruling } from '../ruling.ts'

const subject: Subject = { kind: 'data', name: null }

/** What tells whether there is any usage. */
type Used = Pick<CostSummary, 'calls' | 'graders' | 'quality' | 'flow_told' | 'sources'>

/**
 * Judges whether there is any usage: an empty input never passes. A flow need not call a model; where the baseline did, the calls of this one
 * may just not have been recorded.
 * @param before the total beside that of the baseline; null or left out: there is no baseline.
 */
export function judgeUsage({ calls, graders, quality, flow_told: told = [], sources }: Used, before?: Comparison['total'] | null): Ruling {
  const isFlow = told.length > 0 || sources.some(({ format }) => format === 'flow-summary')
  if (calls === 0 && isFlow) {
    const isLess = Boolean(before?.baseline_calls || before?.baseline_cost_usd)
    const message = `no LLM calls were found, but the figures of a flow${isLess ? '; the baseline has some' : ''}`
    return decide(isLess, 'warning', { rule: 'no_usage', subject, message, actual: calls, unit: 'calls' })
  }
  const earlier = quality.earlier_records
  const check =
    graders === undefined ? 'check usage-path, and that the agents ran before this step' : 'those of graders are not what is tested'
  const hint = earlier > 0 ? `since left out ${count(earlier, 'record')}` : check
  const message = calls === 0 ? `no LLM calls were found; ${hint}` : `${count(calls, 'call')} found`
  return decide(calls === 0, 'error', { rule: 'no_usage', subject, message, actual: calls, unit: 'calls' })
}

/**
 * Judges whether a report's period has any usage. A day off is no mistake, a ledger that was not brought up to date is: a warning.
 * @param newest time of the newest record of all, as it is to be shown; null: there is none.
 */
export function judgePeriod(head: Used, newest: string | null): Ruling {
  if (head.calls > 0 || newest === null) return judgeUsage({ ...head, quality: { ...head.quality, earlier_records: 0 } })
  const message = `no LLM calls in this time; the newest record is of ${newest}`
  return decide(true, 'warning', { rule: 'no_usage', subject, message, actual: 0, unit: 'calls' })
}
