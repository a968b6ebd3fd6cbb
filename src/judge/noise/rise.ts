import { ENOUGH } from '../../compare/noise/known.ts'
import type { Noise } from '../../generated/types.ts'
import { parseLooseTime } from '../../time.ts'
import { exceedsIncrease, type IncreaseLimit } from '../growth/increase.ts'
import type { Chance } from './chance.ts'

const DAY_MS = 86_400_000
/** The first records of which the median stands for how the base branch began: one alone may be odd. */
const FIRST = 3

/** How much dearer the baseline is than the first records were, where no pull request could have grown so much. */
export function findRise({ records }: Pick<Chance, 'records'>, baselineUsd: number, limit: IncreaseLimit): Noise['rise'] {
  if (records.length < ENOUGH) return null
  const first = records.slice(0, FIRST).toSorted((one, other) => one.total_cost_usd - other.total_cost_usd)
  const usd = first[Math.floor(FIRST / 2)]?.total_cost_usd ?? 0
  if (usd === 0 || !exceedsIncrease(usd, baselineUsd, limit)) return null
  return { usd, percent: ((baselineUsd - usd) / usd) * 100, records: records.length, days: daysBetween(records) }
}

function daysBetween(records: Chance['records']): number | null {
  const [first, last] = [records[0], records.at(-1)].map((record) => parseLooseTime(record?.created_at ?? null))
  return typeof first !== 'number' || typeof last !== 'number' ? null : Math.round((last - first) / DAY_MS)
}
