import { describe, expect, it } from 'vitest'
import { buildPoint } from '../../support/baseline/points.ts'
import { addRecord, growMain, zipRecord } from '../../support/baseline/stored.ts'
import { checkOut } from '../../support/e2e/checkout.ts'
import { annotationsOf, readOutput } from '../../support/e2e/lab.ts'
import { onTag } from '../../support/e2e/occasions.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict, judge, push, STORED } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import { addCommit, openPull, storeArtifact } from '../../support/github/story/story.ts'

const QUIET = { 'upload-report': 'false' }
const MAIN = 'refs/heads/main'
/** So much that nothing would look like a regression beside it. Unit: US dollars. */
const DEAR = 99

let commits: readonly [oldest: string, older: string, base: string]
let pull: Pull

// A pull request of $1 from the last of three commits of main.
stage(async () => {
  const { state } = lab.github
  const [oldest = '', older = '', base = ''] = growMain(state, 3)
  commits = [oldest, older, base]
  pull = openPull(state, { headBranch: 'dearer', headSha: addCommit(state, { branch: 'dearer', parents: [base] }) })
  await checkOut(lab, pull.head.sha)
  await lab.spend({ cost_usd: 1 })
})

/** What the pull request was compared with, after it failed: by the right record it costs twice as much. */
async function baselineOfFailure(inputs: Record<string, string> = {}) {
  const result = await judge(lab, pull, { ...QUIET, ...inputs })
  expectVerdict(result, 'fail', 1)
  return { ...(await readOutput(result, 'report-path')).baseline, log: result.stdout }
}

describe('a pull request is compared with the nearest record', () => {
  it.each([
    ['a run by hand on an older commit', 'workflow_dispatch'],
    ['a push that put main back for a while', 'push'],
    ['a schedule on an older commit', 'schedule'],
  ])('and not with that of %s, of a newer run', async (_, event) => {
    const { state } = lab.github
    const near = addRecord(state, { sha: commits[1], cost: 0.5 })
    addRecord(state, { sha: commits[0], cost: DEAR, event })
    expect(await baselineOfFailure()).toMatchObject({ run_id: near.runId, commit: commits[1], commits_behind: 1, total_cost_usd: 0.5 })
  })

  it('and not with that of an older run that was repeated', async () => {
    const { state } = lab.github
    const old = addRecord(state, { sha: commits[0], cost: 0.4 })
    const near = addRecord(state, { sha: commits[1], cost: 0.5 })
    const bytes = zipRecord(DEAR, { commit: commits[0], ref: MAIN })
    storeArtifact(state, { runId: old.runId, name: 'llm-cost-baseline', bytes })
    expect(await baselineOfFailure()).toMatchObject({ run_id: near.runId, commits_behind: 1 })
  })

  it('and of one commit with that of the newest run', async () => {
    const { state } = lab.github
    const old = addRecord(state, { sha: commits[2], cost: DEAR })
    const newer = addRecord(state, { sha: commits[2], cost: 0.5, event: 'schedule' })
    const bytes = zipRecord(DEAR, { commit: commits[2], ref: MAIN })
    storeArtifact(state, { runId: old.runId, name: 'llm-cost-baseline', bytes })
    expect(await baselineOfFailure()).toMatchObject({ run_id: newer.runId, commits_behind: 0 })
  })

  it('and with the median of the records that came before that', async () => {
    const { state } = lab.github
    const history = [0.5, 0.52, 0.51].map((cost, index) => buildPoint(cost, index))
    const near = addRecord(state, { sha: commits[1], bytes: zipRecord(0.51, { commit: commits[1], ref: MAIN, history }) })
    addRecord(state, { sha: commits[0], cost: DEAR, event: 'workflow_dispatch' })
    const window = { records: 3, by: 'given', newest_cost_usd: 0.51 }
    expect(await baselineOfFailure({ 'baseline-window': '5' })).toMatchObject({ run_id: near.runId, total_cost_usd: 0.51, window })
  })

  it('and a record continues the history of the nearest', async () => {
    const { state } = lab.github
    addRecord(state, { sha: commits[1], cost: 0.9 })
    addRecord(state, { sha: commits[0], cost: DEAR, event: 'workflow_dispatch' })
    await checkOut(lab, commits[2])
    const result = await push(lab)
    expectVerdict(result, 'pass', 0)
    const { history, ref } = await readOutput(result, 'summary-path')
    expect([history.map(({ commit }: { commit: string }) => commit), ref]).toEqual([[commits[1], commits[2]], MAIN])
  })
})

describe('a run of a tag', () => {
  it.each(['push', 'workflow_dispatch'] as const)('of the name of the branch keeps no record, and says so: %s', async (event) => {
    const { state } = lab.github
    const occasion = onTag(state, event, 'main', commits[2])
    const result = await lab.run({ ...STORED, mode: 'record' }, occasion)
    expectVerdict(result, 'pass', 0)
    expect(state.artifacts).toEqual([])
    const why = 'this run is of the tag main, and records are of branches'
    expect(annotationsOf(result)).toContainEqual(`warning: nothing was recorded as a baseline: ${why}.`)
    expect(result.summary).toContain(why)
  })

  it('is not compared with, although it is of the same commit, and the comment and the log say so', async () => {
    const { state } = lab.github
    const near = addRecord(state, { sha: commits[1], cost: 0.5 })
    const tagged = addRecord(state, { sha: commits[2], bytes: zipRecord(DEAR, { commit: commits[2], ref: 'refs/tags/main' }) })
    const { log, ...baseline } = await baselineOfFailure()
    const why = `the artifact llm-cost-baseline of run ${tagged.runId} is no record: its run was of refs/tags/main, not of the branch main`
    expect(baseline).toMatchObject({ run_id: near.runId, passed_over: [why] })
    expect(log).toContain(`Passed over: ${why}`)
    expect(lab.comments()[0]).toContain(`ℹ️ Passed over: the artifact llm-cost-baseline of run ${tagged.runId} is no record`)
  })

  it.each([
    ['cannot be told from one of the branch', true],
    ['cannot have been, because there is no such tag', false],
  ])('that the record does not tell of %s', async (_, isTag) => {
    const { state } = lab.github
    if (isTag) state.tags.set('main', commits[2])
    const far = addRecord(state, { sha: commits[0], cost: 0.4 })
    const near = addRecord(state, { sha: commits[1], bytes: zipRecord(0.5, { commit: commits[1] }) })
    const baseline = await baselineOfFailure()
    expect(baseline.run_id).toBe(isTag ? far.runId : near.runId)
    const why = /does not say whether its run was of the branch main or of the tag main$/
    expect(baseline.passed_over).toEqual(isTag ? [expect.stringMatching(why)] : undefined)
  })

  it('in a stacked branch leaves the record of the default branch to compare with', async () => {
    const { state } = lab.github
    const { runId } = addRecord(state, { sha: commits[2], cost: 0.5 })
    const stack = addCommit(state, { branch: 'stack', parents: [commits[2]] })
    addRecord(state, { sha: stack, branch: 'stack', bytes: zipRecord(DEAR, { commit: stack, ref: 'refs/tags/stack' }) })
    pull = openPull(state, { headBranch: 'stacked', baseBranch: 'stack' })
    expect(await baselineOfFailure()).toMatchObject({ run_id: runId, commits_behind: 1 })
  })
})

describe('a record that says another commit than GitHub does of its run', () => {
  const forged = (cost = DEAR) => zipRecord(cost, { commit: commits[0], ref: MAIN })

  it('is none: it is passed over by name', async () => {
    const { state } = lab.github
    const near = addRecord(state, { sha: commits[1], cost: 0.5 })
    const other = addRecord(state, { sha: commits[2], bytes: forged() })
    const { passed_over, run_id } = await baselineOfFailure()
    expect(run_id).toBe(near.runId)
    const said = `it says that its commit is ${commits[0]} and its run was on ${commits[2]}`
    expect(passed_over).toEqual([`the artifact llm-cost-baseline of run ${other.runId} is no record: ${said}`])
    expect(lab.comments()[0]).toContain(`llm-cost-baseline of run ${other.runId} is no record`)
  })

  it.each([
    ['warn', 0],
    ['fail', 1],
  ])('leaves none where there is no other, and on-missing-baseline: %s decides', async (verdict, code) => {
    const other = addRecord(lab.github.state, { sha: commits[2], bytes: forged() })
    const result = await judge(lab, pull, { ...QUIET, 'on-missing-baseline': verdict })
    expectVerdict(result, verdict, code)
    const why = `llm-cost-baseline of run ${other.runId} is no record`
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ state: 'missing', reason: expect.stringContaining(why) })
    expect(result.stdout).toContain(why)
    expect(lab.comments()[0]).toContain(why)
  })

  it('stops the step where there are five of them', async () => {
    const { state } = lab.github
    addRecord(state, { sha: commits[1], cost: DEAR })
    for (let count = 0; count < 5; count++) addRecord(state, { sha: commits[2], bytes: forged() })
    const result = await judge(lab, pull, QUIET)
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/5 artifacts are no records, though their names say so: /)])
  })

  it.each([
    ['in the file', () => zipRecord(0.5, { commit: null, ref: MAIN })],
    [
      'by its name in a history',
      () => zipRecord(0.5, { commit: commits[2], ref: MAIN, history: [0.49, 0.5].map((cost, index) => buildPoint(cost, index)) }),
    ],
  ])('is shown by the commit of its run, or none, where that is not %s', async (_, bytes) => {
    addRecord(lab.github.state, { sha: commits[2], bytes: bytes() })
    const { commit, format } = await baselineOfFailure()
    expect(commit).toBe(format === 'history' ? null : commits[2])
    const [body = ''] = lab.comments()
    expect(body).not.toContain('commit-0')
    if (format !== 'history') expect(body).toContain(`recorded on commit [<code>${commits[2].slice(0, 7)}</code>](`)
  })
})
