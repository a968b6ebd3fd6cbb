import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addRecord, zipRecord } from '../../support/baseline/stored.ts'
import { annotationsOf, type Lab, openLab, readOutput } from '../../support/e2e/lab.ts'
import { type Occasion, onBranch, onMergeGroup, onPull, onTag, onWorkflowRun } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { expectVerdict, STORED } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import * as story from '../../support/github/story/story.ts'

let product: Product
let lab: Lab
let pull: Pull
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
// main has a record of $0.50; a pull request, and every run here, spends twice that.
beforeEach(async () => {
  lab = await openLab(product)
  const { state } = lab.github
  addRecord(state, { sha: story.addCommit(state, { branch: 'main' }) })
  pull = story.openPull(state, { author: 'dev', headBranch: 'topic', files: { 'agent.py': 'x' } })
  await lab.spend({ cost_usd: 1 })
})
afterEach(() => lab.close())

/** What a run left behind: how it was judged, how it ended, and what it wrote. */
async function outcomeOf(result: StepResult) {
  const path = result.outputs.get('report-path')
  const report = path ? await readOutput(result, 'report-path') : null
  const { comments, statuses, artifacts } = lab.github.state
  return {
    mode: report?.settings.mode ?? null,
    verdict: result.outputs.get('verdict'),
    code: result.exitCode,
    baseline: result.outputs.get('baseline-cost-usd'),
    comments: comments.map(({ issue }) => issue),
    statuses: statuses.length,
    artifacts: artifacts.slice(1).map(({ name }) => name),
  }
}

const gated = { mode: 'gate', verdict: 'fail', code: 1, baseline: '0.5', comments: [], statuses: 0, artifacts: ['llm-cost-report'] }
const recorded = { ...gated, mode: 'record', code: 0, artifacts: ['llm-cost-baseline'] }

describe('with mode auto', () => {
  it.each<[string, () => Occasion, object]>([
    ['pull_request is gated, with a comment', () => onPull(lab.github.state, pull), { ...gated, comments: [8] }],
    [
      'pull_request_target is gated, with a comment',
      () => onPull(lab.github.state, pull, 'pull_request_target'),
      { ...gated, comments: [8] },
    ],
    ['merge_group is gated', () => onMergeGroup(lab.github.state, pull), gated],
    ['a push to main is recorded, and blocks nobody', () => onBranch(lab.github.state, 'push'), recorded],
    ['a schedule is recorded', () => onBranch(lab.github.state, 'schedule'), recorded],
    ['workflow_dispatch on main is recorded', () => onBranch(lab.github.state, 'workflow_dispatch'), recorded],
    ['a push to another branch is gated', () => onBranch(lab.github.state, 'push', 'topic'), gated],
    ['a push of a tag is gated, also of the name of main', () => onTag(lab.github.state, 'push', 'main', pull.base.sha), gated],
    ['workflow_dispatch on a tag is gated', () => onTag(lab.github.state, 'workflow_dispatch', 'main', pull.base.sha), gated],
    ['workflow_dispatch on another branch is gated', () => onBranch(lab.github.state, 'workflow_dispatch', 'topic'), gated],
  ])('%s', async (_, arrange, expected) => {
    expect(await outcomeOf(await lab.run(STORED, arrange()))).toEqual(expected)
  })

  it('workflow_run of a pull request is commented, with a mark on its commit', async () => {
    const { run } = onPull(lab.github.state, pull)
    story.storeArtifact(lab.github.state, { runId: run.id, name: 'llm-cost-report', bytes: zipRecord(1) })
    expect(await outcomeOf(await lab.run(STORED, onWorkflowRun(lab.github.state, run)))).toEqual({
      ...gated,
      mode: 'comment',
      code: 0,
      comments: [8],
      statuses: 1,
      artifacts: ['llm-cost-report', 'llm-cost-report'],
    })
  })

  it('workflow_run of a push has nothing to judge', async () => {
    const { run } = onBranch(lab.github.state, 'push')
    const nothing = { mode: null, verdict: '', code: 0, baseline: '', artifacts: [] }
    expect(await outcomeOf(await lab.run(STORED, onWorkflowRun(lab.github.state, run)))).toEqual({ ...gated, ...nothing })
  })

  it('an event that nobody foresaw is gated', async () => {
    const { env } = onBranch(lab.github.state, 'push')
    const event = { name: 'issue_comment', payload: { repository: { id: 1001, default_branch: 'main' } } }
    expect(await outcomeOf(await lab.run(STORED, { event, env }))).toEqual(gated)
  })
})

describe('a mode that is named', () => {
  it('comes before the event: a push to main is gated', async () => {
    expect(await outcomeOf(await lab.run({ ...STORED, mode: 'gate' }, onBranch(lab.github.state, 'push')))).toEqual(gated)
  })

  it('comes before the event: a pull request is recorded, with a warning, where nobody takes it for a baseline', async () => {
    const result = await lab.run({ ...STORED, mode: 'record' }, onPull(lab.github.state, pull))
    expect(await outcomeOf(result)).toMatchObject({ mode: 'record', code: 0, comments: [], artifacts: ['llm-cost-baseline'] })
    expect(annotationsOf(result)[0]).toBe(
      'warning: mode: record on pull_request stores what no other run will use as a baseline: one comes from push, schedule, workflow_dispatch.',
    )
    expectVerdict(await lab.run(STORED, onPull(lab.github.state, pull)), 'fail', 1)
  })

  it.each(['gate', 'record'])('comes before the event: at the end of another run %s judges its own, and marks nothing', async (mode) => {
    const { run } = onPull(lab.github.state, pull)
    const result = await lab.run({ ...STORED, mode }, onWorkflowRun(lab.github.state, run))
    expect(await outcomeOf(result)).toMatchObject({ mode, verdict: 'fail', code: mode === 'gate' ? 1 : 0, statuses: 0 })
  })

  it('record where no run takes it for a baseline says so', async () => {
    const { state } = lab.github
    const run = story.startRun(state, { event: 'repository_dispatch', headSha: state.branches.get('main') ?? '', headBranch: 'main' })
    const { event, env } = onBranch(state, 'push')
    const step = { event: { name: 'repository_dispatch', payload: event.payload }, env: { ...env, GITHUB_RUN_ID: String(run.id) } }
    expect(annotationsOf(await lab.run({ ...STORED, mode: 'record' }, step))).toContainEqual(
      expect.stringMatching(/^warning: mode: record on repository_dispatch stores what no other run will use/),
    )
  })

  it.each(['record', 'summarize'])('%s leaves the comment of the gate alone, also where it fails', async (mode) => {
    await lab.run(STORED, onPull(lab.github.state, pull))
    const [comment] = lab.comments()
    expect(comment).toMatch(/^### ❌ LLM cost \+\$[\d.]+ \(\+100 %\)/)
    await lab.write('.runs/agents/r/summary.json', '{"x":')
    expect((await lab.run({ ...STORED, mode }, onPull(lab.github.state, pull))).exitCode).toBe(2)
    expect(lab.comments()).toEqual([comment])
  })

  it('summarize judges nothing, and writes nothing to GitHub', async () => {
    await lab.write('catalog/policies/cost_governance.yaml', 'rubbish: [')
    const result = await lab.run({ ...STORED, mode: 'summarize' }, onPull(lab.github.state, pull))
    expect(await outcomeOf(result)).toMatchObject({ verdict: '', code: 0, comments: [], artifacts: [] })
    expect((await readOutput(result, 'summary-path')).total_cost_usd).toBe(1)
  })
})

describe('a baseline in a file', () => {
  it.each([
    ['push', 'main', 'record', 0],
    ['push', 'topic', 'gate', 1],
  ] as const)('on a %s to %s is what the run is compared with: %s', async (name, branch, mode, code) => {
    await lab.write('mine.json', '{"total_cost_usd":0.25}')
    const result = await lab.run({ 'baseline-path': 'mine.json' }, onBranch(lab.github.state, name, branch))
    expect(await outcomeOf(result)).toMatchObject({ mode, code, baseline: '0.25' })
  })
})

describe('a pull request', () => {
  it('that is closed is gated and commented all the same', async () => {
    story.closePull(lab.github.state, pull)
    expect(await outcomeOf(await lab.run(STORED, onPull(lab.github.state, pull)))).toEqual({ ...gated, comments: [8] })
  })

  it('that is locked keeps its verdict, with one warning', async () => {
    story.lockPull(lab.github.state, pull)
    const result = await lab.run(STORED, onPull(lab.github.state, pull))
    expect(await outcomeOf(result)).toEqual(gated)
    expect(annotationsOf(result).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringContaining('the conversation is locked'),
    ])
  })

  it('whose fork is gone is gated and commented', async () => {
    const { state } = lab.github
    const gone = story.openPull(state, { author: 'mallory', headBranch: 'patch', fork: { id: 2002, owner: 'mallory' } })
    story.deleteFork(state, gone)
    expect(await outcomeOf(await lab.run(STORED, onPull(state, gone)))).toEqual({ ...gated, comments: [gone.number] })
  })

  it('whose author is gone is gated and commented', async () => {
    Object.assign(pull, { author: null })
    expect(await outcomeOf(await lab.run(STORED, onPull(lab.github.state, pull)))).toEqual({ ...gated, comments: [8] })
  })
})

describe('without an event file', () => {
  it.each(['pull_request', 'merge_group', 'push', 'workflow_run'])('%s fails closed', async (name) => {
    const { event, env } = onBranch(lab.github.state, 'push')
    const result = await lab.run(STORED, { event: { ...event, name }, env: { ...env, GITHUB_EVENT_PATH: '/nowhere/event.json' } })
    expect(await outcomeOf(result)).toMatchObject({ verdict: 'fail', code: 2, artifacts: [] })
    expect(annotationsOf(result).at(-1)).toMatch(/^error: could not tell what this run is about: GITHUB_EVENT_PATH: /)
  })
})

describe('on an Enterprise Server', () => {
  const server = () => ({ GITHUB_SERVER_URL: 'https://ghe.acme.example', GITHUB_API_URL: `${lab.github.apiUrl}/api/v3` })

  it('a pull request is told that there are no artifacts, and commented', async () => {
    const { event, env } = onPull(lab.github.state, pull)
    const result = await lab.run(STORED, { event, env: { ...env, ...server() } })
    expect(await outcomeOf(result)).toEqual({ ...gated, verdict: 'warn', code: 0, baseline: '', comments: [8], artifacts: [] })
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(
        /^warning: .*GitHub Enterprise Server keeps no artifacts .*keep the baseline in a file and name it in baseline-path/,
      ),
    ])
  })

  it('a push to main is summed up, and not stored', async () => {
    const { event, env } = onBranch(lab.github.state, 'push')
    const result = await lab.run(STORED, { event, env: { ...env, ...server() } })
    expect(await outcomeOf(result)).toMatchObject({ mode: 'record', code: 0, artifacts: [] })
    expect(annotationsOf(result)[0]).toMatch(/^warning: nothing was recorded as a baseline: GitHub Enterprise Server keeps no artifacts/)
  })
})
