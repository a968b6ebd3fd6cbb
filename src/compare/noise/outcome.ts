import type { NoiseReason, NoiseState } from '../../generated/types.ts'
import { isBeyondLimit, toLogarithm } from './logarithm.ts'
import type { NoiseFigures } from './measure.ts'

/** What is known of the growth of a total. */
export interface Evidence {
  /** Whether what was measured is above the limit, in exact dollars. */
  readonly isAbove: boolean
  readonly figures: Pick<NoiseFigures, 'proven_percent' | 'isOneRun'>
  readonly limitPercent: number
}

/** Measured above the limit or not, proven above it or not: four outcomes. */
export function settleChance({ isAbove, figures, limitPercent }: Evidence): { readonly state: NoiseState; readonly reason: NoiseReason } {
  const isProven = isBeyondLimit(toLogarithm(figures.proven_percent ?? 0), limitPercent)
  if (isAbove && !isProven) return { state: 'inconclusive', reason: figures.isOneRun ? 'one_run' : 'within_noise' }
  if (isAbove) return { state: 'fail', reason: null }
  return { state: isProven ? 'hidden' : 'pass', reason: null }
}
