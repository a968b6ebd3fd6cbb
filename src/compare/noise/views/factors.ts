import type { FactorName, NoiseFactor } from '../../../generated/types.ts'
import { compareFigure, isSure } from '../figures.ts'
import { divide, logarithm, toPercent } from '../logarithm.ts'
import type { Measured, StudentQuantile } from '../measured.ts'
import type { Growth } from '../series.ts'
import { ERRORS } from './errors.ts'

/** What the total is made of. */
export interface Factors {
  readonly calls: Growth | null
  readonly tokensPerCall: Growth | null
  readonly pricePerToken: Growth | null
}

export function compareFactors(records: readonly Measured[], head: Measured, t: StudentQuantile): Factors {
  const perCall = { of: ({ tokens, calls }: Measured) => divide(tokens, calls), by: ({ calls }: Measured) => logarithm(calls) }
  const perToken = { of: ({ totalUsd, tokens }: Measured) => divide(totalUsd, tokens), by: ({ cachedShare }: Measured) => cachedShare }
  return {
    // Calls prove nothing of their own: they are as noisy as the total.
    calls: compareFigure(records, head, { of: ({ calls }) => calls, error: ERRORS.total }, t),
    tokensPerCall: compareFigure(records, head, { ...perCall, error: ERRORS.tokensPerCall }, t),
    pricePerToken: compareFigure(records, head, { ...perToken, error: ERRORS.pricePerToken }, t),
  }
}

/** What the factors prove, in logarithms: a fall of one is taken from a rise of the other. */
export function proveByFactors(growths: readonly (Growth | null)[]): number {
  const sum = growths.reduce((total, growth) => total + (growth && isSure(growth) ? growth.difference : 0), 0)
  return Math.max(0, sum)
}

export function listFactors(factors: Factors): NoiseFactor[] {
  const named: readonly (readonly [FactorName, Growth | null])[] = [
    ['calls', factors.calls],
    ['tokens_per_call', factors.tokensPerCall],
    ['price_per_token', factors.pricePerToken],
  ]
  return named.flatMap(([name, growth]) => (growth === null ? [] : [describeFactor(name, growth)]))
}

function describeFactor(name: FactorName, growth: Growth): NoiseFactor {
  const { difference, reach, depth } = growth
  const reached = difference < 0 ? -toPercent(-depth) : toPercent(reach)
  return { name, percent: toPercent(difference), reach_percent: reached, sure: isSure(growth) }
}
