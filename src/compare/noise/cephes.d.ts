/** What is used of the Cephes library of mathematical functions: its package leads no type checker to its own declarations. */
declare module 'cephes' {
  /** Resolves once the functions can be called. */
  export const compiled: Promise<void>
  /** The x whose share of the beta distribution with a, b > 0 below it is y, 0 <= y <= 1. */
  export function incbi(a: number, b: number, y: number): number
  /** Quantile of the standard normal distribution for 0 < p < 1. */
  export function ndtri(p: number): number
}
