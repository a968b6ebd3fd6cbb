/** Amounts are exact to so many decimals. */
const MOST_DECIMALS = 12
/** More than this of a cost is no rounding, however coarse its digits are. */
const LARGEST_SHARE = 0.005
/** What sums of doubles may lose. */
const LOST_SHARE = 1e-9

/** How much of each call's recorded cost may be rounding, judged by the decimals that a writer's costs have. Unit: US dollars. */
export function roundingPerCall(costsUsd: readonly number[]): number {
  return 0.5 * 10 ** -costsUsd.reduce((most, cost) => Math.max(most, decimalsOf(cost)), 0)
}

/** How much of a cost may be rounding. Unit: US dollars. */
export function roundingOf(costUsd: number, calls: number, perCallUsd: number): number {
  return Math.min(calls * perCallUsd, costUsd * LARGEST_SHARE) + costUsd * LOST_SHARE
}

function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [, fraction = ''] = mantissa.split('.')
  return Math.min(MOST_DECIMALS, Math.max(0, fraction.length - Number(exponent)))
}
