import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/generated/types.ts'
import { judgeVolumes } from '../../../src/judge/projection/unmatched.ts'
import { change, comparison, policy } from '../../support/judge/builders.ts'

const { volume } = policy('volume: { agents: { planner: { runs_per_day: 1 }, "tool-*": { runs_per_month: 7 } } }')
const compared = (...agents: Change[]) => comparison(change('total', 1, 1), { agents })
const told = (...rulings: ReturnType<typeof judgeVolumes>) =>
  rulings.map((ruling) => [ruling.subject.name, 'level' in ruling ? ruling.level : ruling.outcome, ruling.message])

describe('a volume of an agent that was not used', () => {
  it('is no finding where the baseline did not use it either', () => {
    const projection = { unmatched: ['planner'], without_volume: ['writer'] }
    expect(told(...judgeVolumes(volume, projection, compared(change('writer', 1, 1))))).toEqual([
      ['planner', 'unmatched', 'planner: no such agent was used, so its 1 run a day are in no projection'],
    ])
  })

  it('is a warning where the baseline used one of those that it matches', () => {
    const projection = { unmatched: ['tool-*'], without_volume: ['tol-*'] }
    const gone = compared(change('writer', 1, null), change('tool-a', 1, null))
    expect(told(...judgeVolumes(volume, projection, gone))).toEqual([
      [
        'tool-*',
        'warning',
        'tool-*: no such agent was used, as it was in the baseline, so its 7 runs a month are in no projection, did you mean tol-*?',
      ],
    ])
  })

  it('is unmatched where nobody knows the agents of the baseline', () => {
    const projection = { unmatched: ['planner', 'tool-*'], without_volume: [] }
    for (const sides of [null, comparison(change('total', 1, 1))])
      expect(judgeVolumes(volume, projection, sides)).toMatchObject([{ outcome: 'unmatched' }, { outcome: 'unmatched' }])
  })

  it('is none where all of them were used, or nothing is projected', () => {
    expect(judgeVolumes(volume, { unmatched: [], without_volume: [] }, null)).toEqual([])
    expect(judgeVolumes(volume, null, null)).toEqual([])
    expect(judgeVolumes(null, { unmatched: ['planner'], without_volume: [] }, null)).toEqual([])
  })
})
