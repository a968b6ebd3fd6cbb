import type { Interval } from '../generated/types.ts'

/** Successes among `count` tries. */
export interface Share {
  readonly successes: number
  readonly count: number
}

/** Quantile of the normal distribution for an interval of 95 %, as a constant: who needs no other one loads no library for it. */
export const Z_95 = 1.959963984540054

/**
 * Interval of a share: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212. Null without any try.
 * @param z quantile of the normal distribution for the confidence, both sides.
 */
export function wilsonInterval({ successes, count }: Share, z: number): Interval | null {
  if (count === 0) return null
  const center = successes + (z * z) / 2
  const reach = z * Math.sqrt((successes * (count - successes)) / count + (z * z) / 4)
  const total = count + z * z
  // At the ends rounding would leave a hair's breadth.
  return { low: successes === 0 ? 0 : (center - reach) / total, high: successes === count ? 1 : (center + reach) / total }
}

/**
 * Interval of the difference of two shares, `other` less `first`: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10, which
 * is made of both Wilson intervals. Null where one of them has no try.
 */
export function newcombeInterval(first: Share, other: Share, z: number): Interval | null {
  const [one, two] = [wilsonInterval(first, z), wilsonInterval(other, z)]
  if (one === null || two === null) return null
  const [before, after] = [first.successes / first.count, other.successes / other.count]
  const difference = after - before
  return {
    low: difference - Math.sqrt((after - two.low) ** 2 + (one.high - before) ** 2),
    high: difference + Math.sqrt((two.high - after) ** 2 + (before - one.low) ** 2),
  }
}
