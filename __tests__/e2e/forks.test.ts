import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeZip, type ZipEntry } from '../archive/zip.ts'
import { addRecord, zipRecord } from '../baseline/stored.ts'
import type { Pull, Run } from '../github/records.ts'
import * as story from '../github/story.ts'
import { annotationsOf, type Lab, openLab, readOutput } from './lab.ts'
import { onPull, onWorkflowRun } from './occasions.ts'
import { installProduct, type Product } from './product.ts'
import type { StepResult } from './runner.ts'
import { expectVerdict, STORED } from './story.ts'
import { toLines } from './workspace.ts'

const POLICY = 'catalog/policies/cost_governance.yaml'
const LEDGER = '.runs/costs/costs.jsonl'

let product: Product
let lab: Lab
let pull: Pull
let run: Run
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
// A pull request of mallory's fork, which main has a record of $0.50 for, and the run that measured it.
beforeEach(async () => {
  lab = await openLab(product)
  const { state } = lab.github
  addRecord(state, { sha: story.addCommit(state, { branch: 'main' }) })
  pull = story.openPull(state, { author: 'mallory', headBranch: 'main', fork: { id: 2002, owner: 'mallory' }, files: { 'agent.py': 'x' } })
  run = onPull(state, pull).run
})
afterEach(() => lab.close())

function leave(name: string, bytes: Buffer): void {
  story.storeArtifact(lab.github.state, { runId: run.id, name, bytes })
}

function zipUsage(cost: number, path = LEDGER, ...others: readonly ZipEntry[]): Buffer {
  return makeZip([{ name: path, content: toLines([{ cost_usd: cost }]) }, ...others])
}

function comment(inputs: Record<string, string> = {}, ended = run): Promise<StepResult> {
  story.finishRun(ended)
  return lab.run({ ...STORED, 'upload-report': 'false', ...inputs }, onWorkflowRun(lab.github.state, ended))
}

function statuses() {
  return lab.github.state.statuses.map(({ sha, state, context }) => ({ sha, state, context }))
}

function writes(): readonly string[] {
  return lab.github.requests.filter(({ method }) => method !== 'GET').map(({ route }) => route)
}

describe('a run of a fork', () => {
  it.each([
    ['green', 0.55, 'pass', 'success'],
    ['red', 1, 'fail', 'failure'],
  ])('is judged by what it left, with a comment and a mark on its commit: %s', async (_, cost, verdict, state) => {
    leave('llm-cost-usage', zipUsage(cost))
    const result = await comment()
    expectVerdict(result, verdict, 0)
    expect(statuses()).toEqual([{ sha: pull.head.sha, state, context: 'llm-cost' }])
    expect(lab.github.state.comments.map(({ issue, body }) => [issue, body.includes(`run ${run.id} attempt 1`)])).toEqual([
      [pull.number, true],
    ])
    const report = await readOutput(result, 'report-path')
    expect(report).toMatchObject({ settings: { mode: 'comment' }, head: { commit: pull.head.sha }, baseline: { source: 'artifact' } })
    expect(result.summary).not.toBe('')
  })

  it.each([
    ['the folder .runs', LEDGER, {}],
    ['what is in it', 'costs/costs.jsonl', {}],
    ['files of another place', 'out/usage.jsonl', { 'usage-path': 'out/*.jsonl' }],
  ])('may leave %s', async (_, path, inputs) => {
    leave('llm-cost-usage', zipUsage(1, path))
    expectVerdict(await comment(inputs), 'fail', 0)
  })

  it('may leave the cost summary of its own gate', async () => {
    leave('llm-cost-report', zipRecord(1))
    expectVerdict(await comment(), 'fail', 0)
  })

  it('is judged by its raw usage where it left both', async () => {
    leave('llm-cost-report', zipRecord(0.1))
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment(), 'fail', 0)
  })

  it('is judged by what its last attempt left', async () => {
    leave('llm-cost-report', zipRecord(0.5))
    story.rerun(run)
    leave('llm-cost-report-attempt-2', zipRecord(1))
    expectVerdict(await comment(), 'fail', 0)
    expect(lab.github.state.comments[0]?.body).toContain(`run ${run.id} attempt 2`)
  })

  it('has artifacts, a comment and a mark of its own for each key', async () => {
    leave('llm-cost-usage', zipUsage(9))
    leave('llm-cost-usage-evals', zipUsage(1))
    addRecord(lab.github.state, { sha: pull.base.sha, cost: 0.95, name: 'llm-cost-baseline-evals' })
    expectVerdict(await comment({ 'comment-key': 'evals' }), 'pass', 0)
    expect(statuses()).toEqual([{ sha: pull.head.sha, state: 'success', context: 'llm-cost/evals' }])
  })

  it('may be approved', async () => {
    story.grant(lab.github.state, 'lead', 'write')
    leave('llm-cost-usage', zipUsage(1))
    story.label(lab.github.state, pull, 'llm-cost-approved', 'lead')
    expectVerdict(await comment(), 'warn', 0)
    expect(statuses()).toMatchObject([{ state: 'success' }])
  })

  it('whose repository is gone is judged all the same', async () => {
    leave('llm-cost-usage', zipUsage(1))
    story.deleteFork(lab.github.state, pull)
    expectVerdict(await comment(), 'fail', 0)
    expect(statuses()).toMatchObject([{ sha: pull.head.sha, state: 'failure' }])
  })
})

describe('nothing that a run left', () => {
  it('says which pull request it is about', async () => {
    const lies = { commit: 'b'.repeat(40), pull_request: 7, number: 7, verdict: 'pass', policy: { path: null } }
    leave(
      'llm-cost-report',
      makeZip([
        { name: 'report.json', content: JSON.stringify(lies) },
        { name: 'cost-summary.json', content: toLines([{ cost_usd: 1, metadata: lies }]) },
        { name: 'event.json', content: JSON.stringify({ pull_request: { number: 7 } }) },
      ]),
    )
    expectVerdict(await comment(), 'fail', 0)
    expect(lab.github.state.comments.map(({ issue }) => issue)).toEqual([pull.number])
    expect(statuses()).toMatchObject([{ sha: pull.head.sha }])
  })

  it.each<[string, Record<string, string>]>([
    ['in its usual place', {}],
    ['where the workflow names it', { 'policy-path': 'rules.yaml' }],
  ])('is the policy: %s', async (_, inputs) => {
    const { state } = lab.github
    const path = inputs['policy-path'] ?? POLICY
    story.addCommit(state, { branch: 'main', files: { [path]: 'regression: { max_increase_percent: 30 }\n' } })
    story.pushTo(state, pull, { files: { [path]: 'regression: { max_increase_percent: 900 }\n' } })
    run = onPull(state, pull).run
    leave('llm-cost-usage', zipUsage(1, LEDGER, { name: path, content: 'regression: { max_increase_percent: 900 }\n' }))
    const result = await comment(inputs)
    expectVerdict(result, 'fail', 0)
    const report = await readOutput(result, 'report-path')
    expect(report).toMatchObject({ files: [{ origin: 'base', commit: pull.base.sha, change: 'changed' }], proposed: { verdict: 'pass' } })
  })

  it('is the baseline', async () => {
    const { state } = lab.github
    story.addCommit(state, { branch: 'main', files: { 'base.json': '{"total_cost_usd":0.5}' } })
    story.pushTo(state, pull, { files: { 'base.json': '{"total_cost_usd":99}' } })
    run = onPull(state, pull).run
    leave('llm-cost-usage', zipUsage(1, LEDGER, { name: 'base.json', content: '{"total_cost_usd":99}' }))
    const result = await comment({ 'baseline-path': 'base.json' })
    expectVerdict(result, 'fail', 0)
    expect(result.outputs.get('baseline-cost-usd')).toBe('0.5')
  })

  it('is written beside what is read', async () => {
    leave(
      'llm-cost-report',
      makeZip([
        { name: 'cost-summary.json', content: toLines([{}]) },
        { name: 'evil.sh', content: 'x' },
      ]),
    )
    await comment()
    const found = await readdir(lab.folder, { recursive: true })
    expect(found.filter((name) => name.includes('evil'))).toEqual([])
    expect(found.filter((name) => name.endsWith('cost-summary.json')).length).toBeGreaterThan(0)
  })

  it('is rendered where its names are hostile', async () => {
    const model = '](https://evil.example) <img src=x> @octocat ::error::x\n### ✅'
    leave('llm-cost-usage', makeZip([{ name: LEDGER, content: toLines([{ cost_usd: 1, model }]) }]))
    expectVerdict(await comment(), 'fail', 0)
    expect(lab.comments()[0]).not.toMatch(/<img|\]\(https|@octocat/)
    expect(lab.github.state.statuses[0]?.description).not.toMatch(/[\n<]/)
  })
})

describe('a run whose artifact cannot be read fails, and its commit is marked so', () => {
  const usage = { name: LEDGER, content: toLines([{}]) }
  it.each<[string, readonly ZipEntry[] | Buffer, RegExp]>([
    ['no archive', Buffer.from('rubbish'), /is not a zip archive/],
    ['a link', [usage, { name: 'x', content: '/etc/passwd', mode: 0o120777 }], /link/],
    ['a name that leads out of it', [{ ...usage, name: '../../costs.jsonl' }], /leads out of its folder/],
    ['an absolute name', [{ ...usage, name: '/tmp/costs.jsonl' }], /name/],
    ['one name twice', [usage, usage], /has \.runs\/costs\/costs\.jsonl twice$/],
    ['a file where a folder is', [{ name: '.runs', content: 'x' }, usage], /not a directory/],
    ['a bomb', [{ name: LEDGER, content: Buffer.alloc(130 << 20) }], /unpacks to more than/],
    ['no usage', [{ name: 'README.md', content: 'x' }], /no usage files found/],
    ['no records that are valid', [{ name: LEDGER, content: '{"model":1}\n' }], /invalid/],
  ])('%s', async (_, content, expected) => {
    leave('llm-cost-usage', Buffer.isBuffer(content) ? content : makeZip(content))
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(expected)])
    expect(statuses()).toEqual([{ sha: pull.head.sha, state: 'error', context: 'llm-cost' }])
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ⛔ /)])
  })

  it.each([
    ['there is none', () => {}],
    [
      'there is one of another run alone',
      () => {
        const other = story.startRun(lab.github.state, {
          event: 'pull_request',
          headSha: pull.head.sha,
          headBranch: 'main',
          headRepoId: 2002,
        })
        story.storeArtifact(lab.github.state, { runId: other.id, name: 'llm-cost-usage', bytes: zipUsage(0.5) })
      },
    ],
    ['there is one of another key alone', () => leave('llm-cost-usage-evals', zipUsage(0.5))],
  ])('because %s', async (_, arrange) => {
    arrange()
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(new RegExp(`^error: run ${run.id} uploaded no artifact llm-cost-usage and no llm-cost-report`)),
    ])
    expect(statuses()).toMatchObject([{ state: 'error' }])
  })
})

describe('there is nothing to judge', () => {
  it.each<[string, () => Run]>([
    [
      'where the pull request has newer commits',
      () => {
        story.pushTo(lab.github.state, pull)
        return run
      },
    ],
    ['for a run of a push', () => story.startRun(lab.github.state, { event: 'push', headSha: pull.base.sha, headBranch: 'main' })],
    [
      'for a run whose commit is in no pull request',
      () => story.startRun(lab.github.state, { event: 'pull_request', headSha: pull.base.sha, headBranch: 'gone', headRepoId: 2002 }),
    ],
    [
      'for a branch of the same name in another fork',
      () => {
        lab.github.state.forks.set(3003, 'eve')
        return story.startRun(lab.github.state, { event: 'pull_request', headSha: pull.head.sha, headBranch: 'main', headRepoId: 3003 })
      },
    ],
  ])('%s', async (_, arrange) => {
    const ended = arrange()
    story.storeArtifact(lab.github.state, { runId: ended.id, name: 'llm-cost-usage', bytes: zipUsage(1) })
    const result = await comment({}, ended)
    expectVerdict(result, '', 0)
    expect(result.stdout).toContain('Nothing to judge: ')
    expect(writes()).toEqual([])
  })
})

describe('comment mode', () => {
  it('does not guess between two pull requests with the same head', async () => {
    const { state } = lab.github
    story.addCommit(state, { branch: 'release' })
    const other = story.openPull(state, {
      author: 'mallory',
      headBranch: 'main',
      baseBranch: 'release',
      fork: { id: 2002, owner: 'mallory' },
    })
    expect(other.head.sha).toBe(pull.head.sha)
    leave('llm-cost-usage', zipUsage(1))
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringContaining(`the pull requests #${other.number}, #${pull.number} all have the head`),
    ])
    expect(statuses()).toEqual([{ sha: pull.head.sha, state: 'error', context: 'llm-cost' }])
    expect(lab.comments()).toEqual([])
  })

  it('refuses policy-ref: head: what it judges does not choose its rules', async () => {
    leave('llm-cost-usage', zipUsage(0.5))
    const result = await comment({ 'policy-ref': 'head' })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining('policy-ref must be base with mode: comment')])
  })

  it.each([
    ['red', 1, 'fail', 1],
    ['green', 0.5, 'pass', 0],
  ])('where the commit cannot be marked shows it by its own exit code: %s', async (_, cost, verdict, code) => {
    lab.github.state.scopes.set('statuses', 'read')
    leave('llm-cost-usage', zipUsage(cost))
    const result = await comment()
    expectVerdict(result, verdict, code)
    expect(annotationsOf(result).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(/^warning: could not set the commit status llm-cost: .*`permissions: statuses: write`\.$/),
    ])
    expect(lab.comments()).toHaveLength(1)
  })

  it('in a dry run writes nothing', async () => {
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment({ 'dry-run': 'true' }), 'fail', 0)
    expect(writes()).toEqual([])
  })

  it('needs the event of a run that ended', async () => {
    const result = await lab.run({ ...STORED, mode: 'comment' }, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining('workflow_run')])
  })
})

describe('in one job, with a token that may only read', () => {
  it.each<[string, () => Pull, number, string, number]>([
    ['a fork', () => pull, 1, 'fail', 1],
    ['a fork', () => pull, 0.5, 'pass', 0],
    ['Dependabot', () => story.openPull(lab.github.state, { author: 'dependabot[bot]', headBranch: 'dependabot/npm/x' }), 1, 'fail', 1],
  ])('%s gets the verdict by exit code and the report in the job summary, with one warning', async (_, arrange, cost, verdict, code) => {
    const subject = arrange()
    story.restrictToken(lab.github.state)
    await lab.spend({ cost_usd: cost })
    const result = await lab.run({ ...STORED, 'upload-report': 'false' }, onPull(lab.github.state, subject))
    expectVerdict(result, verdict, code)
    expect(annotationsOf(result).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(
        /^warning: could not comment on the pull request: .*get a read-only token\. The job summary has the full report\.$/,
      ),
    ])
    expect(result.summary).toMatch(/^### /)
    expect(lab.comments()).toEqual([])
  })
})
