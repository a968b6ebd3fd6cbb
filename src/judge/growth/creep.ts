import type { CostSummary, HistoryPoint } from '../../generated/types.ts'
import type { CreepRule } from '../../policy/whole-rule.ts'
import { parseLooseTime } from '../../time.ts'
import { count, percent, usd } from '../../words/format.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { exceedsIncrease } from './increase.ts'

const DAY_MS = 86_400_000

/**
 * Judges how much the total has grown since a record of some days ago: each of many small increases keeps the limit on one.
 * @param records comparable ones of the base branch, the oldest first; null: none are known.
 * @param today YYYY-MM-DD.
 */
export function judgeCreep(
  rules: readonly CreepRule[],
  head: Pick<CostSummary, 'total_cost_usd' | 'calls'>,
  records: readonly HistoryPoint[] | null,
  today: string,
): Ruling[] {
  return rules.map((rule) => {
    const facts = cite(rule, null)
    const old = findOld(records ?? [], rule.days, today)
    if (old === null) return leaveUnmatched({ ...facts, message: `total: no record is about ${count(rule.days, 'day')} old` })
    if (head.calls === 0) return leaveUnmatched({ ...facts, message: 'total: there are no calls to compare' })
    const { total_cost_usd: before } = old.record
    const { total_cost_usd: after } = head
    const actual = before === 0 ? null : ((after - before) / before) * 100
    const size = actual === null ? '' : ` ${percent(Math.abs(actual), rule.limit)}`
    const message = `total: ${describe(before, after, size, old.days)}, limit ${percent(rule.limit, actual ?? undefined)}`
    return decide(exceedsIncrease(before, after, { percent: rule.limit, minUsd: 0 }), rule.level, { ...facts, message, actual })
  })
}

function describe(before: number, after: number, size: string, days: number): string {
  const ago = `${count(days, 'day')} ago`
  if (after === before) return `${usd(after)}, the same as ${ago}`
  return `${usd(after, before)} is${size} ${after > before ? 'more' : 'less'} than the ${usd(before, after)} of ${ago}`
}

/** The newest record that is so old; where none is, the oldest that is at least half as old. */
function findOld(records: readonly HistoryPoint[], days: number, today: string): { record: HistoryPoint; days: number } | null {
  const now = parseLooseTime(today)
  const aged = records.flatMap((record) => {
    const time = parseLooseTime(record.created_at)
    return time === null || now === null ? [] : [{ record, days: Math.round((now - time) / DAY_MS) }]
  })
  return aged.findLast((one) => one.days >= days) ?? aged.find((one) => one.days * 2 >= days) ?? null
}
