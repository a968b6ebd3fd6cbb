import { isEnough, measuredOfPoint, measuredOfSummary } from '../../compare/noise/known.ts'
import { measureNoise, type NoiseFigures, UNKNOWN } from '../../compare/noise/measure.ts'
import { settleChance } from '../../compare/noise/outcome.ts'
import type { Comparison, CostSummary, Noise, NoiseReason, NoiseState } from '../../generated/types.ts'
import { exceedsIncrease, type IncreaseLimit } from '../growth/increase.ts'
import type { Chance } from './chance.ts'
import { findRise } from './rise.ts'

export interface Assessed {
  readonly head: CostSummary
  readonly comparison: Pick<Comparison, 'total'>
  /** null: the baseline has no records. */
  readonly chance: Chance | null
  readonly limit: IncreaseLimit
  /** Whether a total within the limit rests on fewer runs or cases than the baseline has. */
  readonly restsOnFewer: boolean
}

/** What of the growth of the total is chance; null where there is nothing to compare. */
export function assessNoise({ head, comparison: { total }, chance, limit, restsOnFewer }: Assessed): Noise | null {
  const { baseline_cost_usd: before, head_cost_usd: after, percent } = total
  if (before === null || after === null || total.head_calls === 0) return null
  const isAbove = exceedsIncrease(before, after, limit)
  const figures = chance === null ? null : figuresOf(chance, head, limit)
  const settled = settle(figures, isAbove, before, limit, chance !== null)
  const isFewer = restsOnFewer && (settled.state === 'pass' || (settled.state === 'unknown' && !isAbove))
  const { state, reason } = isFewer ? FEWER : settled.state === 'pass' && isFloor(head) ? INCOMPLETE : settled
  const isProven = state === 'fail' || state === 'hidden'
  const { isOneRun: _isOneRun, withoutOddRunsPercent: _without, ...told } = figures ?? UNKNOWN
  return {
    ...told,
    state,
    reason,
    records: chance?.records.length ?? 0,
    left_out: [...(chance?.leftOut ?? [])],
    measured_percent: percent,
    newest: chance === null || isProven || isFewer ? null : findNewest(chance, after, isAbove, limit),
    rise: chance === null ? null : findRise(chance, before, limit),
  }
}

interface Settled {
  readonly state: NoiseState
  readonly reason: NoiseReason
}

/** Whether more was spent than the total says: then nobody knows that it is within the limit. */
function isFloor({ unpriced_calls, quality }: CostSummary): boolean {
  return unpriced_calls > 0 || quality.invalid_records > 0
}

const INCOMPLETE: Settled = { state: 'unknown', reason: 'incomplete' }
const FEWER: Settled = { state: 'inconclusive', reason: 'fewer_runs' }

function figuresOf({ records, centre, student }: Chance, head: CostSummary, { percent }: IncreaseLimit): NoiseFigures | null {
  if (student === null || !isEnough(records)) return null
  return measureNoise({
    records: records.map(measuredOfPoint),
    head: measuredOfSummary(head),
    centre,
    limitPercent: percent,
    t: student,
  })
}

function settle(figures: NoiseFigures | null, isAbove: boolean, before: number, limit: IncreaseLimit, hasRecords: boolean): Settled {
  if (figures === null) return { state: 'unknown', reason: hasRecords ? 'few_records' : 'no_history' }
  const { state, reason } = settleChance({ isAbove, figures, limitPercent: limit.percent })
  // An increase below the minimum counts for nothing, hidden or not.
  const isSmall = ((figures.proven_percent ?? 0) / 100) * before < limit.minUsd
  return state === 'hidden' && isSmall ? { state: 'pass', reason: null } : { state, reason }
}

/** The newest record, where head is on the other side of the limit above it. */
function findNewest({ records }: Chance, headUsd: number, isAbove: boolean, limit: IncreaseLimit): Noise['newest'] {
  const usd = records.at(-1)?.total_cost_usd
  if (usd === undefined || exceedsIncrease(usd, headUsd, limit) === isAbove) return null
  return { usd, percent: usd === 0 ? null : ((headUsd - usd) / usd) * 100 }
}
