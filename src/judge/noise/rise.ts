import { ENOUGH } from '../../compare/noise/known.ts'
import { lowerMedian } from '../../compare/noise/moments.ts'
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
  const usd = lowerMedian(records.slice(0, FIRST).map(({ total_cost_usd }) => total_cost_usd))
  if (usd === 0 || !exceedsIncrease(usd, baselineUsd, limit)) return null
  return { usd, percent: ((baselineUsd - usd) / usd) * 100, records: records.length, days: daysBetween(records) }
}

function daysBetween(records: Chance['records']): number | null {
  const times = records.map(({ created_at }) => parseLooseTime(created_at))
  const [first, last] = [times[0], times.at(-1)]
  return typeof first !== 'number' || typeof last !== 'number' ? null : Math.round((last - first) / DAY_MS)
}
