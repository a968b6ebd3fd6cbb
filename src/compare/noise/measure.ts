import type { Noise } from '../../generated/types.ts'
import { isBeyondLimit, isKnown, MOST_PERCENT, ROUNDED, toLogarithm, toPercent } from './logarithm.ts'
import type { Centre, Measured, MeasuredHead, StudentQuantile } from './measured.ts'
import { ROUNDING } from './moments.ts'
import { compareTotal, type Pair, type Proof, prove, proveWithoutRuns } from './proof.ts'
import { type Growth, LEAST_NOISE, MOST_RECORDS } from './series.ts'
import { findDearRuns } from './views/dear-runs.ts'
import { compareFactors, type Factors, listFactors } from './views/factors.ts'

const MOST_REPETITIONS = 20

/** What a report says of noise, as far as it comes from the figures. */
export interface NoiseFigures extends Omit<Noise, 'state' | 'reason' | 'records' | 'left_out' | 'newest' | 'rise'> {
  /** Nothing is proven because of dear runs: without them something would be, or the total is within the limit. */
  readonly isOneRun: boolean
  /** Growth if each odd run cost what the dearest usually does; null: there is none, or too many for an accident. */
  readonly withoutOddRunsPercent: number | null
}

/** The comparable records of the base branch, oldest first, and which of them stands for it. */
export interface Question {
  readonly records: readonly Measured[]
  readonly head: MeasuredHead
  readonly centre: Centre
  readonly limitPercent: number
  readonly t: StudentQuantile
}

/** What chance does to the total of a suite, and what of its growth is more than that. What cannot be known is null. */
export function measureNoise({ records, head, centre, limitPercent, t }: Question): NoiseFigures {
  const pair = keepComparable(records, head, centre)
  const usualUsd = records[centre.index]?.totalUsd ?? 0
  const measured = growthPercent(head.totalUsd, usualUsd)
  // Where head is free there is no growth; what is known of the records still is.
  const total = compareTotal(pair, isKnown(head.totalUsd) ? head.totalUsd : usualUsd, t)
  if (total === null) return { ...UNKNOWN, measured_percent: measured }
  const factors = compareFactors(pair.records, head, t)
  const { odd, best, isOneRun, cappedUsd } = findBest(pair, total, factors, limitPercent, t)
  const isAbove = measured !== null && measured > limitPercent
  const isOpen = isAbove && !isOneRun && !isBeyondLimit(best.growth, limitPercent)
  const level = pair.records.slice(total.start).map(({ totalUsd }) => totalUsd)
  return {
    noise_percent: toPercent(total.noise),
    reach_percent: toPercent(Math.max(0, total.reach + explained(head.totalUsd, usualUsd, total))),
    measured_percent: measured,
    proven_percent: toPercent(best.growth),
    proven_by: best.by,
    smallest_provable_percent: toPercent(Math.max(total.reach, toLogarithm(limitPercent))),
    repetitions: isOpen ? countRepetitions(total) : null,
    level_records: level.length,
    lowest_usd: Math.min(...level),
    highest_usd: Math.max(...level),
    factors: listFactors(factors),
    odd_runs: [...odd],
    isOneRun,
    withoutOddRunsPercent: cappedUsd === null ? null : growthPercent(cappedUsd, usualUsd),
  }
}

/** Nothing is known. */
export const UNKNOWN: NoiseFigures = {
  noise_percent: null,
  reach_percent: null,
  measured_percent: null,
  proven_percent: null,
  proven_by: null,
  smallest_provable_percent: null,
  repetitions: null,
  lowest_usd: null,
  highest_usd: null,
  factors: [],
  odd_runs: [],
  isOneRun: false,
  withoutOddRunsPercent: null,
}

/** The newest records with a total above 0. */
function keepComparable(all: readonly Measured[], head: MeasuredHead, centre: Centre): Pair {
  const kept = all.flatMap((record, place) => (isKnown(record.totalUsd) ? { record, place } : [])).slice(-MOST_RECORDS)
  const index = kept.findIndex(({ place }) => place === centre.index)
  return { records: kept.map(({ record }) => record), head, centre: index < 0 ? undefined : { ...centre, index } }
}

/** The largest growth that is proven, and whether dear runs of head forbid a larger one. */
function findBest(pair: Pair, total: Growth, factors: Factors, limitPercent: number, t: StudentQuantile) {
  const none: Proof = { by: null, growth: 0 }
  // Of views that prove the same but for rounding the first counts.
  const largest = (proofs: readonly Proof[]) => proofs.reduce((most, proof) => (proof.growth > most.growth + ROUNDING ? proof : most), none)
  if (!isKnown(pair.head.totalUsd)) return { odd: [], best: none, isOneRun: false, cappedUsd: null }
  const free = largest(prove(pair, factors, limitPercent, t))
  const { odd, cappedUsd } = total.noise > LEAST_NOISE ? findDearRuns(pair.records, pair.head) : { odd: [], cappedUsd: null }
  if (cappedUsd === null) return { odd, best: free, isOneRun: false, cappedUsd }
  const best = largest(proveWithoutRuns(pair, cappedUsd, factors, limitPercent, t))
  const without = compareTotal(pair, cappedUsd, t)
  const isMadeByRuns = isBeyondLimit(free.growth, limitPercent) || (without !== null && !isBeyondLimit(without.difference, limitPercent))
  return { odd, best, isOneRun: !isBeyondLimit(best.growth, limitPercent) && isMadeByRuns, cappedUsd }
}

/** How much of the growth the cached share of head explains, which chance reaches further by. In logarithms. */
function explained(headUsd: number, usualUsd: number, { difference }: Growth): number {
  return isKnown(headUsd) && isKnown(usualUsd) ? Math.log(headUsd) - Math.log(usualUsd) - difference : 0
}

function growthPercent(headUsd: number, usualUsd: number): number | null {
  if (!isKnown(usualUsd) || !Number.isFinite(headUsd)) return null
  // Runs of more than the total, as no file but a broken one has them, leave nothing of it: no fall is deeper.
  return Math.max(-100, Math.min(MOST_PERCENT, ((headUsd - usualUsd) / usualUsd) * 100))
}

/** The fewest repetitions of head whose mean chance would not reach; null: none would tell. */
function countRepetitions({ difference, reachOf }: Growth): number | null {
  for (let repetitions = 2; repetitions <= MOST_REPETITIONS; repetitions += 1) {
    if (difference > reachOf(repetitions) + ROUNDED) return repetitions
  }
  return null
}
