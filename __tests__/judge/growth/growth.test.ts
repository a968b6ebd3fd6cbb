import { describe, expect, it } from 'vitest'
import type { Change, OnInconclusive } from '../../../src/generated/types.ts'
import { judgeIncreases } from '../../../src/judge/growth/growth.ts'
import type { Chance } from '../../../src/judge/noise/chance.ts'
import { change, comparison, policy } from '../../support/judge/builders.ts'
import { chanceOf } from '../../support/judge/chance.ts'

interface Case {
  /** Lines of the limits, each of 5 %. */
  readonly agents: readonly string[]
  readonly steps?: readonly string[]
  readonly changes: Change[]
  readonly stepChanges?: Change[]
  readonly chance?: Chance | null
  readonly onInconclusive?: OnInconclusive
}

/** What each name comes to, and what is said of it. */
function judge({ agents, steps = [], changes, stepChanges = [], chance = chanceOf(['a', 'b']), onInconclusive = 'warn' }: Case) {
  const limits = (names: readonly string[]) => `{ ${names.map((name) => `${name}: { max_increase_percent: 5 }`).join(', ')} }`
  const perStep = steps.length === 0 ? '' : `, per_step: ${limits(steps)}`
  const { rules } = policy(`regression: { per_agent: ${limits(agents)}${perStep} }`)
  const compared = comparison(change('total', 2, 2), { agents: changes, steps: stepChanges })
  const increases = rules.filter((rule) => rule.key === 'max_increase_percent')
  const rulings = judgeIncreases(increases, compared, { chance, onInconclusive })
  return rulings.map((ruling) => [ruling.subject.name, 'level' in ruling ? ruling.level : ruling.outcome, ruling.message])
}

const GROWN = 'a: $1.08 is 8 % more than the baseline of $1.00, limit 5 %'
const same = change('b', 1, 1)
const SAME = ['b', 'passed', 'b: $1.00, the same as the baseline, limit 5 %']

describe('growth of an agent whose records say what chance does', () => {
  it('is an error where it is more than that', () => {
    expect(judge({ agents: ['a'], changes: [change('a', 1, 1.08)] })).toEqual([['a', 'error', GROWN]])
  })

  it('is a warning where chance moves one of all that are judged so far', () => {
    const message = `${GROWN}; chance alone reaches 9 % (10 records)`
    const changes = [change('a', 1, 1.08), same]
    expect(judge({ agents: ['a', 'b'], changes })).toEqual([['a', 'warning', message], SAME])
    expect(judge({ agents: ['a', 'b'], changes, onInconclusive: 'fail' })).toEqual([['a', 'error', message], SAME])
    expect(judge({ agents: ['a', 'b'], changes, onInconclusive: 'pass' })).toEqual([['a', 'notice', message], SAME])
  })

  it('is an error where nobody knows what chance does', () => {
    const changes = [change('a', 1, 1.08), same]
    expect(judge({ agents: ['a', 'b'], changes, chance: null })).toEqual([['a', 'error', GROWN], SAME])
    expect(judge({ agents: ['a', 'b'], changes, chance: chanceOf(['b']) })).toEqual([['a', 'error', GROWN], SAME])
  })

  it('is not counted together with steps, which no record remembers', () => {
    const [grown, step] = judge({ agents: ['a'], steps: ['a'], changes: [change('a', 1, 1.08)], stepChanges: [change('a', 1, 1.08)] })
    expect(grown).toEqual(['a', 'error', GROWN])
    expect(step).toEqual(['a', 'error', GROWN])
  })

  it('is not counted together with limits that nothing matches', () => {
    expect(judge({ agents: ['a', 'nobody'], changes: [change('a', 1, 1.08)] })).toEqual([
      ['a', 'error', GROWN],
      ['nobody', 'unmatched', 'nobody: no such agent is in both baseline and head'],
    ])
  })

  it('is nothing within the limit, whatever chance does', () => {
    expect(judge({ agents: ['a'], changes: [change('a', 1, 1.05)] })).toEqual([
      ['a', 'passed', 'a: $1.05 is 5 % more than the baseline of $1.00, limit 5 %'],
    ])
  })

  it('is not judged where one side does not say what it cost', () => {
    const unknown = { status: 'changed' } as const
    expect(judge({ agents: ['a'], changes: [change('a', null, 1, unknown)] })).toEqual([
      ['a', 'unmatched', 'a: the baseline does not say what it cost'],
    ])
    expect(judge({ agents: ['a'], changes: [change('a', 1, null, unknown)] })).toEqual([
      ['a', 'unmatched', 'a: the head does not say what it cost'],
    ])
  })

  it('from nothing may be chance where the records say that it usually cost as much', () => {
    expect(judge({ agents: ['a'], changes: [change('a', 0, 1)] })).toEqual([
      ['a', 'warning', 'a: $1.00, and the baseline is $0.00, limit 5 %; chance alone reaches 8 % (10 records)'],
    ])
  })
})
