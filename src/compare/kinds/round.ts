/** Sellers name prices in so many digits at the most. */
const DIGITS = 3
/** Prices at random come so near to round ones, all of them together, about once in a thousand times. */
const NEARNESS = 1e-4

/**
 * Whether all of these are prices as sellers name them ($0.075, $3, $1.25 per million tokens), nearer than chance brings any.
 * @param prices US dollars per token, exact but for what sums of rounded costs lose.
 */
export function areRoundByNoChance(prices: readonly number[]): boolean {
  const paid = prices.filter((price) => price > 0)
  return paid.reduce((nearness, price) => nearness * distanceToRound(price), 1) < NEARNESS
}

/** How far a price is from the next round one: 0 at it, 1 in the middle between two. */
function distanceToRound(price: number): number {
  const steps = price / 10 ** (Math.floor(Math.log10(price)) + 1 - DIGITS)
  return Math.abs(steps - Math.round(steps)) * 2
}
