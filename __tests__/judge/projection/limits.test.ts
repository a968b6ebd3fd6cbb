import { describe, expect, it } from 'vitest'
import type { Side } from '../../../src/compare/side.ts'
import type { OnInconclusive } from '../../../src/generated/types.ts'
import { judgeProjections } from '../../../src/judge/projection/limits.ts'
import { project } from '../../../src/judge/projection/project.ts'
import { isProjection } from '../../../src/policy/rule.ts'
import { side } from '../../support/compare/sides.ts'
import { change, comparison, head, judged, policy } from '../../support/judge/builders.ts'

const suite = (totalUsd: number, runs: number): Side => ({ ...side([], totalUsd), figures: { runs }, agents: new Map() })
const VOLUME = 'volume: { runs_per_day: 4000 }\n'
const limited = (limits: string, more = '') => policy(`${VOLUME}policies: [{ name: production, ${more}totals: { ${limits} } }]`)

interface Case {
  readonly limits: string
  readonly usd: readonly [before: number, after: number]
  readonly more?: string
  readonly reach?: number
  readonly unpriced?: number
  readonly onInconclusive?: OnInconclusive
}

function rulingsOf({ limits, usd: [before, after], more, reach, unpriced = 0, onInconclusive = 'warn' }: Case) {
  const rules = limited(limits, more)
  const projection = project(rules.volume, suite(before, 10), suite(after, 10), reach ?? null)
  return judgeProjections(rules.rules.filter(isProjection), projection, unpriced, onInconclusive)
}

const COST = 'max_projected_cost_per_month_usd: 1240'
const INCREASE = 'max_projected_increase_per_month_usd: 310'
/** Ten runs at this cost make a month of $1,240, or of $930 or $1,550. */
const [LESS, USD, MORE] = [0.0775, 0.1033333333333, 0.1291666666667]

describe('limits on a projected month', () => {
  it.each<[string, Case, object]>([
    ['a month above', { limits: COST, usd: [LESS, MORE] }, { level: 'error', approvable: false }],
    ['a month below', { limits: COST, usd: [LESS, USD] }, { outcome: 'passed' }],
    ['exactly the limit', { limits: 'max_projected_cost_per_month_usd: 930', usd: [LESS, LESS] }, { outcome: 'passed', actual: 930 }],
    ['a picodollar a run more', { limits: 'max_projected_cost_per_month_usd: 930', usd: [LESS, LESS + 1e-11] }, { level: 'error' }],
    ['an increase above', { limits: INCREASE, usd: [LESS, MORE] }, { level: 'error', approvable: true }],
    [
      'an increase that nobody may accept',
      { limits: INCREASE, usd: [LESS, MORE], more: 'approvable: false, ' },
      { level: 'error', approvable: false },
    ],
    ['a level', { limits: INCREASE, usd: [LESS, MORE], more: 'level: notice, ' }, { level: 'notice' }],
    ['less than before', { limits: INCREASE, usd: [MORE, LESS] }, { outcome: 'passed', actual: expect.closeTo(-620, 3) }],
    ['calls without a price', { limits: COST, usd: [LESS, LESS], unpriced: 2 }, { outcome: 'unmatched' }],
    ['calls without a price, broken all the same', { limits: COST, usd: [LESS, MORE], unpriced: 2 }, { level: 'error' }],
    ['a warning near the limit', { limits: COST, usd: [LESS, USD], more: 'warn_at_percent: 90, ' }, { level: 'warning' }],
  ])('%s', (_, found, ruling) => {
    expect(rulingsOf(found)).toMatchObject([ruling])
  })

  it.each<[OnInconclusive, number, string]>([
    ['warn', 70, 'warning'],
    ['pass', 70, 'notice'],
    ['fail', 70, 'error'],
    ['warn', 60, 'error'],
  ])('an increase that chance alone may have made is what on-inconclusive %s says (reach %d %%): %s', (onInconclusive, reach, level) => {
    expect(rulingsOf({ limits: INCREASE, usd: [LESS, MORE], reach, onInconclusive })).toMatchObject([{ level }])
  })

  it('chance excuses nothing of the month itself', () => {
    expect(rulingsOf({ limits: COST, usd: [LESS, MORE], reach: 70 })).toMatchObject([{ level: 'error' }])
  })

  it('say what they judged', () => {
    const [ruling] = rulingsOf({ limits: 'max_projected_increase_per_month_usd: 100', usd: [LESS, MORE] })
    expect(ruling?.message).toBe('at 4,000 runs a day: a month is projected to cost more by $620.00, limit $100.00')
    expect(rulingsOf({ limits: 'max_projected_cost_per_month_usd: 1000', usd: [LESS, LESS] })[0]?.message).toBe(
      'at 4,000 runs a day: a month is projected to cost $930.00, limit $1,000.00',
    )
    expect(rulingsOf({ limits: INCREASE, usd: [LESS, MORE], reach: 70 })[0]?.message).toMatch(
      /, limit \$310\.00; chance alone may do that$/,
    )
    expect(rulingsOf({ limits: 'max_projected_increase_per_month_usd: 620', usd: [LESS, LESS], reach: 70 })[0]?.message).toMatch(
      /, limit \$620\.00$/,
    )
  })

  it.each([
    [1, 'at 4,000 runs a day: a month is projected to cost $930.00, limit $1,000.00; but 1 call has no known price'],
    [2, 'at 4,000 runs a day: a month is projected to cost $930.00, limit $1,000.00; but 2 calls have no known price'],
  ])('say that %d calls are not in them', (unpriced, message) => {
    expect(rulingsOf({ limits: 'max_projected_cost_per_month_usd: 1000', usd: [LESS, LESS], unpriced })).toMatchObject([
      { outcome: 'unmatched', actual: 930, message },
    ])
  })

  it.each([
    ['runs_per_month: 1', 'at 1 run a month'],
    ['runs_per_month: 2', 'at 2 runs a month'],
    ['agents: { a: { runs_per_day: 3 } }', 'at the runs of 1 agent'],
    ['agents: { "?": { runs_per_day: 3 } }', 'at the runs of 2 agents'],
  ])('say of how many runs they are: %s', (volume, start) => {
    const rules = policy(`volume: { ${volume} }\npolicies: [{ name: p, totals: { max_projected_cost_per_month_usd: 1 } }]`)
    const used = { costUsd: 1, calls: 1, tokens: 1, runs: 1 }
    const after = {
      ...suite(1, 1),
      agents: new Map([
        ['a', used],
        ['b', used],
      ]),
    }
    const [ruling] = judgeProjections(rules.rules.filter(isProjection), project(rules.volume, null, after, null), 0, 'warn')
    expect(ruling?.message.startsWith(`${start}: `)).toBe(true)
  })

  it('hold nothing against a month that rounding may have lost, nor against growth that chance may just have made', () => {
    const rules = policy('volume: { runs_per_month: 10 }\npolicies: [{ name: p, totals: { max_projected_cost_per_month_usd: 10000 } }]')
    const judge = (usd: number) =>
      judgeProjections(rules.rules.filter(isProjection), project(rules.volume, null, suite(usd, 10), null), 0, 'warn')
    expect(judge(10_000.000000000004)).toMatchObject([{ outcome: 'passed' }])
    expect(judge(10_000.0000000001)).toMatchObject([{ level: 'error' }])
    // Half of what it costs is what the baseline cost: chance reaches exactly as far.
    expect(rulingsOf({ limits: INCREASE, usd: [0.0625, 0.125], reach: 100 })).toMatchObject([{ level: 'warning' }])
  })

  it('are unmatched where nothing can be projected', () => {
    const rules = limited(`${COST}, ${INCREASE}`)
    const judge = (before: Side | null, after: Side) =>
      judgeProjections(rules.rules.filter(isProjection), project(rules.volume, before, after, null), 0, 'warn').map(
        ({ message }) => message,
      )
    const why = 'there is no projection: no call names its run, so nobody knows what a run costs'
    expect(judge(null, suite(1, 0))).toEqual([why, why])
    expect(judgeProjections(rules.rules.filter(isProjection), null, 0, 'warn')).toMatchObject([
      { outcome: 'unmatched', message: 'there is no projection: no policy says how many runs there are' },
      { outcome: 'unmatched' },
    ])
    expect(judge(null, suite(0.01, 10))[1]).toBe('there is no projection: nobody knows what a run of the baseline cost')
  })
})

describe('the whole judgement', () => {
  it('eases a month that the baseline broke at least as badly', () => {
    const rules = policy(`existing_violations: warn\n${VOLUME}policies: [{ name: p, totals: { max_projected_cost_per_month_usd: 1 } }]`)
    const levelOf = (before: number, after: number) =>
      judged({
        policy: rules,
        before: head(),
        projection: project(rules.volume, suite(before, 10), suite(after, 10), null),
      }).findings.find(({ rule }) => rule === 'max_projected_cost_per_month_usd')
    expect(levelOf(1, 0.9)).toMatchObject({ level: 'warning', eased: 'existing' })
    expect(levelOf(0.9, 1)).toMatchObject({ level: 'error', eased: null })
  })

  it('says which volume is about no agent: a warning where the baseline has it', () => {
    const rules = policy('volume: { agents: { planner: { runs_per_day: 5 }, ghost: { runs_per_day: 7 } } }')
    const used = (name: string): Side => ({ ...suite(1, 1), agents: new Map([[name, { costUsd: 1, calls: 1, tokens: 1, runs: 1 }]]) })
    const { findings, checks } = judged({
      policy: rules,
      comparison: comparison(change('total', 1, 1), { agents: [change('planner', 1, null), change('planer', null, 1)] }),
      projection: project(rules.volume, used('planner'), used('planer'), null),
    })
    expect(findings.filter(({ rule }) => rule === 'volume')).toMatchObject([
      {
        level: 'warning',
        subject: { kind: 'agent', name: 'planner' },
        policy: { line: 1 },
        message:
          'planner: no such agent was used, as it was in the baseline, so its 5 runs a day are in no projection, did you mean planer?',
      },
    ])
    expect(checks.filter(({ rule }) => rule === 'volume')).toMatchObject([
      { outcome: 'unmatched', message: 'ghost: no such agent was used, so its 7 runs a day are in no projection' },
    ])
  })
})
