import { compiled, incbi, ndtri } from 'cephes'

// The functions are there once its WebAssembly is.
await compiled

/** From here on the library loses digits, and both distributions differ by less than 1 part in 10^6. Degrees of freedom. */
const MANY = 1e7

/** Quantile of the standard normal distribution for 0 < p < 1, exact to about 1 part in 10^15. */
export function normalQuantile(p: number): number {
  return ndtri(p)
}

/**
 * Quantile of Student's t distribution for 0 < p < 1 and any degrees of freedom > 0, whole or not (NIST DLMF 8.17: the inverse of the
 * regularised incomplete beta function). Exact to 1 part in 10^12 up to 1,000 degrees, to 1 part in 10^6 beyond.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (degrees > MANY) return normalQuantile(p)
  const tail = Math.min(p, 1 - p)
  const share = incbi(0.5, degrees / 2, 1 - 2 * tail)
  return Math.sign(p - 0.5) * Math.sqrt((degrees * share) / (1 - share))
}
