import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decoys, flood, type Place } from '../../support/baseline/decoys.ts'
import { addRecord, growMain } from '../../support/baseline/stored.ts'
import { checkOut } from '../../support/e2e/checkout.ts'
import { annotationsOf, type Lab, openLab, readOutput } from '../../support/e2e/lab.ts'
import { onMergeGroup } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { expectVerdict, judge, push, STORED } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import { addCommit, openPull, startRun } from '../../support/github/story/story.ts'

const QUIET = { 'upload-report': 'false' }

let product: Product
let lab: Lab
let place: Place
let pull: Pull
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
// A pull request from the second of three commits, for twice what was recorded on the first. Its head is checked out, not its merge with the third.
beforeEach(async () => {
  lab = await openLab(product)
  const { state } = lab.github
  const [older = '', base = ''] = growMain(state, 2)
  const headSha = addCommit(state, { branch: 'dearer', parents: [base] })
  const [newer = ''] = growMain(state, 1)
  place = { older, base, newer }
  pull = openPull(state, { headBranch: 'dearer', headSha })
  await checkOut(lab, headSha)
  await lab.spend({ cost_usd: 1 })
})
afterEach(() => lab.close())

describe('the record that a pull request is compared with', () => {
  it.each(decoys)('is never that of %s', async (_, plant) => {
    const { runId } = addRecord(lab.github.state, { sha: place.older })
    plant(lab.github.state, place)
    const result = await judge(lab, pull, QUIET)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ run_id: runId, total_cost_usd: 0.5, commits_behind: 1 })
  })

  it('is the right one among all of them', async () => {
    const { runId } = addRecord(lab.github.state, { sha: place.older, conclusion: 'failure' })
    for (const [, plant] of decoys) plant(lab.github.state, place)
    const result = await judge(lab, pull)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ run_id: runId, commit: place.older, commits_behind: 1 })
    expect(lab.comments()[0]).toMatch(/1 commit older/)
  })

  it.each([300, 3100])('is the right one behind %i artifacts of a fork', { timeout: 120_000 }, async (count) => {
    const { state } = lab.github
    const { runId } = addRecord(state, { sha: place.older })
    flood(state, place.base, count)
    const result = await judge(lab, pull, QUIET)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ run_id: runId, total_cost_usd: 0.5, commits_behind: 1 })
  })

  it('is not "none yet" where it cannot be looked for among artifacts of a fork', { timeout: 120_000 }, async () => {
    const { state } = lab.github
    addRecord(state, { sha: place.older })
    for (let count = 0; count < 31; count++) startRun(state, { event: 'push', headSha: place.base, headBranch: 'main' })
    flood(state, place.base, 3100)
    const result = await judge(lab, pull, QUIET)
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/too many artifacts have this name.*baseline-artifact/)])
  })

  it('is the nearest after a forced push, not an older and dearer one', async () => {
    const { state } = lab.github
    addRecord(state, { sha: place.older, cost: 9 })
    for (let count = 0; count < 7; count++) addRecord(state, { sha: addCommit(state, { parents: [place.older] }), cost: 99 })
    const good = addRecord(state, { sha: place.base, cost: 0.5 })
    for (const sha of growMain(state, 3)) addRecord(state, { sha, cost: 3 })
    const headSha = addCommit(state, { branch: 'after', parents: [addCommit(state, { parents: [place.base] })] })
    await checkOut(lab, headSha)
    const result = await judge(lab, openPull(state, { headBranch: 'after', headSha }), QUIET)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ run_id: good.runId, total_cost_usd: 0.5 })
  })

  it('is asked for with some 20 requests', async () => {
    const { state } = lab.github
    for (const sha of [place.older, place.base]) addRecord(state, { sha })
    state.branches.set('main', place.newer)
    lab.github.requests.length = 0
    expectVerdict(await judge(lab, pull), 'fail', 1)
    console.log(`a usual pull request: ${lab.github.requests.length} requests`)
    expect(lab.github.requests.length).toBeLessThanOrEqual(21)
  })

  it('is none where there are only they, and those of later commits do not read as "none yet"', async () => {
    for (const [, plant] of decoys) plant(lab.github.state, place)
    const result = await judge(lab, pull, QUIET)
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/main has records, but none of the commit .*Update the branch/)])
  })

  it('is that of its own gate, by the comment-key', async () => {
    const { state } = lab.github
    addRecord(state, { sha: place.base, cost: 99 })
    const { runId } = addRecord(state, { sha: place.older, name: 'llm-cost-baseline-evals' })
    const result = await judge(lab, pull, { ...QUIET, 'comment-key': 'evals' })
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline.run_id).toBe(runId)
  })

  it('is of the branch that a stacked pull request is based on', async () => {
    const { state } = lab.github
    addRecord(state, { sha: place.base, cost: 99 })
    const stack = addCommit(state, { branch: 'stack', parents: [place.base] })
    const { runId } = addRecord(state, { sha: stack, branch: 'stack' })
    const stacked = openPull(state, { headBranch: 'stacked', baseBranch: 'stack' })
    const result = await judge(lab, stacked, QUIET)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ run_id: runId, commits_behind: 0 })
  })

  it('is what a merge group would be merged into', async () => {
    const { state } = lab.github
    addRecord(state, { sha: place.base, cost: 99 })
    const { runId } = addRecord(state, { sha: place.newer })
    const result = await lab.run({ ...STORED, ...QUIET }, onMergeGroup(state, pull))
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ run_id: runId, commits_behind: 0 })
  })
})

describe('where there is no record yet', () => {
  it.each([
    ['pass', 'pass', 0],
    ['warn', 'warn', 0],
    ['fail', 'fail', 1],
  ])('on-missing-baseline: %s decides', async (setting, verdict, code) => {
    const result = await judge(lab, pull, { ...QUIET, 'on-missing-baseline': setting })
    expectVerdict(result, verdict, code)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ state: 'missing', source: 'artifact' })
    expect(lab.comments()[0]).toContain('mode&#58; record')
  })

  it.each([1, 6])('and none any more, because %i expired, the comment and the log say since when', async (count) => {
    for (let index = 0; index < count; index++)
      addRecord(lab.github.state, { sha: place.base, expired: true, expiresAt: '2026-10-01T08:00:00Z' })
    const result = await judge(lab, pull, QUIET)
    expectVerdict(result, 'warn', 0)
    const expired = /the newest record expired on (<code>)?2026-10-01(<\/code>)? and none followed; record on a schedule as well/i
    expect(lab.comments()[0]).toMatch(expired)
    expect(result.stdout).toMatch(expired)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ state: 'missing', source: 'artifact' })
  })

  it.each(['pass', 'warn', 'fail'])('and one that cannot be read fails with on-missing-baseline: %s', async (setting) => {
    const { runId } = addRecord(lab.github.state, { sha: place.base, bytes: Buffer.from('rubbish') })
    const result = await judge(lab, pull, { ...QUIET, 'on-missing-baseline': setting })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining(`llm-cost-baseline of run ${runId} cannot be used`)])
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ⛔ /)])
  })
})

describe('a record', () => {
  it('does not depend on one before it that cannot be read', async () => {
    addRecord(lab.github.state, { sha: place.newer, bytes: Buffer.from('rubbish') })
    const result = await push(lab)
    expectVerdict(result, 'pass', 0)
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(/^warning: the record before this one could not be read, so its history begins anew: /),
      expect.stringMatching(/^notice: there is no baseline yet/),
    ])
    expect((await readOutput(result, 'summary-path')).history).toHaveLength(1)
    const next = openPull(lab.github.state, { headBranch: 'next' })
    const judged = await judge(lab, next, QUIET)
    expectVerdict(judged, 'pass', 0)
    expect((await readOutput(judged, 'report-path')).baseline).toMatchObject({ run_id: result.runId, total_cost_usd: 1 })
  })
})
