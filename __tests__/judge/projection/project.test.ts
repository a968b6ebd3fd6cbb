import { describe, expect, it } from 'vitest'
import type { Side, SideStats } from '../../../src/compare/side.ts'
import { project } from '../../../src/judge/projection/project.ts'
import type { Volume } from '../../../src/policy/policy.ts'
import { side } from '../../support/compare/sides.ts'
import { policy } from '../../support/judge/builders.ts'

function volumeOf(yaml: string): Volume | null {
  return policy(`volume: ${yaml}`).volume
}

const suite = (totalUsd: number, runs: number | null, agents: Side['agents'] = null): Side => ({
  ...side([], totalUsd),
  figures: { runs },
  agents,
})
type Used = Readonly<Record<string, readonly [usd: number | null, runs?: number]>>
const agents = (all: Used): ReadonlyMap<string, SideStats> =>
  new Map(
    Object.entries(all).map(([name, [costUsd, runs]]) => [name, { costUsd, calls: 1, tokens: 1, ...(runs !== undefined && { runs }) }]),
  )

describe('a projected month', () => {
  it('is nothing without a volume', () => {
    expect(project(null, suite(1, 10), suite(1, 10), null)).toBeNull()
  })

  it('is the cost of a run times the runs of 30 days, exactly as on paper', () => {
    expect(project(volumeOf('{ runs_per_day: 4000 }'), suite(0.0775, 10), suite(0.31, 30), null)).toMatchObject({
      volume: { runs: 4000, per: 'day' },
      head_usd: 1240,
      baseline_usd: 930,
      increase_usd: 310,
      low_usd: null,
      high_usd: null,
      reason: null,
    })
    expect(project(volumeOf('{ runs_per_month: 120000 }'), null, suite(0.31, 30), null)).toMatchObject({
      head_usd: 1240,
      increase_usd: null,
    })
    expect(project(volumeOf('{ runs_per_month: 7 }'), suite(0.3, 3), suite(0.1, 1), null)?.increase_usd).toBe(0)
    expect(project(volumeOf('{ runs_per_month: 1 }'), suite(0, 1), suite(2, 3), null)?.increase_usd).toBe(0.666666666667)
  })

  it('has the interval of the noise where that is known', () => {
    expect(project(volumeOf('{ runs_per_day: 4000 }'), null, suite(0.31, 30), 25)).toMatchObject({ low_usd: 992, high_usd: 1550 })
  })

  it('is not invented where nobody knows what a run costs', () => {
    const projection = project(volumeOf('{ runs_per_day: 4000 }'), suite(1, 10), suite(1, 0), 10)
    expect(projection).toMatchObject({
      head_usd: null,
      baseline_usd: null,
      low_usd: null,
      high_usd: null,
      reason: expect.stringContaining('no call names its run'),
    })
    for (const unknown of [suite(1, null), { ...suite(1, 1), figures: {} }])
      expect(project(volumeOf('{ runs_per_day: 4000 }'), unknown, unknown, 10)).toMatchObject({ head_usd: null, baseline_usd: null })
    expect(project(volumeOf('{ runs_per_day: 4000 }'), { ...suite(1, 1), figures: {} }, suite(1, 2), 10)?.baseline_usd).toBeNull()
    expect(project(volumeOf('{ runs_per_day: 4000 }'), suite(1, null), suite(1, 2), 10)).toMatchObject({
      head_usd: 60_000,
      baseline_usd: null,
    })
  })

  it('is the sum of the agents where they alone have a volume, and says what is not in it', () => {
    const volume = volumeOf('{ agents: { planner: { runs_per_day: 10 }, "tool-*": { runs_per_month: 50 }, writer: { runs_per_day: 1 } } }')
    const before = suite(9, 9, agents({ planner: [1, 10], writer: [2, 2] }))
    const after = suite(9, 9, agents({ planner: [1, 5], 'tool-a': [0.5, 5], other: [4, 4] }))
    expect(project(volume, before, after, null)).toMatchObject({
      volume: null,
      head_usd: 65,
      // A month of the writer, which is gone, was $30.
      baseline_usd: 60,
      increase_usd: 5,
      agents: [
        { name: 'planner', volume: { runs: 10, per: 'day' }, head_usd: 60, baseline_usd: 30 },
        { name: 'tool-a', volume: { runs: 50, per: 'month' }, head_usd: 5, baseline_usd: null },
      ],
      without_volume: ['other'],
      unmatched: ['writer'],
    })
  })

  it('leaves the total to the runs of everything where both are given', () => {
    const volume = volumeOf('{ runs_per_month: 10, agents: { "*": { runs_per_month: 2 }, planner: { runs_per_month: 3 } } }')
    const head = suite(1, 4, agents({ planner: [1, 5], reviewer: [1, 1] }))
    expect(project(volume, head, head, null)).toMatchObject({
      head_usd: 2.5,
      increase_usd: 0,
      agents: [
        { name: 'reviewer', head_usd: 2 },
        { name: 'planner', head_usd: 0.6 },
      ],
      without_volume: [],
      unmatched: [],
    })
  })

  it.each<[string, Used]>([
    ['no agent with a volume was used', { other: [1, 1] }],
    ['what a run of planner costs is not known', { planner: [1] }],
    ['what a run of planner costs is not known', { planner: [null, 3] }],
  ])('has no sum: %s', (reason, used) => {
    const projection = project(volumeOf('{ agents: { planner: { runs_per_day: 10 } } }'), null, suite(9, 9, agents(used)), null)
    expect(projection).toMatchObject({
      head_usd: null,
      reason,
      agents: reason.includes('planner') ? [{ name: 'planner', head_usd: null }] : [],
    })
  })

  it('has no sum of agents that only the baseline used', () => {
    const volume = volumeOf('{ agents: { planner: { runs_per_day: 10 } } }')
    expect(project(volume, suite(9, 9, agents({ planner: [1, 1] })), suite(9, 9, agents({ other: [1, 1] })), null)).toMatchObject({
      head_usd: null,
      baseline_usd: null,
      reason: 'no agent with a volume was used',
      agents: [],
    })
  })

  it('has a sum without a baseline, and names each agent of unknown cost', () => {
    const volume = volumeOf('{ agents: { "*": { runs_per_month: 2 } } }')
    expect(project(volume, null, suite(9, 9, agents({ b: [1, 1], a: [1, 1], c: [2, 1] })), null)).toMatchObject({
      head_usd: 8,
      baseline_usd: null,
      increase_usd: null,
      reason: null,
      agents: [
        { name: 'c', head_usd: 4 },
        { name: 'a', head_usd: 2 },
        { name: 'b', head_usd: 2 },
      ],
    })
    const head = agents({ a: [null, 1], b: [0.25, 1], c: [1], d: [1, 1] })
    expect(project(volume, null, suite(9, 9, head), null)).toMatchObject({
      head_usd: null,
      reason: 'what a run of a, c costs is not known',
      agents: [{ name: 'd' }, { name: 'b', head_usd: 0.5 }, { name: 'a', head_usd: null }, { name: 'c', head_usd: null }],
    })
  })

  it('has no baseline where that does not say how many runs an agent had', () => {
    const volume = volumeOf('{ agents: { planner: { runs_per_day: 10 } } }')
    const head = suite(9, 9, agents({ planner: [1, 1] }))
    expect(project(volume, suite(9, 9, agents({ planner: [1] })), head, null)).toMatchObject({ head_usd: 300, baseline_usd: null })
    expect(project(volume, suite(9, 9), head, null)).toMatchObject({ head_usd: 300, baseline_usd: null, increase_usd: null })
  })
})
