import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Judged, playMonth } from '../support/scenarios/month/play.ts'
import { PULLS } from '../support/scenarios/month/story.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

const folder = join(import.meta.dirname, 'month')
let judged: readonly Judged[]
beforeAll(async () => {
  judged = await playMonth()
})

function find(name: string): Judged {
  const one = judged.find((each) => each.name === name)
  if (one === undefined) throw new Error(`the month has no ${name}`)
  return one
}

describe('a month of a team', () => {
  // What the noise is, why, the verdict, by what the record that stands for the branch was chosen, and what is proven.
  it.each([
    ['day-03-few-records', 'unknown', 'few_records', 'pass', 'newest', null],
    ['day-05-first-regression', 'unknown', 'few_records', 'fail', 'newest', null],
    ['day-09-unlucky', 'inconclusive', 'within_noise', 'warn', 'rise', null],
    ['day-10-unlucky-run-again', 'pass', null, 'pass', 'rise', null],
    ['day-12-longer-answers-approved', 'fail', null, 'warn', 'level', 'total'],
    ['day-12-after-the-increase', 'pass', null, 'pass', 'rise', null],
    ['day-16-revert', 'pass', null, 'pass', 'level', null],
    ['day-16-after-the-revert', 'fail', null, 'fail', 'fall', 'agents'],
    ['day-20-planner-renamed', 'pass', null, 'warn', 'level', null],
    ['day-22-model-renamed', 'pass', null, 'pass', 'level', null],
    ['day-24-one-loop', 'inconclusive', 'one_run', 'warn', 'level', null],
    ['day-25-after-a-cut-record', 'pass', null, 'pass', 'level', null],
    ['day-27-longer-prompts-fewer-calls', 'hidden', null, 'warn', 'rise', 'agents'],
    ['day-28-creep', 'pass', null, 'fail', 'rise', 'agents'],
    ['day-29-price-cut-hides-tokens', 'hidden', null, 'warn', 'rise', 'agents'],
    ['day-30-longer-prompts-at-the-new-price', 'fail', null, 'fail', 'fall', 'total'],
  ] as const)('%s is %s', (name, state, reason, verdict, by, provenBy) => {
    const { noise, baseline, ...report } = find(name).report
    expect(noise).toMatchObject({ state, reason, proven_by: provenBy })
    expect({ verdict: report.verdict, by: baseline.window?.by }).toEqual({ verdict, by })
  })

  it.each(PULLS)('$name reads as reviewed', async ({ name }) => {
    const { report, comment } = find(name)
    expect(findFaults('report', report)).toEqual([])
    await expect(comment).toMatchFileSnapshot(join(folder, `${name}.md`))
  })

  it('has no other comments', () => {
    expect(readdirSync(folder).sort()).toEqual(PULLS.map(({ name }) => `${name}.md`).sort())
    expect(judged.map(({ name }) => name)).toEqual(PULLS.map(({ name }) => name))
  })
})

describe('in that month', () => {
  it('an accepted increase is the level of the next pull request at once', () => {
    const [before, after] = [find('day-12-longer-answers-approved').report, find('day-12-after-the-increase').report]
    expect(before.noise?.measured_percent).toBeGreaterThan(20)
    expect(before.approval.given?.by).toBe('octocat')
    expect(after.baseline.total_cost_usd).toBeGreaterThan(1.3 * (before.baseline.total_cost_usd ?? 0))
    expect(after.noise?.measured_percent).toBeLessThan(20)
  })

  it('a revert is the level of the next pull request at once', () => {
    const [before, after] = [find('day-16-revert').report, find('day-16-after-the-revert').report]
    // By the level before it, this one would have cost no more than main.
    expect(after.head.total_cost_usd).toBeLessThan(before.baseline.total_cost_usd ?? 0)
    expect(after.noise?.measured_percent).toBeGreaterThan(20)
  })

  it('a record of a cut run is left out by name', () => {
    const left = find('day-25-after-a-cut-record').report.noise?.left_out
    expect(left).toMatchObject([{ commit: '2504'.repeat(10), reason: 'fewer_cases', count: 4, usual: 10 }])
  })

  it('the run that loops is named with what it usually costs', () => {
    const { report } = find('day-24-one-loop')
    expect(report.noise?.odd_runs.map(({ run_id }) => run_id)).toEqual(['run-4'])
    expect(report.noise?.measured_percent).toBeGreaterThan(40)
  })

  it('no pull request that changes no more than a name is blocked or doubted; a limit that lost its agent says so', () => {
    const rulesOf = (name: string) => find(name).report.findings.map(({ rule, subject }) => [rule, subject.name])
    expect(rulesOf('day-20-planner-renamed')).toEqual([['limit_lost', 'planner']])
    expect(rulesOf('day-22-model-renamed')).toEqual([])
  })

  it('small increases that each keep the limit are told of when they add up', () => {
    const { report } = find('day-28-creep')
    expect(report.findings.map(({ rule, level }) => [rule, level])).toEqual([['creep', 'error']])
    expect(report.noise?.rise).toMatchObject({ records: 34, days: 27 })
  })

  it('a price cut hides no tokens', () => {
    const { noise, head, baseline } = find('day-29-price-cut-hides-tokens').report
    expect(head.total_cost_usd).toBeLessThan(baseline.total_cost_usd ?? 0)
    expect(noise?.proven_percent).toBeGreaterThan(30)
  })
})
