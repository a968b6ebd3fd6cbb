import type { ProvenBy } from '../../generated/types.ts'
import { compareFigure } from './figures.ts'
import { isBeyondLimit, isKnown } from './logarithm.ts'
import type { Centre, Measured, MeasuredHead, StudentQuantile } from './measured.ts'
import type { Growth } from './series.ts'
import { proveByAgents } from './views/agents.ts'
import { ERRORS } from './views/errors.ts'
import { type Factors, proveByFactors } from './views/factors.ts'

/** The comparable records of the base branch, oldest first, and head. */
export interface Pair {
  readonly records: readonly Measured[]
  readonly head: MeasuredHead
  /** Which record stands for the base branch; without it the newest level tells. */
  readonly centre?: Centre
}

/** A growth of the total that is more than chance, in logarithms; 0: none. */
export interface Proof {
  readonly by: ProvenBy
  readonly growth: number
}

/** Head's total against the records. */
export function compareTotal({ records, head, centre }: Pair, totalUsd: number, t: StudentQuantile): Growth | null {
  const question = { of: (side: Measured) => side.totalUsd, by: (side: Measured) => side.cachedShare, error: ERRORS.total }
  return compareFigure<Measured>(records, { ...head, totalUsd }, { ...question, centre }, t)
}

/** What each view proves. */
export function prove(pair: Pair, factors: Factors, limitPercent: number, t: StudentQuantile): readonly Proof[] {
  return [
    { by: 'total', growth: proveByTotal(pair, pair.head.totalUsd, limitPercent, t) },
    { by: 'factors', growth: proveByFactors([factors.tokensPerCall, factors.pricePerToken]) },
    { by: 'agents', growth: proveByAgents(pair.records, pair.head, t) },
  ]
}

/** What is proven whatever a few dear runs did: they make more calls, and each call longer, but not its tokens dearer. */
export function proveWithoutRuns(
  pair: Pair,
  cappedUsd: number,
  factors: Factors,
  limitPercent: number,
  t: StudentQuantile,
): readonly Proof[] {
  const wholeAndCapped = [pair.head.totalUsd, cappedUsd].map((usd) => proveByTotal(pair, usd, limitPercent, t))
  return [
    { by: 'total', growth: Math.min(...wholeAndCapped) },
    { by: 'factors', growth: proveByFactors([factors.pricePerToken]) },
  ]
}

function proveByTotal(pair: Pair, totalUsd: number, limitPercent: number, t: StudentQuantile): number {
  const growth = isKnown(totalUsd) ? compareTotal(pair, totalUsd, t) : null
  return growth?.isAbove && isBeyondLimit(growth.difference, limitPercent) ? growth.difference : 0
}
