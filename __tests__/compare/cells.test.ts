import { describe, expect, it } from 'vitest'
import { pairCells, shareOf } from '../../src/compare/cells.ts'
import { group } from '../support/compare/sides.ts'

const kinds = { input: 1, cached: 2, written: 3, output: 4 }
const NOTHING = { calls: 0, tokens: 0, kinds: null, costUsd: 0, isPartlyPriced: false }

describe('the cells of both sides', () => {
  it('are a model in a group, with the calls of the whole group on each side', () => {
    const before = [group({ calls: 3, kinds }), group({ model: 'o3', calls: 4, isPartlyPriced: true })]
    const after = [group({ calls: 5 })]
    const plan = { group: 'plan', by: 'step' }
    expect(pairCells(before, after)).toStrictEqual([
      {
        ...plan,
        model: 'gpt-4o',
        baseline: { groupCalls: 7, calls: 3, tokens: 10_000, kinds, costUsd: 1, isPartlyPriced: false },
        head: { groupCalls: 5, calls: 5, tokens: 10_000, kinds: null, costUsd: 1, isPartlyPriced: false },
      },
      {
        ...plan,
        model: 'o3',
        baseline: { groupCalls: 7, calls: 4, tokens: 10_000, kinds: null, costUsd: 1, isPartlyPriced: true },
        head: { groupCalls: 5, ...NOTHING },
      },
    ])
  })

  it('have nothing on a side that does not have their group', () => {
    const [gone, added] = pairCells([group()], [group({ by: 'agent' })])
    expect(gone).toMatchObject({ by: 'step', head: { groupCalls: 0, ...NOTHING } })
    expect(added).toMatchObject({ by: 'agent', baseline: { groupCalls: 0, ...NOTHING } })
  })
})

describe("a model's share of the calls", () => {
  it.each([
    [1, 1, 1],
    [1, 4, 0.25],
    [0, 4, 0],
    [0, 0, 0],
  ])('%i of %i is %s', (calls, groupCalls, share) => {
    expect(shareOf({ ...NOTHING, calls, groupCalls })).toBe(share)
  })
})
