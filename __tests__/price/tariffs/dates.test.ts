import { describe, expect, it } from 'vitest'
import { call, inputRate } from '../../support/price/calls.ts'
import { acme, pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()
const at = (day: string) => ({ timeMs: Date.parse(day) })

describe('a call is priced as of its own time', () => {
  it.each([
    ['2025-06-09T23:59:59Z', 'o3', 10],
    ['2025-06-10T00:00:00Z', 'o3', 2],
    ['2026-07-29T12:00:00Z', 'gpt-5.6-luna', 1],
    ['2026-07-30T12:00:00Z', 'gpt-5.6-luna', 0.2],
    ['2025-01-15T12:00:00Z', 'mistral-large-latest', 2],
    ['2026-01-15T12:00:00Z', 'mistral-large-latest', 0.5],
    ['2026-12-31T23:59:59Z', 'gemini-3.8-flash', 0.75],
    ['2027-01-01T00:00:00Z', 'gemini-3.8-flash', 1.5],
  ])('on %s %s costs $%d', (time, model, rate) => {
    expect(inputRate(pricer, model, null, at(time))).toBeCloseTo(rate, 9)
    expect(pricer.quote(call(model, null, at(time))).day).toBe(time.slice(0, 10))
  })

  it('or as of the day of the list, where it has none', async () => {
    expect(inputRate(pricer, 'o3')).toBeCloseTo(2, 9)
    expect(pricer.quote(call('o3')).day).toBe('2026-11-01')
    const old = await pricerWith('version: 1\nas_of: 2025-01-15')
    expect(inputRate(old, 'o3')).toBeCloseTo(10, 9)
    expect(inputRate(old, 'o3', null, at('2026-01-15'))).toBeCloseTo(2, 9)
  })

  it('in the price file too, which leaves what comes before its first price to the list', async () => {
    const dated = '      - { effective: 2026-01-01, input: 7, output: 8 }\n      - { effective: 2026-03-01, input: 6, output: 8 }'
    const mine = await pricerWith(acme(dated).replaceAll('acme/large', 'openai/gpt-4o').replaceAll('large', 'gpt-4o'))
    expect(mine.price(call('gpt-4o', null, at('2025-12-31')))).toMatchObject({ costUsd: 0.25, pricedAs: 'openai/gpt-4o' })
    expect(inputRate(mine, 'gpt-4o', null, at('2026-02-28T23:59:59Z'))).toBeCloseTo(7, 9)
    expect(inputRate(mine, 'gpt-4o', null, at('2026-03-01'))).toBeCloseTo(6, 9)
    expect(inputRate(mine, 'gpt-4o')).toBeCloseTo(6, 9)
  })

  it('and has none before there was one', async () => {
    const mine = await pricerWith(acme('      - { effective: 2026-01-01, input: 7, output: 8 }'))
    expect(mine.price(call('large', null, at('2025-12-31')))).toBeNull()
    expect(mine.quote(call('large', null, at('2025-12-31')))).toMatchObject({ costUsd: null, unpriced: 'not_yet', day: '2025-12-31' })
  })
})
