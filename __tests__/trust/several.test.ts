import { describe, expect, it } from 'vitest'
import { runReviewedGate } from '../../src/action/modes/reviewed-gate.ts'
import type { Report } from '../../src/generated/types.ts'
import { writeReview } from '../../src/render/verdict/review.ts'
import { readSettings } from '../../src/settings.ts'
import type { Review } from '../../src/trust/review.ts'
import { MARKDOWN } from '../../src/words/escape.ts'
import { addCommit } from '../support/github/story/story.ts'
import { jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'
import { filesOf, github, stageGitHub } from '../support/trust/reviewed.ts'

stageGitHub()

const COST = 'catalog/policies/cost_governance.yaml'
const FLOW = 'catalog/policies/flow_governance.yaml'
type Files = Readonly<Record<string, string | null>>

/** Judges a pull request with these files: $0.50 where the baseline was $0.40, which is 25 % more. */
async function judge(onBase: Files, inHead: Files, policyPath = '', overrides: Partial<Review> = {}): Promise<Report> {
  const { state } = github
  const baseSha = addCommit(state, { branch: 'main', files: { ...onBase, 'baseline.json': '{"total_cost_usd": 0.4}' } })
  const headSha = addCommit(state, { branch: 'topic', parents: [baseSha], files: inHead })
  const own = Object.entries({ ...onBase, ...inHead }).flatMap(([path, text]) => (text === null ? [] : [[path, text]]))
  const folder = workspace({ ...Object.fromEntries(own), [LEDGER]: jsonl(row()) })
  const files = filesOf({ baseSha, headSha, startSha: baseSha, folder }, overrides)
  const settings = readSettings({ 'working-directory': folder, 'baseline-path': 'baseline.json', 'policy-path': policyPath }, '')
  const context = { mode: 'gate' as const, now: () => 0, commit: headSha, onProgress: () => {}, findBaseline: null, findApproval: null }
  return runReviewedGate(settings, context, files)
}

const said = (report: Report) => writeReview(report, MARKDOWN, (words) => words)
const policies = ({ files }: Report) =>
  files.filter(({ kind }) => kind === 'policy').map(({ path, origin, change }) => `${path} ${origin} ${change}`)
const limit = (percent: number) => `regression: { max_increase_percent: ${percent} }\n`
const loose = { [COST]: limit(30), [FLOW]: 'min_runs: 1\n' }
const strict = { [COST]: limit(30), [FLOW]: 'required_steps: [review]\n' }

describe('one of several policy files', () => {
  it('that the pull request leaves alone is the base, and nothing is said of it', async () => {
    const report = await judge(loose, { 'agent.py': 'x' })
    expect(report).toMatchObject({ verdict: 'pass', proposed: null, policy: { path: COST, paths: [COST, FLOW] } })
    expect(policies(report)).toEqual([`${COST} base unchanged`, `${FLOW} base unchanged`])
    expect(said(report)).toEqual([])
  })

  it.each<[string, string | null, string]>([
    ['edits', 'min_runs: 1\n', 'changed'],
    ['removes', null, 'removed'],
  ])('that it %s judges as it was, and the verdict by its own is shown', async (verb, text, change) => {
    const report = await judge(strict, { [FLOW]: text })
    expect(report).toMatchObject({ verdict: 'fail', proposed: { verdict: 'pass', problem: null } })
    expect(policies(report)).toEqual([`${COST} base unchanged`, `${FLOW} base ${change}`])
    expect(said(report)).toEqual([
      expect.stringMatching(new RegExp(`^This pull request ${verb} the policy .*the verdict would be pass\\.$`)),
    ])
  })

  it('that it removes while the workflow names it judges as it was, and its own cannot be judged', async () => {
    const report = await judge(strict, { [FLOW]: null }, `${COST}\n${FLOW}`)
    expect(report).toMatchObject({
      verdict: 'fail',
      proposed: { verdict: null, problem: `${FLOW}: does not exist in the pull request; correct policy-path` },
    })
  })

  it.each(['', `${COST}\n${FLOW}`])('that it adds counts at once: policy-path %j', async (policyPath) => {
    const report = await judge({ [COST]: limit(30) }, { [FLOW]: 'required_steps: [review]\n' }, policyPath)
    expect(report).toMatchObject({ verdict: 'fail', findings: [{ rule: 'required_steps', policy: { path: FLOW } }] })
    expect(policies(report)).toEqual([`${COST} base unchanged`, `${FLOW} pull-request added`])
  })

  it.each([
    ['the limit on the total', { [COST]: 'min_runs: 1\n' }, { [FLOW]: limit(500) }, 'pass'],
    ['the level of that limit', { [FLOW]: 'min_runs: 1\n' }, { [COST]: 'regression: { level: notice }\nmin_runs: 1\n' }, 'pass'],
    ['the minimum increase', { [FLOW]: 'min_runs: 1\n' }, { [COST]: 'regression: { min_increase_usd: 5 }\n' }, 'pass'],
  ])('that it adds cannot loosen what the base leaves to a default: %s', async (_what, onBase, inHead, proposed) => {
    const report = await judge(onBase, inHead)
    expect(report).toMatchObject({ verdict: 'fail', proposed: { verdict: proposed, problem: null } })
    expect(said(report)).toEqual([
      expect.stringMatching(
        /is new in this pull request and takes force when it is merged: .* does not count; with all of it the verdict would be pass\.$/,
      ),
    ])
  })

  it('that it adds and that contradicts the others leaves them in force, and its own cannot be judged', async () => {
    const report = await judge({ [COST]: limit(20) }, { [FLOW]: limit(500) })
    expect(report).toMatchObject({ verdict: 'fail', proposed: { verdict: null, problem: expect.stringMatching(/is 500, but 20/) } })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['max_increase_percent', 'broken_in_pull_request'])
  })

  const budgets = `${limit(50)}policies: [{ name: day, totals: { max_total_cost_per_day_usd: 0.1 } }]\n`

  it('that it adds does not put the others out of force where it edits them', async () => {
    const report = await judge({ [COST]: budgets }, { [COST]: limit(60), [FLOW]: limit(60) })
    expect(report).toMatchObject({ verdict: 'fail', proposed: { verdict: 'pass' }, settings: { max_increase_percent: 50 } })
    await expect(judge({ [COST]: budgets }, { [COST]: limit(60), [FLOW]: 'min_runs: [' })).rejects.toThrow(/flow_governance\.yaml:1/)
  })

  it('may move to another file: that of the base is in force until the merge', async () => {
    const report = await judge({ [COST]: limit(20) }, { [COST]: null, [FLOW]: limit(500) })
    expect(report).toMatchObject({ verdict: 'fail', proposed: { verdict: 'pass', problem: null }, settings: { max_increase_percent: 20 } })
    expect(said(report)).toEqual([
      expect.stringMatching(/^This pull request removes .*the verdict would be pass\.$/),
      expect.stringMatching(/flow.*is new in this pull request .* does not count\.$/),
    ])
  })

  it('that a fork adds does not count at all', async () => {
    const report = await judge({ [COST]: limit(20) }, { [FLOW]: 'required_steps: [review]\n' }, '', { mayAdopt: false })
    expect(report).toMatchObject({ verdict: 'fail', policy: { paths: [COST] }, proposed: { verdict: 'fail' } })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['max_increase_percent'])
    await expect(judge({ [COST]: limit(20) }, { [FLOW]: limit(500) }, `${COST}\n${FLOW}`, { mayAdopt: false })).rejects.toThrow(
      /flow_governance\.yaml: does not exist in the base commit/,
    )
  })
})

it('the first policies of a repository only add limits, each of them', async () => {
  const report = await judge({}, { [COST]: limit(500), [FLOW]: 'regression: { level: notice }\nmin_runs: 1\n' })
  expect(report).toMatchObject({ verdict: 'fail', proposed: { verdict: 'pass', problem: null }, settings: { max_increase_percent: 20 } })
  expect(said(report)).toEqual([
    expect.stringMatching(/cost.* does not count\.$/),
    expect.stringMatching(/flow.* does not count; with all of them the verdict would be pass\.$/),
  ])
})
