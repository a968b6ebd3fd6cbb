import { describe, expect, it } from 'vitest'
import { renderQuote, toPriceQuote } from '../../src/render/price.ts'
import type { CostRecord } from '../../src/usage/record.ts'
import { pricerWith, usage } from '../support/price/pricer.ts'

const own = `version: 1
models:
  - { id: acme/large, aliases: [large], prices: [{ effective: 2026-01-01, input: 2, output: 8, cached_input: 0.5, call: 0.01, service_tiers: { flex: 0.5 } }] }
`
const pricer = await pricerWith(own)
const tell = (call: Partial<CostRecord>) => {
  const record = usage({ model: 'large', ...call })
  return renderQuote(record.model, pricer.quote(record), 'the list', (_style, words) => words)
}

describe('the price of a call', () => {
  it('is told with its entry, its source, and the sum by what is billed', () => {
    expect(tell({ inputTokens: 3000, cachedTokens: 1000, outputTokens: 500 })).toBe(`large  $0.0185
priced as acme/large, from your price file, prices of 2026-11-01
Billed               Amount  Price                Cost
input                 2,000  x $2.00 per 1M    $0.0040
read from the cache   1,000  x $0.50 per 1M  $0.000500
output                  500  x $8.00 per 1M    $0.0040
fee per call              1  x $0.01 each        $0.01
`)
  })

  it('is told with the part that a service tier pays', () => {
    expect(tell({ inputTokens: 1e6, serviceTier: 'flex' })).toContain('x $2.00 per 1M x 0.5')
  })

  it.each<[string, Partial<CostRecord>, string]>([
    ['free', { model: 'llama3', provider: 'ollama' }, 'llama3  free\npriced as ollama/llama3, from the list, prices of 2026-11-01\n'],
    [
      'unknown on a machine of the user',
      { model: 'llama3', provider: 'vllm' },
      'llama3 has no known price: it runs on a machine of yours (vllm), where no list knows what a token costs. Give it one in the file of pricing-path.\n',
    ],
    [
      'unknown at a seller that nobody knows',
      { model: 'gpt-4o', provider: 'opnai' },
      'gpt-4o has no known price: the list has no seller opnai. The nearest name is openai. Give it one in the file of pricing-path. If it takes the prices of another, name that under sellers there.\n',
    ],
    [
      'unknown at a seller that does not sell it',
      { model: 'gpt-4oo', provider: 'openai' },
      'gpt-4oo has no known price: the list of openai does not have it. The nearest name is gpt-4o. Give it one in the file of pricing-path.\n',
    ],
    [
      'unknown to all who make models',
      { model: 'gpt-4oo' },
      'gpt-4oo has no known price: nobody who makes models has it in the list. The nearest name is gpt-4o. Give it one in the file of pricing-path.\n',
    ],
    [
      'unknown for a service tier',
      { serviceTier: 'scale' },
      'large has no known price: acme/large has prices for the service tiers standard, batch, flex only. Give it the others in the file of pricing-path, as service_tiers.\n',
    ],
  ])('is %s', (_what, call, words) => {
    expect(tell(call)).toBe(words)
  })

  it('of a day before the first price is none yet', async () => {
    const early = usage({ model: 'only-mine', timeMs: Date.UTC(2025, 11, 31) })
    const mine = await pricerWith(own.replace('large]', 'only-mine]'))
    expect(renderQuote('only-mine', mine.quote(early), 'the list', (_style, words) => words)).toBe(
      'only-mine has no known price: the first price holds from a later day than 2025-12-31. Give it one in the file of pricing-path.\n',
    )
  })

  it('is the same for programs', () => {
    const record = usage({ model: 'large', inputTokens: 1e6 })
    expect(toPriceQuote('large', pricer.quote(record))).toEqual({
      model: 'large',
      seller: null,
      priced_as: 'acme/large',
      from: 'pricing-path',
      day: '2026-11-01',
      factor: 1,
      cost_usd: 2.01,
      parts: [
        { kind: 'input', amount: 1e6, rate: 2, factor: 1, cost_usd: 2 },
        { kind: 'calls', amount: 1, rate: 0.01, factor: 1, cost_usd: 0.01 },
      ],
      unpriced: null,
      nearest: null,
    })
    expect(toPriceQuote('x', pricer.quote(usage({ model: 'gpt-4oo' })))).toMatchObject({
      cost_usd: null,
      unpriced: 'unknown_model',
      nearest: 'gpt-4o',
    })
  })

  it('writes no escape sequences of a hostile name', () => {
    const told = tell({ model: 'gpt\u001b[31m-x', provider: 'a\u0007' })
    for (const mark of ['\u001b', '\u0007']) expect(told).not.toContain(mark)
  })
})
