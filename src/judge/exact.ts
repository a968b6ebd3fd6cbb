/** Amounts are exact to 1e-12 US dollars. */
const DECIMALS = 12
const UNIT = 10n ** BigInt(DECIMALS)

/**
 * Compares part / whole × per with a limit: above 0 where it is larger, 0 where it is equal. Decided in whole numbers: doubles stand for
 * decimals here, and 0.3 / 0.1 is 3 on paper but 2.9999999999999996 in doubles. A whole of 0 is exceeded by any part.
 */
export function compareShare(part: number, whole: number, limit: number, per: number): number {
  const [one, other] = [toInteger(part, DECIMALS) * BigInt(per) * UNIT, toInteger(whole, DECIMALS) * toInteger(limit, DECIMALS)]
  return one === other ? 0 : one > other ? 1 : -1
}

/** value × 10^decimals, rounded: read from the shortest decimal that the double stands for, so that 0.1 is a tenth. */
export function toInteger(value: number, decimals: number): bigint {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = BigInt(whole + fraction)
  const shift = decimals + Number(exponent) - fraction.length
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedQuotient(digits, 10n ** BigInt(-shift))
  return value < 0 ? -size : size
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor / 2n) / divisor
}
