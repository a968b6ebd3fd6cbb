import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Money } from '../../src/summarize/money.ts'

function sum(amounts: readonly number[]): number {
  const total = new Money()
  for (const usd of amounts) total.add(usd)
  return total.toNumber()
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
