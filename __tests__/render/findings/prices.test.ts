import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { writeAge, writePricedAs } from '../../../src/render/findings/prices.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { buildSummary } from '../../support/render/summary.ts'

const used = { priced_calls: 0, as_of: null, catalog: null, models: {} }
const pricedAs = (models: Readonly<Record<string, string>>) => {
  const entries = Object.entries(models).map(([model, priced_as]) => [model, { priced_as, calls: 1 }])
  return writePricedAs(buildSummary({ pricing: { ...used, models: Object.fromEntries(entries) } }), PLAIN)
}

describe('what a model was priced as', () => {
  it('is not told where it is the name itself, with or without its seller', () => {
    expect(pricedAs({})).toBeNull()
    expect(pricedAs({ 'gpt-4o': 'openai/gpt-4o', 'openai/gpt-4o': 'openai/gpt-4o', ' GPT-4o ': 'openai/gpt-4o' })).toBeNull()
  })

  it('is told where it is another name', () => {
    expect(pricedAs({ 'gpt-4o': 'openai/gpt-4o', 'claude-opus-4@20250514': 'google/claude-4-opus' })).toBe(
      'Priced as: claude-opus-4@20250514 as google/claude-4-opus',
    )
  })

  it('names three at the most', () => {
    const models = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}-latest`, `acme/${name}`]))
    expect(pricedAs(models)).toBe('Priced as: a-latest as acme/a, b-latest as acme/b, c-latest as acme/c and 1 more')
  })
})

describe('the age of the price list', () => {
  const age = (asOf: string | null, created: CostSummary['created_at']) =>
    writeAge(buildSummary({ created_at: created, pricing: { ...used, as_of: asOf } }))

  it.each([
    ['2026-08-03T12:00:00.000Z', '2026-11-01T12:00:00Z', null],
    [
      '2026-08-02T12:00:00.000Z',
      '2026-11-01T12:00:00Z',
      'The price list is 91 days old: a newer version of this action has newer prices, and pricing-path takes yours.',
    ],
    [null, '2026-11-01T12:00:00Z', null],
    ['2026-08-02T12:00:00.000Z', null, null],
  ])('of %s on %s is told from the 91st day on', (asOf, created, words) => {
    expect(age(asOf, created)).toBe(words)
  })
})
