/** More is no figure to read; Infinity is none to write. */
export const MOST_PERCENT = 1e300
/** Logarithms are rounded by less: what is a tie in dollars is one in cents. */
export const ROUNDED = 1e-12

/** Growth in percent of a growth in logarithms; never Infinity, whatever the files say. */
export function toPercent(growth: number): number {
  return Math.min(MOST_PERCENT, Math.expm1(growth) * 100)
}

/** The limit of a growth in percent, in logarithms. */
export function toLogarithm(percent: number): number {
  return Math.log1p(percent / 100)
}

/** Whether a growth lies above a limit in percent. A growth that is exactly the limit is not above it, however it was rounded. */
export function isBeyondLimit(growth: number, limitPercent: number): boolean {
  return growth > toLogarithm(limitPercent) + ROUNDED
}

export function isNumber(value: number | null): value is number {
  return Number.isFinite(value)
}

/** A logarithm needs more than 0. */
export function isKnown(value: number | null): value is number {
  return isNumber(value) && value > 0
}

export function divide(part: number | null, count: number | null): number | null {
  return isKnown(part) && isKnown(count) ? part / count : null
}

export function logarithm(value: number): number | null {
  return isKnown(value) ? Math.log(value) : null
}
