import type { OddRun } from '../../../generated/types.ts'
import { isKnown, ROUNDED } from '../logarithm.ts'
import type { Measured, MeasuredHead } from '../measured.ts'
import { lowerMedian } from '../moments.ts'
import { FEWEST_RECORDS } from '../series.ts'

/** With fewer runs each is a large part of the total, and none of them odd. */
const FEWEST_RUNS = 3
/** What the dearest run usually costs is taken from so many records. */
const NEWEST = 10
/** Median absolute deviation to standard deviation, of a normal distribution. */
const MAD = 1.4826
const DEVIATIONS = 3
const LEAST_DEVIATION = 0.05
/** More odd runs than one in so many are no accident. */
const ONE_IN = 10
const MOST_SHOWN = 5

export interface DearRuns {
  /** The dearest first. */
  readonly odd: readonly OddRun[]
  /** Head's total if each of them cost what the dearest usually does; null: there are none, or too many for an accident. */
  readonly cappedUsd: number | null
}

const NONE: DearRuns = { odd: [], cappedUsd: null }

/** Runs of head that have a far larger share of the total than the dearest run usually has: a loop by chance looks like that. All totals are above 0. */
export function findDearRuns(records: readonly Measured[], head: MeasuredHead): DearRuns {
  const known = records.flatMap(({ totalUsd, maxRunUsd: usd }) => (isKnown(usd) ? { usd, share: Math.log(usd) - Math.log(totalUsd) } : []))
  if (known.length < FEWEST_RECORDS || head.runs < FEWEST_RUNS) return NONE
  const shares = known.map(({ share }) => share)
  const usual = lowerMedian(shares)
  const deviation = MAD * lowerMedian(shares.map((share) => Math.abs(share - usual)))
  const bound = usual + DEVIATIONS * Math.max(LEAST_DEVIATION, deviation)
  const usualUsd = lowerMedian(known.slice(-NEWEST).map(({ usd }) => usd))
  const odd = listCosts(head)
    .filter(({ usd }) => Math.log(usd) - Math.log(head.totalUsd) > bound + ROUNDED)
    .map((run) => ({ ...run, usual_usd: usualUsd }))
  const isAccident = odd.length > 0 && odd.length <= Math.max(1, head.runs / ONE_IN)
  const excess = odd.reduce((sum, { usd, usual_usd: cap }) => sum + Math.max(0, usd - cap), 0)
  return { odd: odd.slice(0, MOST_SHOWN), cappedUsd: isAccident ? head.totalUsd - excess : null }
}

/** The dearest first. Where runs are not listed, the dearest is known without its name. */
function listCosts({ runCosts, maxRunUsd }: MeasuredHead): { run_id: string | null; usd: number }[] {
  if (runCosts !== null)
    return [...runCosts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([run_id, usd]) => ({ run_id, usd }))
  return maxRunUsd === null ? [] : [{ run_id: null, usd: maxRunUsd }]
}
