import { normalQuantile, studentQuantile } from '../../compare/noise/quantile.ts'
import type { Interval } from '../../generated/types.ts'

/** What is known of some values: how many, their mean and their sample variance (null for fewer than two). */
export interface Spread {
  readonly count: number
  readonly mean: number
  readonly variance: number | null
}

/** Spread of values; their order never shows, because they are added by size. */
export function spreadOf(values: readonly number[], mean: number): Spread {
  const count = values.length
  const squares = values.map((value) => (value - mean) ** 2).sort((a, b) => a - b)
  return { count, mean, variance: count < 2 ? null : squares.reduce((sum, square) => sum + square, 0) / (count - 1) }
}

/** Student's interval of a mean; null for fewer than two values. */
export function meanInterval({ count, mean, variance }: Spread, confidence: number): Interval | null {
  if (variance === null) return null
  const reach = studentQuantile(upper(confidence), count - 1) * Math.sqrt(variance / count)
  return { low: mean - reach, high: mean + reach }
}

/**
 * Interval of the difference of two means, `other` less `first`: B. L. Welch, Biometrika 34 (1947) 28-35, which does not assume that both
 * spread alike. Null where one of them has fewer than two values.
 */
export function welchInterval(first: Spread, other: Spread, confidence: number): Interval | null {
  if (first.variance === null || other.variance === null) return null
  const difference = other.mean - first.mean
  const parts = [first.variance / first.count, other.variance / other.count] as const
  const square = parts[0] + parts[1]
  if (square === 0) return { low: difference, high: difference }
  const degrees = square ** 2 / (parts[0] ** 2 / (first.count - 1) + parts[1] ** 2 / (other.count - 1))
  const reach = studentQuantile(upper(confidence), degrees) * Math.sqrt(square)
  return { low: difference - reach, high: difference + reach }
}

/** Quantile of the normal distribution for an interval of this confidence, both sides. */
export function normalReach(confidence: number): number {
  return normalQuantile(upper(confidence))
}

function upper(confidence: number): number {
  return 1 - (1 - confidence) / 2
}
