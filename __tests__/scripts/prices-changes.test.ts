import { describe, expect, it } from 'vitest'
import { compareLists, findUntold, writeChanges } from '../../scripts/prices/changes.ts'
import type { ListData } from '../../src/price/list/data.ts'

/** A list of one seller: models with their prompt prices, from one day on. */
function listOf(prices: Readonly<Record<string, number | readonly [string, number][]>>): ListData {
  const models = Object.entries(prices).map(([id, price]) => ({
    id,
    prices: (typeof price === 'number' ? [['1970-01-01', price] as const] : price).map(([effective, input]) => ({
      effective,
      input,
      output: 1,
    })),
  }))
  const defaults = { batch_discount: 0.5, unknown_model: 'warn' as const }
  return { source: 'a list 1', as_of: '2026-11-01', defaults, providers: {}, makers: [], sellers: { acme: { models } } }
}

describe('a new price list', () => {
  it('says each price that changed, by how much, and which models came and went', () => {
    const changes = compareLists(listOf({ a: 2, b: 4, gone: 1 }), listOf({ a: 2.5, b: 4, fresh: 1 }))
    expect(writeChanges(changes)).toBe('acme/a  input  2 -> 2.5  +25.0 %\n1 prices changed, 1 models new, 1 gone')
    expect(changes).toMatchObject({ added: ['acme/fresh'], removed: ['acme/gone'] })
  })

  it('is compared as it is on its own day', () => {
    const rises: [string, number][] = [
      ['1970-01-01', 1],
      ['2026-11-02', 9],
    ]
    expect(compareLists(listOf({ a: 1 }), listOf({ a: rises })).changed).toEqual([])
    expect(compareLists(listOf({ a: 1 }), { ...listOf({ a: rises }), as_of: '2026-11-02' }).changed).toHaveLength(1)
  })

  it.each([
    [1, 1.3, []],
    [1, 1.31, ['acme/a']],
    [1, 0.7, []],
    [1, 0.69, ['acme/a']],
    [0, 1, ['acme/a']],
  ])('may change a price from %d to %d where nobody told of it: %j', (before, after, untold) => {
    const changes = compareLists(listOf({ a: before }), listOf({ a: after }))
    expect(findUntold(changes, 'nothing')).toEqual(untold)
    expect(findUntold(changes, '- `acme/a` costs another price')).toEqual([])
    expect(findUntold(changes, '- acme/a costs another price')).toEqual(untold)
  })
})
