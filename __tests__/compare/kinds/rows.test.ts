import { describe, expect, it } from 'vitest'
import { costAt, promptOf, scale } from '../../../src/compare/kinds/kinds.ts'
import { rowsOf } from '../../../src/compare/kinds/rows.ts'
import { kindsOf } from '../../support/compare/cells.ts'
import { group } from '../../support/compare/sides.ts'

const kinds = { input: 1, cached: 2, written: 3, output: 4 }
const row = { tokens: kinds, calls: 10, costUsd: 1 }

describe('the rows of a model', () => {
  it('are those of each side', () => {
    const rows = rowsOf([group({ kinds }), group({ kinds, name: 'draft', costUsd: 2 })], [group({ kinds, calls: 3 })])
    expect([...rows]).toEqual([['gpt-4o', { baseline: [row, { ...row, costUsd: 2 }], head: [{ ...row, calls: 3 }] }]])
  })

  it('are of what has a price, and tokens', () => {
    const of = (...groups: Parameters<typeof rowsOf>[1]) => rowsOf([], groups).get('gpt-4o')
    const none = { baseline: [], head: [] }
    expect(of(group({ kinds, costUsd: 0 }))).toEqual(none)
    expect(of(group({ kinds, isPartlyPriced: true }))).toEqual(none)
    expect(of(group({ kinds: kindsOf({}) }))).toEqual(none)
    expect(of(group({ kinds: kindsOf({ output: 1 }) }))?.head).toHaveLength(1)
  })

  it('are none where a group does not know its tokens by kind, on whatever side', () => {
    expect([...rowsOf([group({ kinds }), group({ model: 'o3', kinds })], [group(), group({ kinds })])]).toEqual([
      ['gpt-4o', null],
      ['o3', { baseline: [row], head: [] }],
    ])
    expect(rowsOf([group()], [group({ kinds })]).get('gpt-4o')).toBeNull()
  })
})

describe('kinds of tokens', () => {
  it('have a prompt, a cost at prices, and multiples', () => {
    expect(promptOf(kinds)).toBe(6)
    expect(costAt({ input: 1000, cached: 100, written: 10, output: 1 }, kinds)).toBe(1234)
    expect(scale(kinds, 2)).toEqual({ input: 2, cached: 4, written: 6, output: 8 })
  })
})
