import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildList, type SellersFile } from '../../scripts/prices/build.ts'
import { withCache } from '../../scripts/prices/cache.ts'
import { correct, correctionsOf } from '../../scripts/prices/corrections.ts'
import { readLibrary } from '../../scripts/prices/library.ts'
import { type Term, withTerms } from '../../scripts/prices/terms.ts'
import type { PricingFile } from '../../src/generated/types.ts'
import type { ListData } from '../../src/price/list/data.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
const plain = { effective: '1970-01-01', input: 10, output: 50 }
const bundled = JSON.parse(read('catalog/prices.json')) as ListData

describe('the bundled price list', () => {
  it('is what the library, the corrections and the rules give', () => {
    const built = buildList(
      bundled.source,
      readLibrary(),
      parse(read('catalog/sellers.yaml')) as SellersFile,
      parse(read('catalog/pricing.yaml')) as PricingFile,
    )
    const { fingerprint: _, ...list } = bundled
    expect(list).toEqual(built)
  })

  it('has a source and a day for every correction', () => {
    const { models = [] } = parse(read('catalog/pricing.yaml')) as PricingFile
    expect(models.length).toBeGreaterThan(200)
    expect(models.filter(({ source, checked }) => source === undefined || checked === undefined)).toEqual([])
  })

  it('has every limit of long prompts as sellers say it', () => {
    const limits = new Map<string, Set<number>>()
    for (const [seller, { models = [] }] of Object.entries(bundled.sellers)) {
      const own = models.flatMap(({ prices }) => prices.flatMap(({ tiers = [] }) => tiers.map((tier) => tier.above_input_tokens)))
      if (own.length > 0) limits.set(seller, new Set(own))
    }
    expect([...(limits.get('openai') ?? [])]).toEqual([272_000])
    expect([...(limits.get('x-ai') ?? [])].sort()).toEqual([128_000, 199_999])
    expect([...(limits.get('anthropic') ?? [])].sort()).toEqual([100_000, 200_000])
    expect([...(limits.get('google') ?? [])].sort()).toEqual([128_000, 200_000])
  })

  it('has a price for what Claude keeps in the cache for an hour, at every seller', () => {
    const without = Object.entries(bundled.sellers).flatMap(([seller, { models = [] }]) =>
      models
        .filter(({ id }) => /claude-(?!2|v1|v2|instant)/.test(id))
        .filter(({ prices }) => prices.some((price) => [price, ...(price.tiers ?? [])].some((one) => one.cache_write_1h === undefined)))
        .map(({ id }) => `${seller}/${id}`),
    )
    expect(without).toEqual([])
  })
})

describe('corrections', () => {
  it('keep the names that the library has for the model', () => {
    const [own = []] = correctionsOf([{ id: 'acme/One', aliases: ['Uno'], prices: [plain] }]).values()
    const known = [
      { id: 'one', names: ['eins'], stems: ['one'], prices: [{ ...plain, input: 1 }] },
      { id: 'two', prices: [plain] },
    ]
    expect(correct(known, own)).toEqual([{ id: 'one', names: ['uno', 'eins'], stems: ['one'], prices: [plain] }, known[1]])
  })

  it('let a date follow where they say so', () => {
    const [own = []] = correctionsOf([{ id: 'acme/one', aliases: ['uno'], dated: true, prices: [plain] }]).values()
    expect(own).toEqual([{ id: 'one', stems: ['one', 'uno'], prices: [plain] }])
  })
})

describe('rules of sellers', () => {
  const terms: readonly Term[] = [
    { pattern: '^one$', service_tiers: { flex: 0.5 } },
    { pattern: '^one-small$', service_tiers: { priority: 2 }, batch_discount: 0.2 },
  ]

  it('part an entry whose names have other service tiers', () => {
    const parted = withTerms({ id: 'one', names: ['one-2026-01-02', 'one-small', 'one-odd'], stems: ['one'], prices: [plain] }, terms)
    expect(parted).toEqual([
      { id: 'one', names: ['one-2026-01-02'], stems: ['one'], prices: [{ ...plain, service_tiers: { flex: 0.5 } }] },
      { id: 'one-small', prices: [{ ...plain, service_tiers: { priority: 2 }, batch_discount: 0.2 }] },
      { id: 'one-odd', prices: [plain] },
    ])
  })

  it('leave what an entry says itself', () => {
    const own = { ...plain, service_tiers: { fast: 3 } }
    expect(withTerms({ id: 'one', prices: [own] }, terms)).toEqual([{ id: 'one', prices: [own] }])
  })

  it('fill in what the cache costs, for long prompts too', () => {
    const long = { above_input_tokens: 200_000, input: 20, output: 75, cached_input: 1 }
    const rules = [
      { pattern: 'one', cached_input: 0.1, cache_write: 1.25 },
      { pattern: '^one', cache_write_1h: 2 },
    ]
    expect(withCache({ id: 'one', prices: [{ ...plain, tiers: [long] }] }, rules)).toEqual({
      id: 'one',
      prices: [
        {
          ...plain,
          cached_input: 1,
          cache_write: 12.5,
          cache_write_1h: 20,
          tiers: [{ ...long, cache_write: 25, cache_write_1h: 40 }],
        },
      ],
    })
    expect(withCache({ id: 'two', prices: [plain] }, rules)).toEqual({ id: 'two', prices: [plain] })
  })
})
