import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListData } from '../../src/price/list/data.ts'
import { amounts, someTerms, usageOf } from '../support/price/arbitrary.ts'
import { call } from '../support/price/calls.ts'
import { type KnownModel, readKnown } from '../support/price/known.ts'
import { BUNDLED, pricerWith } from '../support/price/pricer.ts'
import { tries } from '../support/tries.ts'

const pricer = await pricerWith()
const known = readKnown()
const { sellers } = JSON.parse(BUNDLED) as ListData
const listed = Object.entries(sellers).flatMap(([provider, { models = [] }]) => models.map(({ id }) => ({ provider, id })))

const someName = fc.constantFrom(...known)
const someModel = fc.constantFrom(...listed)
const blank = fc.constantFrom('', ' ', '\t', '  ')
describe('a spelling never changes the price', () => {
  const priceOf = (name: string, provider: string | null) => {
    const { costUsd, unpriced } = pricer.quote(call(name, provider, { outputTokens: 1000 }))
    return { costUsd, unpriced }
  }
  const alike = (what: string, spellings: (row: KnownModel) => fc.Arbitrary<string>) =>
    it(what, () => {
      const spelt = someName.chain((row) => spellings(row).map((name) => ({ row, name })))
      fc.assert(
        fc.property(spelt, ({ row, name }) => {
          expect(priceOf(name, row.provider), name).toEqual(priceOf(row.name, row.provider))
        }),
        tries(2000),
      )
    })

  alike('by upper and lower case', ({ name }) =>
    fc.array(fc.boolean(), { minLength: name.length, maxLength: name.length }).map((upper) => withCase(name, upper)),
  )
  alike('by blanks around it', ({ name }) => fc.tuple(blank, blank).map(([before, after]) => before + name + after))
  alike('by its own seller in front', ({ name, seller }) => fc.constantFrom(name, ...(seller === null ? [] : [`${seller}/${name}`])))
  alike('by dots or dashes between digits', ({ name }) =>
    fc.constantFrom(name.replace(/(?<=\d)-(?=\d)/g, '.'), name.replace(/(?<=\d)\.(?=\d)/g, '-')),
  )

  it('by case and blanks of the provider', () => {
    const providers = fc.tuple(someName, blank, fc.func(fc.boolean()))
    fc.assert(
      fc.property(providers, ([{ name, provider }, around, isUpper]) => {
        if (provider === null) return
        const written = around + withCase(provider, [...provider].map(isUpper)) + around
        expect(priceOf(name, written)).toEqual(priceOf(name, provider))
      }),
      tries(500),
    )
  })
})

describe('what a call costs', () => {
  it('is no less for more tokens', () => {
    const more = fc.record({ kind: fc.constantFrom('plain', 'cached', 'written', 'hourly', 'output' as const), count: fc.nat(1_000_000) })
    fc.assert(
      fc.property(someModel, amounts, someTerms, more, ({ provider, id }, few, rest, { kind, count }) => {
        const many = { ...few, [kind]: few[kind] + count }
        const less = pricer.price(call(id, provider, { ...rest, ...usageOf(few) }))
        const greater = pricer.price(call(id, provider, { ...rest, ...usageOf(many) }))
        expect(greater === null).toBe(less === null)
        expect(greater?.costUsd ?? 0).toBeGreaterThanOrEqual((less?.costUsd ?? 0) * (1 - 1e-12))
      }),
      tries(5000),
    )
  })

  it('is the sum of its kinds', () => {
    fc.assert(
      fc.property(someModel, amounts, someTerms, ({ provider, id }, few, rest) => {
        const record = call(id, provider, { ...rest, ...usageOf(few) })
        const { costUsd, parts } = pricer.quote(record)
        const sum = parts.reduce((all, { usd }) => all + usd, 0)
        expect(sum).toBeCloseTo(costUsd ?? 0, 9)
        expect(costUsd).toBe(pricer.price(record)?.costUsd ?? null)
        for (const { kind, amount, rate, factor, usd } of parts) {
          expect(usd).toBeCloseTo((amount * rate * factor) / (kind === 'calls' ? 1 : 1e6), 9)
        }
      }),
      tries(2000),
    )
  })
})

describe('what is unknown is never 0', () => {
  const free = new Set(
    listed
      .filter(({ provider, id }) => pricer.price(call(id, provider, { outputTokens: 1000 }))?.costUsd === 0)
      .map(({ provider, id }) => `${provider}/${id}`),
  )

  it('whatever its name', () => {
    const anyName = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      someName.map(({ name }) => name),
    )
    const anyProvider = fc.oneof(fc.constant(null), fc.string(), fc.constantFrom(...Object.keys(sellers)))
    fc.assert(
      fc.property(anyName, anyProvider, (name, provider) => {
        const record = call(name, provider, { outputTokens: 1000 })
        const quote = pricer.quote(record)
        expect(quote.costUsd === null).toBe(quote.unpriced !== null)
        expect(quote.costUsd).toBe(pricer.price(record)?.costUsd ?? null)
        if (quote.costUsd === 0) expect(isFree(quote.pricedAs ?? '')).toBe(true)
      }),
      tries(1000),
    )
  })

  it('nor the price of the model whose name it goes on from', () => {
    const word = fc.string({ unit: fc.constantFrom('q', 'x', 'z', 'j'), minLength: 2, maxLength: 6 })
    // What comes after the name of a fine-tuned model names who tuned it.
    const names = fc.constantFrom(...known.filter(({ kind }) => kind !== 'fine-tuned'))
    fc.assert(
      fc.property(names, word, fc.constantFrom('-', '.', ''), ({ name, provider }, more, joint) => {
        expect(pricer.price(call(`${name}${joint}${more}`, provider))).toBeNull()
      }),
      tries(2000),
    )
  })

  function isFree(pricedAs: string): boolean {
    return free.has(pricedAs) || pricedAs.startsWith('ollama/') || pricedAs.endsWith(':free')
  }
})

function withCase(text: string, upper: readonly boolean[]): string {
  return [...text].map((letter, index) => (upper[index] === true ? letter.toUpperCase() : letter.toLowerCase())).join('')
}
