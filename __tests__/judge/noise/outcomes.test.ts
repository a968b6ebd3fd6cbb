import { describe, expect, it } from 'vitest'
import { type JudgeOptions, judge } from '../../../src/library/judge.ts'
import { combinePolicies } from '../../../src/policy/combine.ts'
import { policy } from '../../support/judge/builders.ts'
import { alike, judgeAfter, type Run, record, summarizeRuns } from '../../support/noise/recorded.ts'

/** A suite that costs a dollar, give or take a percent. */
const QUIET = [1, 1.01, 0.99, 1.005, 0.995, 1.01, 0.99, 1, 1.005, 0.995].map((total) => alike(total))
/** One whose total wobbles by a quarter. */
const LOUD = [1, 1.3, 0.8, 1.1, 0.75, 1.25, 0.9, 1.2, 0.85, 1].map((total) => alike(total))

async function outcome(records: readonly (readonly Run[])[], head: readonly Run[], options: Partial<JudgeOptions> = {}) {
  const { noise, findings, verdict } = await judgeAfter(records, head, options)
  const growth = findings.filter(({ rule, subject }) => rule === 'max_increase_percent' && subject.kind === 'total')
  return { state: noise?.state, reason: noise?.reason, verdict, levels: growth.map(({ level }) => level) }
}

describe('the growth of the total', () => {
  it('above the limit and beyond chance is an error', async () => {
    expect(await outcome(QUIET, alike(1.25))).toEqual({ state: 'fail', reason: null, verdict: 'fail', levels: ['error'] })
  })

  it('above the limit and within chance is inconclusive, a warning', async () => {
    const expected = { state: 'inconclusive', reason: 'within_noise', verdict: 'warn', levels: ['warning'] }
    expect(await outcome(LOUD, alike(1.25))).toEqual(expected)
  })

  it.each([
    ['pass', 'notice', 'pass'],
    ['warn', 'warning', 'warn'],
    ['fail', 'error', 'fail'],
  ] as const)('within chance is as on-inconclusive says: %s', async (onInconclusive, level, verdict) => {
    const expected = { state: 'inconclusive', reason: 'within_noise', verdict, levels: [level] }
    expect(await outcome(LOUD, alike(1.25), { onInconclusive })).toEqual(expected)
    const rules = policy(`regression: { max_increase_percent: 20, on_inconclusive: ${onInconclusive} }`)
    expect(await outcome(LOUD, alike(1.25), { policy: rules })).toEqual(expected)
  })

  it('is judged by the input before the policy', async () => {
    const rules = policy('regression: { max_increase_percent: 20, on_inconclusive: fail }')
    expect(await outcome(LOUD, alike(1.25), { policy: rules, onInconclusive: 'pass' })).toMatchObject({ levels: ['notice'] })
  })

  it('is never worse within chance than beyond it', async () => {
    const rules = policy('regression: { max_increase_percent: 20, level: notice, on_inconclusive: fail }')
    expect(await outcome(LOUD, alike(1.25), { policy: rules })).toMatchObject({ state: 'inconclusive', levels: ['notice'] })
  })

  it('cannot be set by a policy that does not settle it', () => {
    const strict = policy('regression: { max_increase_percent: 20, on_inconclusive: fail }')
    const added = policy('regression: { max_increase_percent: 20, on_inconclusive: pass }')
    expect(combinePolicies([strict, added], [strict]).total.onInconclusive).toBe('fail')
    expect(() => combinePolicies([strict, added])).toThrow('regression.on_inconclusive is "pass", but "fail"')
  })

  it('within the limit passes', async () => {
    expect(await outcome(QUIET, alike(1.05))).toEqual({ state: 'pass', reason: null, verdict: 'pass', levels: [] })
    expect(await outcome(LOUD, alike(1.05))).toEqual({ state: 'pass', reason: null, verdict: 'pass', levels: [] })
  })

  it('that luck hides is a warning', async () => {
    // Prompts are half as long again, and it is a day of few calls.
    const hidden = Array.from({ length: 8 }, () => ({ usd: 0.15, tokens: 1500 }))
    expect(await outcome(LOUD, hidden)).toMatchObject({ state: 'hidden', verdict: 'warn', levels: ['warning'] })
    expect(await outcome(LOUD, hidden, { minIncreaseUsd: 10 })).toMatchObject({ state: 'pass', levels: [] })
  })

  it('within the limit is no pass where calls are in no amount', async () => {
    const head = { ...(await summarizeRuns(alike(1.05))), unpriced_calls: 1 }
    const { noise } = judge({ head, baseline: await record(QUIET), today: '2026-11-03' })
    expect(noise).toMatchObject({ state: 'unknown', reason: 'incomplete' })
  })

  it('of less than the minimum passes, whatever chance does', async () => {
    expect(await outcome(QUIET, alike(1.25), { minIncreaseUsd: 0.3 })).toMatchObject({ state: 'pass', levels: [] })
  })
})

describe('with fewer than 8 comparable records', () => {
  it('the limit alone decides, against the newest record', async () => {
    const [few, head] = [QUIET.slice(0, 6), alike(1.25)]
    expect(await outcome(few, head)).toEqual({ state: 'unknown', reason: 'few_records', verdict: 'fail', levels: ['error'] })
    expect(await outcome([...few, alike(1.1)], head)).toMatchObject({ state: 'unknown', verdict: 'pass' })
  })

  it('a record of a cut run is none of them', async () => {
    const { noise } = await judgeAfter([...QUIET.slice(0, 7), alike(0.4, 4)], alike(1.01))
    expect(noise).toMatchObject({
      state: 'unknown',
      records: 7,
      measured_percent: expect.closeTo(2.02, 2),
      left_out: [{ reason: 'fewer_runs', count: 4, usual: 10, total_cost_usd: 0.4 }],
    })
  })
})

describe('the lag of a median', () => {
  it('does not let an increase pass that follows a merged saving', async () => {
    expect(await outcome([...QUIET, alike(0.85)], alike(1.19))).toMatchObject({ state: 'fail', verdict: 'fail' })
    expect(await outcome([...QUIET.slice(0, 4), alike(0.85)], alike(1.19))).toMatchObject({ state: 'unknown', verdict: 'fail' })
  })

  it('does not block a small one that follows a merged increase', async () => {
    expect(await outcome([...QUIET, alike(1.15)], alike(1.219))).toMatchObject({ state: 'pass', verdict: 'pass' })
    expect(await outcome([...QUIET.slice(0, 4), alike(1.15)], alike(1.219))).toMatchObject({ state: 'unknown', verdict: 'pass' })
  })

  it('says both figures where noise hides which of the two is right', async () => {
    const { noise } = await judgeAfter([...LOUD, alike(0.85)], alike(1.05))
    expect(noise).toMatchObject({
      state: 'pass',
      measured_percent: expect.closeTo(16.67, 2),
      newest: { usd: 0.85, percent: expect.closeTo(23.53, 2) },
    })
  })

  it('stays with a window that somebody set, but for a warning of what it hides', async () => {
    expect(await outcome([...QUIET, alike(0.85)], alike(1.19), { baselineWindow: 5 })).toMatchObject({ state: 'hidden', verdict: 'warn' })
    expect(await outcome([...QUIET.slice(0, 4), alike(0.85)], alike(1.19), { baselineWindow: 5 })).toMatchObject({ verdict: 'pass' })
    expect(await outcome([...QUIET, alike(0.85)], alike(1.19), { baselineWindow: 1 })).toMatchObject({ verdict: 'fail' })
  })
})

describe('one odd record of the base branch', () => {
  it('raises the centre for one record, and never for two', async () => {
    expect(await outcome([...QUIET, alike(1.25)], alike(1.25))).toMatchObject({ state: 'pass' })
    expect(await outcome([...QUIET, alike(1.25), alike(1)], alike(1.25))).not.toMatchObject({ state: 'pass' })
  })
})
