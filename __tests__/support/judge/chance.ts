import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import type { HistoryPoint } from '../../../src/generated/types.ts'
import type { Chance } from '../../../src/judge/noise/chance.ts'
import { buildPoint } from '../baseline/points.ts'

/** How the cost of records differs where chance does little. */
const FACTORS = [1, 1.03, 0.97, 1.02, 0.98, 1.03, 0.97, 1, 1.02, 0.98]

/** Ten records in which each of these agents costs about a dollar: chance alone reaches 7.6 % of one of them, and 8.8 % where two are judged. */
export function chanceOf(agents: readonly string[]): Chance {
  const records = FACTORS.map((factor, index): HistoryPoint => {
    const spent = agents.map((name) => [name, { calls: 1, total_tokens: 10, cost_usd: factor }])
    return buildPoint(factor * agents.length, index, { models: {}, agents: Object.fromEntries(spent) })
  })
  return { records, leftOut: [], centre: { index: records.length - 1, records: 1, by: 'newest' }, student: studentQuantile }
}
