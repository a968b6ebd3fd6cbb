/** Amounts are exact to 1e-12 US dollars. */
const DECIMALS = 12
const UNIT = 10n ** BigInt(DECIMALS)
/** Below this a double tells each of them. */
const FINE_USD = 8192
/** Above, a sum with more digits than a double has is rounded when it is written, and again in each part of a merged one. */
const LOST = 2 ** -51

/** How much of an amount may be rounding, in whole picodollars: what is that near to a limit has not passed it. US dollars. */
export function roundingOf(usd: number): bigint {
  return usd < FINE_USD ? 0n : toInteger(usd * LOST, DECIMALS)
}

/** Whether a part of an amount may be nothing but what was lost of it. US dollars. */
export function isRounding(part: number, whole: number): boolean {
  return toInteger(part, DECIMALS) <= roundingOf(whole)
}

/**
 * Compares part / whole × per with a limit: above 0 where it is larger, 0 where it is equal. Decided in whole numbers: doubles stand for
 * decimals here, and 0.3 / 0.1 is 3 on paper but 2.9999999999999996 in doubles. A whole of 0 is exceeded by any part.
 */
export function compareShare(part: number, whole: number, limit: number, per: number): number {
  const [times, bound] = [BigInt(per) * UNIT, toInteger(limit, DECIMALS)]
  const excess = toInteger(part, DECIMALS) * times - toInteger(whole, DECIMALS) * bound
  const rounding = roundingOf(part) * times + roundingOf(whole) * bound
  return excess > rounding ? 1 : excess < -rounding ? -1 : 0
}

/** value × 10^decimals, rounded: read from the shortest decimal that the double stands for, so that 0.1 is a tenth. */
export function toInteger(value: number, decimals: number): bigint {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const fraction = mantissa.split('.')[1] ?? ''
  const digits = BigInt(mantissa.replace('.', ''))
  const shift = decimals + Number(exponent) - fraction.length
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedQuotient(digits, 10n ** BigInt(-shift))
  return value < 0 ? -size : size
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor / 2n) / divisor
}
