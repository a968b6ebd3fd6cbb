import { describe, expect, it } from 'vitest'
import { addRecord } from '../support/baseline/stored.ts'
import { openEdit, putFiles } from '../support/e2e/checkout.ts'
import { baseline, judgeEdit, POLICY, policy, QUIET, reviewOf } from '../support/e2e/edits.ts'
import { onMergeGroup, onPull } from '../support/e2e/occasions.ts'
import { lab, stage } from '../support/e2e/stage.ts'
import { expectVerdict } from '../support/e2e/story.ts'
import { addCommit, openPull } from '../support/github/story/story.ts'

stage()

const prices = (input: number) =>
  `version: 1\nmodels:\n  - id: acme/m1\n    prices:\n      - { effective: 1970-01-01, input: ${input}, output: 0 }\n`

describe('a pull request that edits what judges it', () => {
  const kinds: readonly (readonly [kind: string, path: string, red: string, green: string, inputs: Record<string, string>])[] = [
    ['policy', POLICY, policy(20), policy(100), {}],
    ['policy', 'rules/own.yaml', policy(20), policy(100), { 'policy-path': 'rules/own.yaml' }],
    ['baseline', 'cost/baseline.json', baseline(0.5), baseline(1), { 'baseline-path': 'cost/baseline.json' }],
    ['prices', 'prices.yaml', prices(7), prices(5), { 'pricing-path': 'prices.yaml' }],
  ]
  const row = { model: 'acme/m1', input_tokens: 100_000, output_tokens: 0, cost_usd: null }

  it.each(
    kinds.flatMap(([kind, path, red, green, inputs]) => [
      [kind, path, 'looser', red, green, inputs, 'fail', 1, 'pass'] as const,
      [kind, path, 'stricter', green, red, inputs, 'pass', 0, 'fail'] as const,
    ]),
  )('is judged by the base, and told what its own would say: %s %s, %s', async (kind, path, _, before, after, inputs, verdict, code, proposed) => {
    const pull = await openEdit(lab, { [path]: before }, { [path]: after })
    await lab.spend(kind === 'prices' ? row : { cost_usd: 0.7 })
    const result = await lab.run({ ...QUIET, ...inputs }, onPull(lab.github.state, pull))
    expectVerdict(result, verdict, code)
    expect(await reviewOf(result)).toEqual({
      files: expect.arrayContaining([{ kind, path, origin: 'base', commit: pull.base.sha, change: 'changed' }]),
      proposed: { verdict: proposed, problem: null },
    })
    expect(lab.comments()[0]).toMatch(new RegExp(`^ℹ️ This pull request edits the .*the verdict would be \\*\\*${proposed}\\*\\*`, 'm'))
  })

  it('and deletes the policy is judged by it', async () => {
    const result = await judgeEdit({ [POLICY]: policy(30) }, { [POLICY]: null }, { 'max-increase-percent': '' })
    expectVerdict(result, 'fail', 1)
    expect(await reviewOf(result)).toMatchObject({
      files: [{ kind: 'policy', origin: 'base', change: 'removed' }, {}],
      proposed: { verdict: 'fail' },
    })
    expect(lab.comments()[0]).toContain('removes the policy')
  })

  it('and deletes the baseline is compared with it', async () => {
    const result = await judgeEdit({ 'base.json': baseline(0.5) }, { 'base.json': null }, { 'baseline-path': 'base.json' })
    expectVerdict(result, 'fail', 1)
    expect(await reviewOf(result)).toMatchObject({ files: [{ kind: 'baseline', change: 'removed' }], proposed: { verdict: 'warn' } })
  })

  it('has one search for the record behind both verdicts', async () => {
    const pull = await openEdit(lab, { [POLICY]: policy(50) }, { [POLICY]: policy(60) })
    addRecord(lab.github.state, { sha: pull.base.sha })
    await lab.spend({ cost_usd: 0.5 })
    const result = await lab.run({ ...QUIET, 'baseline-path': '' }, onPull(lab.github.state, pull))
    expectVerdict(result, 'pass', 0)
    expect((await reviewOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
    const lists = lab.github.requests.filter(({ route }) => route === 'GET /repos/{owner}/{repo}/actions/artifacts')
    // One for each name that a record may have.
    expect(lists).toHaveLength(2)
  })

  it('in an unchanged policy is not told anything', async () => {
    const result = await judgeEdit({ [POLICY]: policy(50), 'baseline.json': baseline(0.5) }, { 'agent.py': 'x' })
    expectVerdict(result, 'pass', 0)
    expect((await reviewOf(result)).proposed).toBeNull()
    expect(lab.comments()[0]).not.toContain('ℹ️')
  })

  it('in an old branch has not edited what only the base did since', async () => {
    const { state } = lab.github
    const start = addCommit(state, { branch: 'main', files: { [POLICY]: policy(100) } })
    const headSha = addCommit(state, { branch: 'old', parents: [start], files: { 'agent.py': 'x' } })
    addCommit(state, { branch: 'main', files: { [POLICY]: policy(20) } })
    const pull = openPull(state, { headBranch: 'old', headSha })
    // Checked out as it is, not merged.
    await putFiles(lab, headSha)
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run(QUIET, onPull(state, pull))
    expectVerdict(result, 'fail', 1)
    expect(await reviewOf(result)).toMatchObject({ files: [{ kind: 'policy', origin: 'base', change: 'unchanged' }, {}], proposed: null })
  })

  it('judged in a folder of its own has its policy there', async () => {
    const files = { 'team/rules.yaml': policy(20), 'team/base.json': baseline(0.5) }
    const pull = await openEdit(lab, files, { 'team/rules.yaml': policy(100) })
    await lab.write(
      'team/.runs/costs/costs.jsonl',
      '{"timestamp":"2026-11-03T10:00:00Z","model":"m","input_tokens":1,"output_tokens":1,"cost_usd":0.7}\n',
    )
    const inputs = { ...QUIET, 'working-directory': 'team', 'policy-path': 'rules.yaml', 'baseline-path': 'base.json' }
    const result = await lab.run(inputs, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 1)
    expect((await reviewOf(result)).proposed).toMatchObject({ verdict: 'pass' })
  })
})

describe.each([
  ['merge_group', 'a merge group', onMergeGroup],
  [
    'pull_request_target',
    'pull_request_target',
    (state: Parameters<typeof onPull>[0], pull: Parameters<typeof onPull>[1]) => onPull(state, pull, 'pull_request_target'),
  ],
] as const)('on %s', (_, name, occur) => {
  it(`${name} is judged by the base`, async () => {
    const pull = await openEdit(lab, { [POLICY]: policy(20) }, { [POLICY]: policy(100) })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run(QUIET, occur(lab.github.state, pull))
    expectVerdict(result, 'fail', 1)
    expect(await reviewOf(result)).toMatchObject({
      files: [{ kind: 'policy', origin: 'base', commit: pull.base.sha, change: 'changed' }, {}],
      proposed: { verdict: 'pass' },
    })
  })
})
