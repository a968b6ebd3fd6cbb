/** Coefficients of the Lanczos approximation for g = 7 and nine terms (P. Godfrey, 2001), exact to about 1 part in 10^15. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]
const G = 7
/** Far more than the fraction needs for a, b <= 500. */
const MOST_TERMS = 10_000
const TINY = 1e-300

/** The regularised incomplete beta function for 0 <= x <= 1 and a, b > 0: the share of the beta distribution below x. */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast below the mean of the distribution only (DLMF 8.17.4 turns the other side round).
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b))
  return (front / a) * fraction(x, a, b)
}

/** The continued fraction of DLMF 8.17.22 by the modified Lentz method. */
function fraction(x: number, a: number, b: number): number {
  let numerator = 1
  let denominator = 1 / keepAway(1 - ((a + b) * x) / (a + 1))
  let value = denominator
  for (let m = 1; m < MOST_TERMS; m++) {
    const before = value
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      denominator = 1 / keepAway(1 + term * denominator)
      numerator = keepAway(1 + term / numerator)
      value *= numerator * denominator
    }
    if (Math.abs(value - before) <= Number.EPSILON * Math.abs(value)) break
  }
  return value
}

function keepAway(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const [first = 0, ...rest] = LANCZOS
  const sum = rest.reduce((part, coefficient, index) => part + coefficient / (x + index), first)
  const base = x + G - 0.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}
