import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acme, pricerWith, usage } from '../support/price/pricer.ts'

const pricer = await pricerWith()

describe('the cost of a record', () => {
  it.each([
    ['prompt tokens', { inputTokens: 1000 }, 0.0025],
    ['generated tokens', { inputTokens: 0, outputTokens: 1000 }, 0.01],
    ['both', { inputTokens: 1_000_000, outputTokens: 1_000_000 }, 12.5],
    ['cached tokens at their own price', { inputTokens: 1_000_000, cachedTokens: 400_000 }, 0.6 * 2.5 + 0.4 * 1.25],
    ['a batch call at half the price', { inputTokens: 1_000_000, outputTokens: 1_000_000, batch: true }, 6.25],
    ['nothing for no tokens', { inputTokens: 0 }, 0],
    ['reasoning inside the generated tokens', { inputTokens: 0, outputTokens: 1000, reasoningTokens: 900 }, 0.01],
  ])('counts %s', (_what, tokens, costUsd) => {
    expect(pricer.price(usage(tokens))).toMatchObject({ costUsd: expect.closeTo(costUsd, 12), pricedAs: 'openai/gpt-4o' })
  })

  it('charges cache writes at their own price', () => {
    const record = usage({ model: 'claude-sonnet-4-20250514', inputTokens: 100_000, cachedTokens: 50_000, cacheWriteTokens: 20_000 })
    expect(pricer.price(record)?.costUsd).toBeCloseTo((30_000 * 3 + 50_000 * 0.3 + 20_000 * 3.75) / 1e6, 12)
  })

  it.each([
    [200_000, 1, 1.25],
    [200_001, 1, 2.5],
    [400_000, 2, 1.25],
    [400_002, 2, 2.5],
  ])('prices %i prompt tokens in %i calls by the tier of the mean call', (inputTokens, calls, rate) => {
    const record = usage({ model: 'gemini-2.5-pro', inputTokens, calls })
    expect(pricer.price(record)?.costUsd).toBeCloseTo((inputTokens * rate) / 1e6, 12)
  })

  it('charges a fee per call where the list has one', () => {
    const one = pricer.price(usage({ model: 'sonar', provider: 'perplexity', inputTokens: 0 }))
    const three = pricer.price(usage({ model: 'sonar', provider: 'perplexity', inputTokens: 0, calls: 3 }))
    expect(one?.costUsd).toBeGreaterThan(0)
    expect(three?.costUsd).toBeCloseTo(3 * (one?.costUsd ?? 0), 12)
  })

  it('never charges less than nothing where cached tokens exceed the prompt', () => {
    expect(pricer.price(usage({ inputTokens: 10, cachedTokens: 1000 }))?.costUsd).toBeCloseTo((1000 * 1.25) / 1e6, 12)
  })

  const tokens = fc
    .record({
      inputTokens: fc.nat(10_000_000),
      outputTokens: fc.nat(10_000_000),
      cachedTokens: fc.nat(10_000_000),
      cacheWriteTokens: fc.nat(10_000_000),
      batch: fc.boolean(),
      model: fc.constantFrom('gpt-4o', 'gemini-2.5-pro', 'claude-sonnet-4-5', 'perplexity/sonar', 'ollama/x'),
    })
    // That seller has no batches.
    .map((shape) => ({ ...shape, batch: shape.batch && shape.model !== 'perplexity/sonar' }))

  it('is a finite amount, zero or more', () => {
    fc.assert(
      fc.property(tokens, fc.nat(5), (shape, calls) => {
        const costUsd = pricer.price(usage({ ...shape, calls }))?.costUsd
        expect(costUsd).toBeGreaterThanOrEqual(0)
        expect(costUsd).toBeLessThan(Number.POSITIVE_INFINITY)
      }),
    )
  })

  it('is n times as much for n equal calls', () => {
    fc.assert(
      fc.property(tokens, fc.integer({ min: 2, max: 1000 }), (shape, calls) => {
        const times = (count: number) => count * calls
        const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens } = shape
        const all = usage({
          ...shape,
          calls,
          inputTokens: times(inputTokens),
          outputTokens: times(outputTokens),
          cachedTokens: times(cachedTokens),
          cacheWriteTokens: times(cacheWriteTokens),
        })
        const one = pricer.price(usage(shape))?.costUsd ?? Number.NaN
        expect(Math.abs((pricer.price(all)?.costUsd ?? Number.NaN) - one * calls)).toBeLessThanOrEqual(1e-12 * (1 + one * calls))
      }),
    )
  })
})

describe('a model without a price', () => {
  it.each([
    'acme-9000',
    '',
    '*',
    '?',
    '__proto__',
    'constructor',
    'x'.repeat(512),
    '*'.repeat(512),
    'a/'.repeat(256),
    '$(x)',
    'openai/',
    '/',
  ])('is null, never zero: %j', (model) => {
    for (const provider of [null, '', 'openai', '__proto__', '*']) expect(pricer.price(usage({ model, provider }))).toBeNull()
  })

  it('is null where the list bills other units than tokens, or names no price', () => {
    expect(pricer.price(usage({ model: 'mistral-ocr-2505', provider: 'mistral' }))).toBeNull()
    expect(pricer.price(usage({ model: 'whisper-large-v3', provider: 'groq' }))).toBeNull()
  })

  it.each([
    ['warn', 'warn'],
    ['fail', 'fail'],
  ])('says %s where the overrides say so', async (choice, unknownModel) => {
    const strict = await pricerWith(`version: 1\ndefaults: { unknown_model: ${choice} }`)
    expect(strict.unknownModel).toBe(unknownModel)
    expect(strict.price(usage({ model: 'acme-9000' }))).toBeNull()
  })

  it('is priced like the assumed model, and says so', async () => {
    const assuming = await pricerWith('version: 1\ndefaults: { unknown_model: "assume:openai/gpt-4o" }')
    expect(assuming.unknownModel).toBe('warn')
    expect(assuming.price(usage({ model: 'acme-9000' }))).toMatchObject({
      costUsd: 2.5,
      pricedAs: 'openai/gpt-4o',
      how: ['assumed'],
      isAssumed: true,
    })
    expect(assuming.price(usage({ model: 'gpt-4o-mini' }))?.pricedAs).toBe('openai/gpt-4o-mini')
  })
})

describe('the fingerprint of prices', () => {
  const price = (input: number, more = '') =>
    pricerWith(
      `version: 1\nmodels:\n  - id: a\n    prices: [{ effective: 2024-10-01, input: ${input}, output: 8 }]\n  - id: b\n    prices: [{ effective: 2024-10-01, input: 1, output: 1 }]\n${more}`,
    )
  const printOf = (from: Awaited<ReturnType<typeof price>>, model: string) => from.price(usage({ model }))?.prices

  it('changes with the prices of the model alone', async () => {
    const [one, other] = await Promise.all([price(7), price(6)])
    expect(one.catalog).not.toBe(other.catalog)
    expect(printOf(one, 'a')).toMatch(/^[0-9a-f]{8}$/)
    expect(printOf(one, 'a')).not.toBe(printOf(other, 'a'))
    expect(printOf(one, 'b')).toBe(printOf(other, 'b'))
  })

  it('changes with what batch calls pay', async () => {
    const half = await price(7, 'defaults: { batch_discount: 0.4 }')
    expect(printOf(half, 'a')).not.toBe(printOf(await price(7), 'a'))
  })
})

describe('an override', () => {
  it('comes before the list, by alias and in any case', async () => {
    const mine = await pricerWith(
      'version: 1\nmodels:\n  - id: openai/gpt-4o\n    aliases: [GPT-4o]\n    prices: [{ effective: 2024-10-01, input: 7, output: 8 }]',
    )
    expect(mine.price(usage())).toMatchObject({ costUsd: 7, pricedAs: 'openai/gpt-4o' })
    expect(mine.price(usage({ model: ' gpt-4O ', provider: 'OpenAI' }))?.costUsd).toBe(7)
    expect(mine.price(usage({ model: 'gpt-4o-mini' }))?.costUsd).toBe(0.15)
  })

  it('comes before the bundled catalog', async () => {
    const mine = await pricerWith('version: 1\nmodels:\n  - id: ollama/*\n    prices: [{ effective: 2024-10-01, input: 1, output: 1 }]')
    expect(mine.price(usage({ model: 'ollama/llama3.1:70b' }))?.costUsd).toBe(1)
    expect(pricer.price(usage({ model: 'ollama/llama3.1:70b' }))?.costUsd).toBe(0)
  })

  const dated = '      - { effective: 2025-04-16, input: 10, output: 40 }\n      - { effective: 2025-06-10, input: 2, output: 8 }'
  it.each([
    ['2025-06-09', 10],
    ['2025-06-10', 2],
    ['2026-11-01', 2],
    ['2025-04-16', 10],
  ])('on %s costs what was in effect then', async (asOf, costUsd) => {
    const dating = await pricerWith(acme(dated, `as_of: ${asOf}`))
    expect(dating.asOf).toBe(`${asOf}T12:00:00.000Z`)
    expect(dating.price(usage({ model: 'large' }))?.costUsd).toBe(costUsd)
  })

  it('that begins later is no price yet', async () => {
    const early = await pricerWith(acme(dated, 'as_of: 2025-04-15'))
    expect(early.price(usage({ model: 'large' }))).toBeNull()
  })

  it.each([
    ['the default', '{ effective: 2024-01-01, input: 2, output: 8 }', 1, 4],
    ['its own discount', '{ effective: 2024-01-01, input: 2, output: 8, batch_discount: 0.25 }', 1.5, 6],
    ['its own prices', '{ effective: 2024-01-01, input: 2, output: 8, batch: { input: 0.5, output: 6 } }', 0.5, 6],
    ['nothing off', '{ effective: 2024-01-01, input: 2, output: 8, batch_discount: 0 }', 2, 8],
    ['nothing for what is free', '{ effective: 2024-01-01, input: 0, output: 0, batch: { input: 0, output: 0 } }', 0, 0],
  ])('prices batch calls by %s', async (_what, price, input, output) => {
    const mine = await pricerWith(acme(`      - ${price}`))
    expect(mine.price(usage({ model: 'large', batch: true }))?.costUsd).toBe(input)
    expect(mine.price(usage({ model: 'large', batch: true, inputTokens: 0, outputTokens: 1_000_000 }))?.costUsd).toBe(output)
  })

  it('sets the batch discount of listed models too', async () => {
    const mine = await pricerWith('version: 1\ndefaults: { batch_discount: 0.2 }')
    expect(mine.price(usage({ batch: true }))?.costUsd).toBe(2)
  })

  it.each([
    ['cached tokens as input by default', 'input: 2, output: 8', { cachedTokens: 1_000_000 }, 2],
    ['cached tokens', 'input: 2, output: 8, cached_input: 0.5', { cachedTokens: 1_000_000 }, 0.5],
    ['free cached tokens', 'input: 2, output: 8, cached_input: 0', { cachedTokens: 1_000_000 }, 0],
    ['cache writes as input by default', 'input: 2, output: 8, cache_write: null', { cacheWriteTokens: 1_000_000 }, 2],
    ['cache writes', 'input: 2, output: 8, cache_write: 3', { cacheWriteTokens: 1_000_000 }, 3],
    [
      'cache writes for an hour',
      'input: 2, output: 8, cache_write: 3, cache_write_1h: 4',
      { cacheWriteTokens: 1_000_000, cacheWrite1hTokens: 500_000 },
      3.5,
    ],
    [
      'cache writes for an hour as others by default',
      'input: 2, output: 8, cache_write: 3',
      { cacheWriteTokens: 1_000_000, cacheWrite1hTokens: 1_000_000 },
      3,
    ],
  ])('prices %s', async (_what, price, tokens, costUsd) => {
    const mine = await pricerWith(acme(`      - { effective: 2024-01-01, ${price} }`))
    expect(mine.price(usage({ model: 'large', ...tokens }))?.costUsd).toBe(costUsd)
  })

  it.each([
    [1000, 1],
    [1001, 2],
    [5000, 2],
    [5001, 3],
  ])('charges all of %i prompt tokens at %d per million, the tier of the whole call', async (inputTokens, rate) => {
    const tiers = 'tiers: [{ above_input_tokens: 5000, input: 3, output: 3 }, { above_input_tokens: 1000, input: 2, output: 2 }]'
    const mine = await pricerWith(acme(`      - { effective: 2024-01-01, input: 1, output: 1, ${tiers} }`))
    expect(mine.price(usage({ model: 'large', inputTokens }))?.costUsd).toBeCloseTo((inputTokens * rate) / 1e6, 12)
  })
})

describe('the catalog', () => {
  it('says which list and which texts priced', async () => {
    expect(pricer.catalog).toMatch(/^genai-prices \d+\.\d+\.\d+ \+ catalog [0-9a-f]{8}$/)
    expect(pricer.asOf).toBe('2026-11-01T12:00:00.000Z')
    const other = await pricerWith('version: 1')
    expect(other.catalog).not.toBe(pricer.catalog)
    expect((await pricerWith()).catalog).toBe(pricer.catalog)
  })
})
