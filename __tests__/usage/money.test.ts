import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceUsd, Money, sumUsd } from '../../src/usage/money.ts'

const sum = sumUsd

/** Amounts up to $1,000,000 with up to 6 decimals, in whole microdollars. */
const micros = fc.oneof(fc.bigInt({ min: 0n, max: 1_000_000_000_000n }), fc.bigInt({ min: 8_000_000_000n, max: 20_000_000_000n }))

/** The decimal, as somebody writes it. */
function usdOf(micro: bigint): number {
  return Number(`${micro / 1_000_000n}.${String(micro % 1_000_000n).padStart(6, '0')}`)
}

describe('money', () => {
  it.each<[readonly number[], number]>([
    [[0.1, 0.2], 0.3],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[1000, 1e-12], 1000.000000000001],
    [[0.9999999999996, 0], 1],
    [[0.999999999999, 0.000000000001], 1],
    [[], 0],
    [[0], 0],
    [[-0], 0],
    [[1e-13], 0],
    [[5e-13, 5e-13], 2e-12],
    [Array.from({ length: 20 }, () => 12_353.9981), 247_079.962],
    [Array.from({ length: 24 }, () => 12_353.9981), 296_495.9544],
    [[8192.000000000002, 2e-12], 8192.000000000004],
    [Array.from({ length: 10 }, () => 8192.3), 81_923],
    [[999_999.999999, 1e-6], 1_000_000],
  ])('sums %j to %j', (amounts, total) => {
    expect(sum(amounts)).toBe(total)
  })

  it('is the exact decimal sum, whatever the order', () => {
    const picos = fc.array(fc.bigInt({ min: 0n, max: 8_000_000_000_000n }), { maxLength: 1000 })
    const amounts = picos.chain((list) =>
      fc.record({ list: fc.constant(list), shuffled: fc.shuffledSubarray(list, { minLength: list.length }) }),
    )
    fc.assert(
      fc.property(amounts, ({ list, shuffled }) => {
        const exact = list.reduce((all, one) => all + one, 0n)
        const usd = (pico: bigint) => Number(`${pico / 1_000_000_000_000n}.${String(pico % 1_000_000_000_000n).padStart(12, '0')}`)
        expect(sum(shuffled.map(usd))).toBe(usd(exact))
      }),
    )
  })

  it('is the exact decimal sum of amounts up to $1,000,000, however large it gets and in whatever parts it is summed', () => {
    const amounts = fc.record({
      list: fc.array(micros, { maxLength: 200 }),
      copies: fc.nat({ max: 40 }),
      parts: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(amounts, ({ list, copies, parts }) => {
        const [first = 0n] = list
        const all = [...list, ...Array.from({ length: copies }, () => first)]
        const exact = usdOf(all.reduce((total, one) => total + one, 0n))
        const given = all.map(usdOf)
        expect(sum(given)).toBe(exact)
        expect(sum(given.toReversed())).toBe(exact)
        // Each part is written as a number, and read again, as those of a merged summary are.
        const sums = Array.from({ length: parts }, (_, part) => sum(given.filter((_one, index) => index % parts === part)))
        expect(sum(JSON.parse(JSON.stringify(sums)))).toBe(exact)
      }),
    )
  })

  it('differs by exactly the decimal difference, whichever is more', () => {
    fc.assert(
      fc.property(micros, micros, (one, other) => {
        const [most, least] = one < other ? [other, one] : [one, other]
        expect(differenceUsd(usdOf(most), usdOf(least))).toBe(usdOf(most - least))
        expect(differenceUsd(usdOf(least), usdOf(most))).toBe(0 - usdOf(most - least))
      }),
    )
  })

  it('differs by nothing where both are the same to a picodollar, and by no negative nothing', () => {
    expect(differenceUsd(2.5, 2.5)).toBe(0)
    expect(differenceUsd(1e-13, 2e-13)).toBe(0)
  })

  it('can be summed in parts', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 1000, noNaN: true })), fc.nat({ max: 50 }), (amounts, cut) => {
        const [whole, part, rest] = [new Money(), new Money(), new Money()]
        for (const [index, usd] of amounts.entries()) {
          whole.add(usd)
          if (index < cut) part.add(usd)
          else rest.add(usd)
        }
        rest.plus(part)
        expect(rest.toNumber()).toBe(whole.toNumber())
      }),
    )
  })
})
