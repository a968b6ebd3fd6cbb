import type { Driver } from '../generated/types.ts'

/** Drivers in the order in which a report has them. */
export const DRIVERS = [
  'calls',
  'mix',
  'input_tokens_per_call',
  'output_tokens_per_call',
  'cache',
  'tokens_per_call',
  'rates',
  'unattributed',
] as const satisfies readonly Driver[]

/** Part of a change that a driver made. Unit: US dollars. */
export type Parts = Record<Driver, number>

/** A change in which nothing moved. */
export function noParts(): Parts {
  return {
    calls: 0,
    mix: 0,
    input_tokens_per_call: 0,
    output_tokens_per_call: 0,
    cache: 0,
    tokens_per_call: 0,
    rates: 0,
    unattributed: 0,
  }
}

/** Logarithmic mean of two positive numbers. */
export function logMean(a: number, b: number): number {
  const ratio = a / b - 1
  // Near 1 the quotient loses its digits; the mean of the two is right to 1e-16 there.
  if (Math.abs(ratio) < 1e-8) return (a + b) / 2
  // Far from 1 it is the ratio less 1 that loses them.
  return (a - b) / (Math.abs(ratio) < 0.5 ? Math.log1p(ratio) : Math.log(a / b))
}
