import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, integer, percent, signedPercent, signedUsd, usd } from '../../src/words/format.ts'

describe('usd', () => {
  it.each([
    [0, '$0.00'],
    [-0, '$0.00'],
    [-1e-14, '$0.00'],
    [0.30000000000000004, '$0.30'],
    [0.5, '$0.50'],
    [0.5727437, '$0.5727'],
    [1.276457, '$1.2765'],
    [12.345, '$12.35'],
    [1234.5, '$1,234.50'],
    [1e12, '$1,000,000,000,000.00'],
    [0.0080751, '$0.0081'],
    [0.000422, '$0.000422'],
    [0.00042249, '$0.000422'],
    [0.049, '$0.0490'],
    [0.0000422, '$0.0000422'],
    [1e-12, '$0.000000000001'],
    [-0.1, '−$0.10'],
  ])('%d is written %s', (amount, written) => {
    expect(usd(amount)).toBe(written)
  })

  it.each([
    [10.004, 10, '$10.004', '$10.00'],
    [9.99996, 10, '$9.99996', '$10.00'],
    [0.20000001, 0.2, '$0.20000001', '$0.20'],
    [1.5, 1.5, '$1.50', '$1.50'],
    [0.2026525, 0.2, '$0.2027', '$0.20'],
  ])('%d and %d can be told apart as %s and %s', (a, b, writtenA, writtenB) => {
    expect([usd(a, b), usd(b, a)]).toEqual([writtenA, writtenB])
  })

  it('never writes two amounts that differ by a picodollar or more the same, nor in the wrong order', () => {
    const picodollars = fc.bigInt({ min: 0n, max: 10n ** 15n })
    fc.assert(
      fc.property(picodollars, picodollars, (a, b) => {
        const [x, y] = [Number(a) / 1e12, Number(b) / 1e12]
        expect(Math.sign(read(usd(x, y)) - read(usd(y, x)))).toBe(Math.sign(Number(a - b)))
      }),
    )
  })
})

describe('signedUsd', () => {
  it.each([
    [0.7037133, '+$0.7037'],
    [-0.1, '−$0.10'],
    [0, '$0.00'],
    [-1e-15, '$0.00'],
    [-1234.5, '−$1,234.50'],
  ])('%d is written %s', (amount, written) => {
    expect(signedUsd(amount)).toBe(written)
  })
})

describe('percent', () => {
  it.each([
    [122.86721825, '122.9 %'],
    [20, '20 %'],
    [0, '0 %'],
    [-0, '0 %'],
    [0.04, '0.04 %'],
    [-3.12, '−3.1 %'],
    [12345.6, '12,346 %'],
    [1e26, 'over 1,000,000 %'],
  ])('%d is written %s', (value, written) => {
    expect(percent(value)).toBe(written)
  })

  it.each([
    [20.004, 20, '20.004 %', '20 %'],
    [19.99999, 20, '19.99999 %', '20 %'],
    [100.0002, 100, '100.0002 %', '100 %'],
    [122.9, 20, '122.9 %', '20 %'],
  ])('%d against a limit of %d is written %s and %s', (value, limit, written, limitWritten) => {
    expect([percent(value, limit), percent(limit, value)]).toEqual([written, limitWritten])
  })

  it.each([
    [122.9, '+122.9 %'],
    [-3.12, '−3.1 %'],
    [0, '0 %'],
    [-2e7, 'over −1,000,000 %'],
  ])('a change of %d is written %s', (value, written) => {
    expect(signedPercent(value)).toBe(written)
  })
})

describe('counts', () => {
  it.each([
    [0, 'call', undefined, '0 calls'],
    [1, 'call', undefined, '1 call'],
    [1234, 'call', undefined, '1,234 calls'],
    [1, 'summary', 'summaries', '1 summary'],
    [2, 'summary', 'summaries', '2 summaries'],
  ])('%d %s', (n, noun, plural, written) => {
    expect(count(n, noun, plural)).toBe(written)
  })

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-1234567, '−1,234,567'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
  ])('%d is written %s', (n, written) => {
    expect(integer(n)).toBe(written)
  })
})

function read(written: string): number {
  return Number(written.replace(/[$,]/g, '').replace('−', '-'))
}
