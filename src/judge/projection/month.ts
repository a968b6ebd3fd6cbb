import { toInteger } from '../exact.ts'

const DECIMALS = 12

/** Cost of so many runs a month in picodollars, from what `runs` of them cost together; null without a run. The only rounding is the last. */
export function monthOf(costUsd: number, runs: number, perMonth: number): bigint | null {
  if (runs <= 0) return null
  const whole = toInteger(costUsd, DECIMALS) * BigInt(perMonth)
  return (whole + BigInt(runs) / 2n) / BigInt(runs)
}

/** US dollars, from picodollars: the nearest double, so that it prints as the decimal it stands for. */
export function fromPicos(picos: bigint): number {
  return Number(`${picos}e-${DECIMALS}`)
}
