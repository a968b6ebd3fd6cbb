import { describe, expect, it } from 'vitest'
import { compareFigures } from '../../../src/compare/compare.ts'
import { sideOfSummary } from '../../../src/compare/side.ts'
import { compareSuccess } from '../../../src/compare/success.ts'
import { judgeSuccess } from '../../../src/judge/growth/success-drop.ts'
import { decideVerdict } from '../../../src/judge/verdict.ts'
import { change, comparison, head, judged, policy } from '../../support/judge/builders.ts'

const side = (runs: number, successes: number) =>
  sideOfSummary(head({ total_cost_usd: 1, runs, successful_tasks: successes, failed_tasks: runs - successes }))

interface Case {
  readonly before: readonly [runs: number, successes: number]
  readonly after: readonly [runs: number, successes: number]
  /** Totals, US dollars. */
  readonly usd?: readonly [before: number, after: number]
  readonly rules?: string
}

function rulingOf({ before, after, usd: [was, now] = [1, 0.9], rules }: Case) {
  const compared = comparison(change('total', was, now), { figures: compareFigures({ runs: before[0] }, { runs: after[0] }) })
  const { findings, checks } = judged({
    comparison: compared,
    success: compareSuccess(side(...before), side(...after)),
    ...(rules !== undefined && { policy: policy(rules) }),
  })
  return [...findings, ...checks].filter(({ rule }) => rule === 'min_success_rate_drop')
}

describe('a success rate that fell', () => {
  it('beyond chance while the cost did not rise is a warning, with both rates', () => {
    expect(rulingOf({ before: [20, 19], after: [20, 10] })).toMatchObject([
      {
        level: 'warning',
        subject: { kind: 'total', name: null },
        actual: expect.closeTo(0.45, 12),
        limit: 0,
        unit: 'ratio',
        message:
          '50 % of 20 runs succeeded, 95 % of 20 runs of the baseline: fewer than chance explains, at no higher cost. Runs that fail early are cheap',
      },
    ])
  })

  it.each<[string, Case]>([
    ['within chance', { before: [10, 9], after: [10, 7] }],
    ['at a higher cost', { before: [20, 19], after: [20, 10], usd: [1, 1.1] }],
    ['in more runs that are dearer each', { before: [20, 19], after: [40, 20], usd: [1, 2.000000000001] }],
    ['not at all', { before: [20, 10], after: [20, 19] }],
    ['to the same', { before: [20, 10], after: [20, 10] }],
    ['less than the policy says', { before: [20, 19], after: [20, 10], rules: 'regression: { min_success_rate_drop: 0.46 }' }],
  ])('%s is none', (_, found) => {
    expect(rulingOf(found)).toMatchObject([{ outcome: 'passed' }])
  })

  it.each<[string, Case, string]>([
    ['at the same cost', { before: [20, 19], after: [20, 10], usd: [1, 1] }, 'warning'],
    ['in fewer runs that are dearer each, and cheaper in all', { before: [20, 19], after: [10, 3], usd: [1, 0.9] }, 'warning'],
    ['in fewer runs that cost the same in all', { before: [20, 19], after: [10, 3], usd: [1, 1] }, 'warning'],
    ['in twice as many runs at twice the cost', { before: [20, 19], after: [40, 20], usd: [1, 2] }, 'warning'],
    ['in more runs that are cheaper each', { before: [20, 19], after: [40, 20], usd: [1, 1.9] }, 'warning'],
    [
      'by exactly what the policy says',
      { before: [20, 19], after: [20, 10], rules: 'regression: { min_success_rate_drop: 0.45 }' },
      'warning',
    ],
    [
      'with a level',
      { before: [20, 19], after: [20, 10], rules: 'regression: { min_success_rate_drop: 0, success_level: error }' },
      'error',
    ],
  ])('%s counts', (_, found, level) => {
    expect(rulingOf(found)).toMatchObject([{ level, approvable: true }])
    expect(decideVerdict(rulingOf(found).filter((ruling) => 'level' in ruling))).toBe(level === 'error' ? 'fail' : 'warn')
  })

  it('says why it was not judged only where a policy asks for it', () => {
    const rules = policy('regression: { min_success_rate_drop: 0.1 }')
    const of = (judgement: ReturnType<typeof judged>) => judgement.checks.filter(({ rule }) => rule === 'min_success_rate_drop')
    expect(of(judged())).toEqual([])
    expect(of(judged({ policy: rules }))).toMatchObject([
      { outcome: 'unmatched', message: 'success rate: not all runs of both sides say how they ended' },
    ])
    expect(of(judged({ policy: rules, comparison: null }))).toMatchObject([
      { outcome: 'unmatched', message: 'success rate: there is no baseline to compare with' },
    ])
  })
})

describe('a success rate of which something is not known', () => {
  const ends = (runs: number, successes: number) => ({
    runs,
    successful_runs: successes,
    success_rate: successes / runs,
    cost_per_success_usd: null,
  })
  const before = ends(20, 19)
  const after = ends(20, 10)
  const fall = { share: -0.45, low: -0.65, high: -0.17 }
  const limit = { minDrop: 0, level: null, policy: null }
  const cheaper = comparison(change('total', 1, 0.9))

  it('counts from the least fall that chance does not explain', () => {
    const judge = (high: number) => judgeSuccess({ baseline: before, head: after, change: { ...fall, high } }, cheaper, null)
    expect(judge(-0.001)).toMatchObject([{ level: 'warning' }])
    expect(judge(0)).toMatchObject([
      { outcome: 'passed', actual: 0.45, message: '50 % of 20 runs succeeded, 95 % of 20 runs of the baseline' },
    ])
  })

  it('is not judged where one side does not say it', () => {
    const message = 'success rate: not all runs of both sides say how they ended'
    for (const success of [
      { baseline: null, head: after, change: null },
      { baseline: before, head: null, change: null },
    ]) {
      expect(judgeSuccess(success, cheaper, limit)).toMatchObject([{ outcome: 'unmatched', message, limit: 0 }])
      expect(judgeSuccess(success, cheaper, null)).toEqual([])
    }
  })

  it('is not judged where there is nothing to compare the cost with', () => {
    expect(judgeSuccess({ baseline: before, head: after, change: fall }, null, limit)).toMatchObject([
      { outcome: 'unmatched', message: 'success rate: there is no baseline to compare with' },
    ])
  })

  it.each([
    [null, 1],
    [1, null],
    [null, 0],
  ])('passes where it is not known what a side cost: %s, %s', (was, now) => {
    const total = change('total', was, now)
    expect(judgeSuccess({ baseline: before, head: after, change: fall }, comparison(total), null)).toMatchObject([{ outcome: 'passed' }])
  })
})
