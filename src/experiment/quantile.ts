// The only two functions of a statistics library that are needed. To use one instead, replace their bodies: nothing else knows how.
import { betaShare } from './beta.ts'

/** From here on the asymptotic series is as exact as a double. Degrees of freedom. */
const MANY = 1000

/** Coefficients of PPND16, lowest power first, of the middle, the flanks and the far ends. */
const MIDDLE = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
    2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
    5226.495278852546,
  ],
}
const FLANK = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
    1.0507500716444169e-9,
  ],
}
const END = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
    2.0442631033899397e-15,
  ],
}

/**
 * Quantile of the standard normal distribution for 0 < p < 1: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988)
 * 477-484, exact to about 1 part in 10^16.
 */
export function normalQuantile(p: number): number {
  const fromMiddle = p - 0.5
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(MIDDLE, 0.180625 - fromMiddle * fromMiddle)
  const depth = Math.sqrt(-Math.log(fromMiddle < 0 ? p : 1 - p))
  const size = depth <= 5 ? ratio(FLANK, depth - 1.6) : ratio(END, depth - 5)
  return fromMiddle < 0 ? -size : size
}

/**
 * Quantile of Student's t distribution for 0 < p < 1 and any degrees of freedom > 0, whole or not. Up to 1000 degrees it inverts the
 * distribution function, the regularised incomplete beta function (NIST DLMF 8.17), by bisection; beyond them it is Fisher's expansion
 * around the normal quantile (Abramowitz and Stegun 26.7.5). Exact to about 1 part in 10^12.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0
  if (degrees > MANY) return expand(normalQuantile(p), degrees)
  return p < 0.5 ? -invert(p, degrees) : invert(1 - p, degrees)
}

/** The t > 0 that leaves `tail` above it. */
function invert(tail: number, degrees: number): number {
  let [low, high] = [0, 1]
  while (tailAbove(high, degrees) > tail) [low, high] = [high, 2 * high]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (tailAbove(middle, degrees) > tail) low = middle
    else high = middle
  }
}

function tailAbove(t: number, degrees: number): number {
  return betaShare(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
}

function expand(z: number, degrees: number): number {
  const square = z * z
  const terms = [
    (square + 1) / 4,
    ((5 * square + 16) * square + 3) / 96,
    (((3 * square + 19) * square + 17) * square - 15) / 384,
    ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160,
  ]
  return z * terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), 1)
}

function ratio({ above, below }: { readonly above: readonly number[]; readonly below: readonly number[] }, x: number): number {
  return polynomial(above, x) / polynomial(below, x)
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}
