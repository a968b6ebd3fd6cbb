import { describe, expect, it } from 'vitest'
import { isNear, type KnownModel, measure, readKnown, wantedOf } from '../../support/price/known.ts'
import { pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()
const known = readKnown()
const named = (rows: readonly KnownModel[]) => rows.map((row) => [row.name, row.provider ?? 'nobody', row] as const)

describe('the price that public sources name', () => {
  it.each(named(known.filter((row) => wantedOf(row) !== null)))('for %s of %s', (_name, _provider, row) => {
    const wanted = wantedOf(row)
    const found = measure(pricer, row)
    const rate = (kind: 'input' | 'output' | 'cached') => {
      const [ours, theirs] = [found?.rates[kind] ?? null, wanted?.[kind] ?? null]
      return isNear(ours, theirs) ? theirs : ours
    }
    expect({ seller: found?.seller, input: rate('input'), output: rate('output'), cached: rate('cached') }).toEqual({
      seller: row.seller,
      ...wanted,
    })
  })
})

describe('no price', () => {
  it.each(named(known.filter((row) => wantedOf(row) === null)))('for %s of %s', (_name, _provider, row) => {
    expect(measure(pricer, row)).toBeNull()
  })
})

describe('the table', () => {
  it('has 450 names or more, each once', () => {
    const keys = known.map(({ name, provider }) => `${provider ?? ''} ${name}`)
    expect(new Set(keys).size).toBe(known.length)
    expect(known.filter(({ rates }) => rates !== null).length).toBeGreaterThanOrEqual(450)
  })

  it('says where each price comes from, and since when that is known', () => {
    for (const { name, rates, seller, source, date } of known) {
      if (rates === null) continue
      expect(seller, name).not.toBeNull()
      expect(source, name).toMatch(/^(?:price page|litellm|models\.dev|pi-ai|promptfoo|llm-prices)$/)
      expect(date, name).toMatch(/^2026-(?:0[1-9]|1[0-2])$/)
    }
  })

  it('differs only where the list is not what its source says', () => {
    for (const { name, rates, differs } of known) {
      if (differs === null) continue
      expect(differs.rates, name).not.toEqual(rates)
      expect(differs.reason, name).not.toBe('')
    }
  })
})
