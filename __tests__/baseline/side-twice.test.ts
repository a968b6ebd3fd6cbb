import { describe, expect, it } from 'vitest'
import { sideOfFlow } from '../../src/baseline/side.ts'

describe('a model that a flow summary lists twice', () => {
  const part = (cost_usd: number) => ({ name: 'a', calls: 1, tokens: { total: 5 }, cost_usd })
  const costOf = (...costs: number[]) => sideOfFlow({ runs: 1, models: costs.map(part) }).models?.get('a')

  it('costs as much as both together', () => {
    expect(costOf(0.1, 0.2)).toEqual({ costUsd: 0.3, calls: 2, tokens: 10 })
  })

  it('has no known cost where a part has none, be it the first or the last', () => {
    expect(costOf(0, 0.2)).toEqual({ costUsd: null, calls: 2, tokens: 10 })
    expect(costOf(0.2, 0)).toEqual({ costUsd: null, calls: 2, tokens: 10 })
  })
})
