import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { acme, pricerWith, usage } from '../support/price/pricer.ts'

const price = '      - { effective: 2024-01-01, input: 1, output: 1 }'
const two = (first: string, second: string) => `version: 1\nmodels:\n  - ${first}\n  - ${second}`
const prices = 'prices: [{ effective: 2024-01-01, input: 1, output: 1 }]'

describe('a pricing file', () => {
  it.each([
    ['without content', '', 'my/prices.yaml: is empty'],
    ['without a version', 'as_of: 2026-11-01', 'my/prices.yaml:1: $.version: is missing'],
    ['of another version', 'version: 2', 'my/prices.yaml:1: $.version: must be 1, got 2'],
    ['in another currency', 'version: 1\ncurrency: EUR', 'my/prices.yaml:2: $.currency: must be "USD", got "EUR"'],
    ['with a misspelt key', 'version: 1\nmodel: []', 'my/prices.yaml:2: unknown key "model", did you mean "models"?'],
    [
      'with a misspelt price',
      acme(`${price.replace(' }', ', cache_input: 1 }')}`),
      'my/prices.yaml:7: $.models[0].prices[0]: unknown key "cache_input", did you mean "cached_input"?',
    ],
    [
      'with a price that is no number',
      acme(price.replace('input: 1', 'input: .nan')),
      'my/prices.yaml:7: $.models[0].prices[0].input: must be a number, got NaN',
    ],
    [
      'with an infinite price',
      acme(price.replace('input: 1', 'input: .inf')),
      'my/prices.yaml:7: $.models[0].prices[0].input: must be a number, got Infinity',
    ],
    [
      'with a price as text',
      acme(price.replace('input: 1', 'input: "1"')),
      'my/prices.yaml:7: $.models[0].prices[0].input: must be a number, got "1"',
    ],
    [
      'with a negative price',
      acme(price.replace('input: 1', 'input: -1')),
      'my/prices.yaml:7: $.models[0].prices[0].input: must be 0 or more, got -1',
    ],
    ['without prices', acme('').replace('prices:', 'prices: []'), 'my/prices.yaml:6: $.models[0].prices: must not be empty, got []'],
    ['with a day that is none', 'version: 1\nas_of: 2026-02-30', 'my/prices.yaml:2: as_of must be a day of the calendar, got 2026-02-30'],
    [
      'with a month that is none',
      'version: 1\nas_of: 2026-13-01',
      'my/prices.yaml:2: $.as_of: must look like "2026-11-01", got "2026-13-01"',
    ],
    [
      'that knows no such choice',
      'version: 1\ndefaults: { unknown_model: maybe }',
      'my/prices.yaml:2: $.defaults.unknown_model: must look like "warn", "fail" or "assume:openai/gpt-4o", got "maybe"',
    ],
    [
      'that assumes what has no price',
      'version: 1\ndefaults:\n  unknown_model: assume:acme/huge',
      'my/prices.yaml:3: unknown_model assumes "acme/huge", which has no price itself',
    ],
    [
      'with dates out of order',
      acme(`${price}\n${price}`),
      'my/prices.yaml:8: effective must be later than 2024-01-01, the price before it, got 2024-01-01',
    ],
    [
      'with a first day that is none',
      acme(price.replace('2024-01-01', '2025-02-31')),
      'my/prices.yaml:7: effective must be a day of the calendar, got 2025-02-31',
    ],
    [
      'with two prices for one limit',
      acme(
        price.replace(' }', ', tiers: [{ above_input_tokens: 9, input: 1, output: 1 }, { above_input_tokens: 9, input: 2, output: 1 }] }'),
      ),
      'my/prices.yaml:7: tiers must have a limit each, got 9 twice',
    ],
    [
      'with a tier that is the price itself',
      acme(price.replace(' }', ', service_tiers: { Default: 2 } }')),
      'my/prices.yaml:7: service_tiers cannot have "Default": it is what input and output say',
    ],
    [
      'with batches as a tier',
      acme(price.replace(' }', ', service_tiers: { batch: 0.5 } }')),
      'my/prices.yaml:7: service_tiers cannot have "batch": a batch is priced by batch or batch_discount',
    ],
    [
      'with a multiplier for nothing',
      'version: 1\nmultipliers:\n  "openai/gpt-4o-2024-08-06": 2',
      'my/prices.yaml:3: nothing in the price list is called "openai/gpt-4o-2024-08-06"; the nearest is openai/gpt-4o-2024-05-13',
    ],
    [
      'with one name for two models',
      two(`{ id: a, aliases: [x], ${prices} }`, `{ id: b, aliases: [y, X], ${prices} }`),
      'my/prices.yaml:4: "X" already names a model in line 3',
    ],
    [
      'with one id for two models',
      two(`{ id: a, ${prices} }`, `{ id: A, ${prices} }`),
      'my/prices.yaml:4: "A" already names a model in line 3',
    ],
  ])('%s is refused in one line', async (_what, text, message) => {
    const refused = await pricerWith(text).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(InputError)
    expect(refused).toHaveProperty('message', message)
  })

  it('may repeat a name within one model', async () => {
    await expect(pricerWith(two(`{ id: a, aliases: [A, a], ${prices} }`, `{ id: b, ${prices} }`))).resolves.toBeDefined()
  })

  it('lets a date follow the names of a model only where it says so', async () => {
    const pricer = await pricerWith(two(`{ id: acme/a, aliases: [ay], dated: true, ${prices} }`, `{ id: acme/b, ${prices} }`))
    const pricedAs = (model: string) => pricer.price(usage({ model, provider: 'acme' }))?.pricedAs ?? null
    expect(['a-2026-01-02', 'ay-20260102', 'a-latest', 'a-small', 'b', 'b-2026-01-02'].map(pricedAs)).toEqual([
      'acme/a',
      'acme/a',
      'acme/a',
      null,
      'acme/b',
      null,
    ])
  })

  it('of ours is one', async () => {
    const text = readFileSync(join(import.meta.dirname, '../../catalog/pricing.yaml'), 'utf8')
    await expect(pricerWith(text)).resolves.toBeDefined()
  })
})
