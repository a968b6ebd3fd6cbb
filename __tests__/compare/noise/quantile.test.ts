import { describe, expect, it } from 'vitest'
import { normalQuantile, studentQuantile } from '../../../src/compare/noise/quantile.ts'

// Reference values: scipy.stats.norm.ppf and scipy.stats.t.ppf (SciPy 1.17, which uses Boost), 16 digits.
const NORMAL = [
  [1e-12, -7.034483825301131],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.4, -0.2533471031357997],
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
] as const
const STUDENT = [
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 2.5, 3.5746548420036817],
  [0.975, 7.3, 2.345066736547703],
  [0.975, 30, 2.0422724563012378],
  [0.975, 120.5, 1.9798467346393642],
  [0.975, 1000, 1.9623390808264083],
  [0.975, 1001, 1.9623367052808798],
  [0.975, 1e6, 1.959966356814107],
  [0.9, 1, 3.0776835371752544],
  [0.9, 7.3, 1.4089223177480423],
  [0.0001, 2.5, -34.86796932111477],
  [0.0001, 30, -4.233985957272021],
] as const

describe('normalQuantile', () => {
  it.each(NORMAL)('of %d is %d', (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(expected)))
  })
})

describe('studentQuantile', () => {
  it.each(STUDENT)('of %d with %d degrees of freedom is %d', (p, degrees, expected) => {
    expect(Math.abs(studentQuantile(p, degrees) / expected - 1)).toBeLessThan(degrees > 1001 ? 1e-9 : 1e-12)
  })

  it.each([0.5, 3, 17.2, 999, 1001, 1e9])('is symmetric, and 0 in the middle, with %d degrees of freedom', (degrees) => {
    expect(studentQuantile(0.5, degrees)).toBe(0)
    expect(studentQuantile(0.25, degrees)).toBe(-studentQuantile(0.75, degrees))
  })

  it('is that of the normal distribution where no sample is as large', () => {
    expect(studentQuantile(0.975, 1e15)).toBe(normalQuantile(0.975))
  })

  it('has no step to speak of where the method changes', () => {
    const [below, above] = [studentQuantile(0.975, 1e7), studentQuantile(0.975, 1e7 + 1)]
    expect(below).toBeGreaterThan(above)
    expect(above).toBe(normalQuantile(0.975))
    expect(below - above).toBeLessThan(1e-6)
  })
})

// Tables of Student's t as statistics books print them, one-sided, 3 decimals: what a level and a fall are judged by.
const BOOK = [
  [0.99, 5, 3.365],
  [0.99, 19, 2.539],
  [0.995, 7, 3.499],
  [0.999, 7, 4.785],
  [0.999, 10, 4.144],
  [0.999, 20, 3.552],
  [0.9995, 10, 4.587],
  [0.9995, 20, 3.85],
  [0.9995, 30, 3.646],
] as const

describe('far out, where noise is judged', () => {
  it.each(BOOK)('%d with %d degrees of freedom is %d in printed tables', (p, degrees, expected) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(expected, 3)
  })

  it.each([
    [0.997, 19],
    [0.998, 12],
    [0.9999, 7],
    [0.999995, 18],
  ])('below the quantile of %d with %d degrees of freedom lies that part of the density', (p, degrees) => {
    // Simpson's rule over the density, scaled by its own integral, so that no gamma function is needed.
    const density = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2)
    // x = tan(u) takes the whole axis.
    const integrate = (to: number) => {
      const [from, steps] = [-Math.PI / 2 + 1e-9, 20_000]
      const width = (to - from) / steps
      const at = (step: number) => density(Math.tan(from + step * width)) / Math.cos(from + step * width) ** 2
      const inner = Array.from({ length: steps - 1 }, (_, index) => (index % 2 === 0 ? 4 : 2) * at(index + 1))
      return (width / 3) * (at(0) + at(steps) + inner.reduce((sum, value) => sum + value, 0))
    }
    expect(integrate(Math.atan(studentQuantile(p, degrees))) / integrate(Math.PI / 2 - 1e-9)).toBeCloseTo(p, 8)
  })
})
