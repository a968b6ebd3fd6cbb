import { describe, expect, it } from 'vitest'
import { sumUp } from '../../src/compare/spread.ts'
import { cell } from '../support/compare/cells.ts'

const moved = (group: string, model: string, deltaUsd: number) => ({ cell: cell({}, {}, { group, model }), deltaUsd })

describe('one cause for all that a driver moved', () => {
  it('counts the models and steps that went its way', () => {
    const cells = [moved('plan', 'a', 0.3), moved('draft', 'b', 0.2), moved('send', 'c', -0.1), moved('read', 'd', 0)]
    expect(sumUp('cache', 0.4, cells)).toStrictEqual([
      {
        driver: 'cache',
        delta_usd: 0.4,
        group: null,
        group_by: 'step',
        model: null,
        from_model: null,
        baseline_value: null,
        head_value: null,
        spread: { models: 2, of_models: 4, groups: 2, of_groups: 4 },
      },
    ])
    expect(sumUp('cache', -0.1, cells)).toMatchObject([{ group: 'send', model: 'c', spread: { models: 1, groups: 1 } }])
  })

  it('names a step or a model that is the only one', () => {
    expect(sumUp('cache', 2, [moved('plan', 'a', 1), moved('plan', 'b', 1)])).toMatchObject([{ group: 'plan', model: null }])
    expect(sumUp('cache', 2, [moved('plan', 'a', 1), moved('draft', 'a', 1)])).toMatchObject([{ group: null, model: 'a' }])
  })

  it('is none where nothing went its way', () => {
    expect(sumUp('cache', 1, [moved('plan', 'a', -1)])).toEqual([])
  })
})
