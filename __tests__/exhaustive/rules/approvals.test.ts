import { describe, expect, it } from 'vitest'
import { openEdit } from '../../support/e2e/checkout.ts'
import { readOutput } from '../../support/e2e/lab.ts'
import { onMergeGroup, onPull } from '../../support/e2e/occasions.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import * as story from '../../support/github/story/story.ts'

const LABEL = 'llm-cost-approved'
const POLICY = 'catalog/policies/cost_governance.yaml'
const budget = (approvable: string) => `policies:
  - name: agents
${approvable}    limits: { offer-agent: { max_cost_per_run_usd: 0.6 } }
regression: { max_increase_percent: 500 }
`
const model = `policies:
  - name: models
    limits: { gpt-4o: { require_approval: true } }
regression: { max_increase_percent: 500 }
`

stage(async () => {
  story.grant(lab.github.state, 'lead', 'admin')
  await lab.spend({ cost_usd: 1 })
})

/** Opens a pull request and judges it, lets something happen to it, and judges it again. */
async function judgeAfter(
  policy: string | null,
  happens: (pull: Pull) => unknown,
  inputs: Record<string, string> = {},
): Promise<readonly [StepResult, StepResult]> {
  const { state } = lab.github
  const pull = await openEdit(lab, { [POLICY]: policy }, { 'agent.py': 'x' })
  const occasion = onPull(state, pull)
  const quiet = { 'upload-report': 'false', ...inputs }
  const before = await lab.run(quiet, occasion)
  happens(pull)
  story.rerun(state, occasion.run)
  return [before, await lab.run(quiet, occasion)]
}

const approve = (pull: Pull) => story.label(lab.github.state, pull, LABEL, 'lead')

describe('an approval', () => {
  it.each<[string, string | null, string, number]>([
    ['accepts a regression', null, 'warn', 0],
    ['accepts a model that requires it', model, 'warn', 0],
    ['accepts a budget that says so', budget('    approvable: true\n'), 'warn', 0],
    ['does not accept a hard budget', budget(''), 'fail', 1],
  ])('%s', async (_, policy, verdict, code) => {
    const [before, after] = await judgeAfter(policy, approve)
    expectVerdict(before, 'fail', 1)
    expectVerdict(after, verdict, code)
    const { findings, approval } = await readOutput(after, 'report-path')
    expect(findings.map(({ eased }: { eased: string | null }) => eased)).toContain(code === 0 ? 'approved' : null)
    expect(approval.given?.by ?? null).toBe(code === 0 ? 'lead' : null)
    expect(lab.comments()).toHaveLength(1)
    if (code === 0) expect(lab.comments()[0]).toMatch(/Accepted by <code>lead<\/code> with the label <code>llm-cost-approved<\/code>/)
  })

  it('accepts the regression and not the hard budget beside it', async () => {
    const hard = budget('').replace('500', '20')
    const [, after] = await judgeAfter(hard, approve)
    expectVerdict(after, 'fail', 1)
    const { findings } = await readOutput(after, 'report-path')
    expect(findings.map(({ rule, level, eased }: Record<string, string>) => [rule, level, eased])).toEqual([
      ['max_cost_per_run_usd', 'error', null],
      ['max_increase_percent', 'warning', 'approved'],
    ])
  })

  it('with fail-on: warning lets what was accepted pass, and nothing else', async () => {
    const [, accepted] = await judgeAfter(null, approve, { 'fail-on': 'warning' })
    expectVerdict(accepted, 'warn', 0)
    const [, other] = await judgeAfter(null, approve, {
      'fail-on': 'warning',
      'baseline-path': 'not-yet.json',
      'on-missing-baseline': 'warn',
    })
    expectVerdict(other, 'warn', 1)
  })

  it('may have a label of another name', async () => {
    const inputs = { 'approval-label': 'cost: ok' }
    const [, usual] = await judgeAfter(null, approve, inputs)
    expectVerdict(usual, 'fail', 1)
    const [, named] = await judgeAfter(null, (pull) => story.label(lab.github.state, pull, 'cost: ok', 'lead'), inputs)
    expectVerdict(named, 'warn', 0)
  })

  it('by review accepts, and says so', async () => {
    const [, after] = await judgeAfter(null, (pull) => story.review(lab.github.state, pull, { user: 'lead', state: 'APPROVED' }))
    expectVerdict(after, 'warn', 0)
    expect(lab.comments()[0]).toMatch(/Accepted by <code>lead<\/code> by a review/)
  })

  it('is asked for only where there is something to accept', async () => {
    await lab.spend({ cost_usd: 0.5 })
    const [before] = await judgeAfter(null, () => {})
    expectVerdict(before, 'pass', 0)
    expect(lab.github.requests.filter(({ route }) => /reviews|events|permission/.test(route))).toEqual([])
  })

  it('that cannot be looked for leaves it red, with a note', async () => {
    const [, after] = await judgeAfter(null, (pull) => {
      approve(pull)
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events'
      lab.github.faults.set(route, { kind: 'answer', status: 403, message: 'Resource not accessible by integration' })
    })
    expectVerdict(after, 'fail', 1)
    expect((await readOutput(after, 'report-path')).approval).toEqual({
      given: null,
      notes: [expect.stringMatching(/^approvals could not be read: /)],
    })
    expect(lab.comments()[0]).toMatch(/^ℹ️ Approvals could not be read/m)
  })

  it('of a hostile name is shown and not rendered', async () => {
    const label = '<img src=x onerror=alert(1)> @octocat'
    const [, after] = await judgeAfter(null, (pull) => story.label(lab.github.state, pull, label, 'dev'), { 'approval-label': label })
    expectVerdict(after, 'fail', 1)
    expect(lab.comments()[0]).not.toMatch(/<img|@octocat/)
    expect(lab.comments()[0]).toContain('authors cannot accept their own pull request')
  })
})

describe('a merge group', () => {
  it.each([
    ['of a pull request that was accepted', true, 'warn', 0],
    ['of one that was not', false, 'fail', 1],
  ])('%s', async (_, isApproved, verdict, code) => {
    const { state } = lab.github
    const pull = await openEdit(lab, {}, { 'agent.py': 'x' })
    await lab.run({ 'upload-report': 'false' }, onPull(state, pull))
    if (isApproved) approve(pull)
    const result = await lab.run({ 'upload-report': 'false' }, onMergeGroup(state, pull))
    expectVerdict(result, verdict, code)
    expect((await readOutput(result, 'report-path')).approval.given?.commit ?? null).toBe(isApproved ? pull.head.sha : null)
  })

  it('of a pull request that got commits after it was accepted is red', async () => {
    const { state } = lab.github
    const pull = await openEdit(lab, {}, { 'agent.py': 'x' })
    await lab.run({ 'upload-report': 'false' }, onPull(state, pull))
    approve(pull)
    story.pushTo(state, pull, { files: { 'agent.py': 'y' } })
    onPull(state, pull)
    expectVerdict(await lab.run({ 'upload-report': 'false' }, onMergeGroup(state, pull)), 'fail', 1)
  })
})

describe('a push', () => {
  it('has no pull request to accept it on', async () => {
    const { state } = lab.github
    story.addCommit(state, { branch: 'topic' })
    const payload = { ref: 'refs/heads/topic', repository: { id: 1001, default_branch: 'main' } }
    const result = await lab.run(
      { 'upload-report': 'false' },
      { event: { name: 'push', payload }, env: { GITHUB_REF: 'refs/heads/topic' } },
    )
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).settings.approval_label).toBeNull()
  })
})
