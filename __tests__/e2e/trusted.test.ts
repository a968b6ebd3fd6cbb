import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addCommit, openPull } from '../github/story.ts'
import type { Files } from '../github/story-commits.ts'
import { checkOut, openEdit } from './checkout.ts'
import { annotationsOf, type Lab, openLab, readOutput } from './lab.ts'
import { onMergeGroup, onPull } from './occasions.ts'
import { installProduct, type Product } from './product.ts'
import type { StepResult } from './runner.ts'
import { expectVerdict } from './story.ts'

let product: Product
let lab: Lab
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  lab = await openLab(product)
})
afterEach(() => lab.close())

const POLICY = 'catalog/policies/cost_governance.yaml'
const policy = (percent: number) => `regression: { max_increase_percent: ${percent} }\n`
const baseline = (cost: number) => JSON.stringify({ total_cost_usd: cost })
const prices = (input: number) =>
  `version: 1\nmodels:\n  - id: acme/m1\n    prices:\n      - { effective: 1970-01-01, input: ${input}, output: 0 }\n`
const QUIET = { 'upload-report': 'false' }

/** Judges a pull request that changes these files; what it spent is 40 % more than the baseline of $0.50. */
async function judgeEdit(onMain: Files, inPull: Files, inputs: Record<string, string> = {}): Promise<StepResult> {
  const pull = await openEdit(lab, onMain, inPull)
  await lab.spend({ cost_usd: 0.7 })
  return lab.run({ ...QUIET, ...inputs }, onPull(lab.github.state, pull))
}

async function reportOf(result: StepResult) {
  const { files, proposed } = await readOutput(result, 'report-path')
  return { files, proposed }
}

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
    expect(await reportOf(result)).toEqual({
      files: expect.arrayContaining([{ kind, path, origin: 'base', commit: pull.base.sha, change: 'changed' }]),
      proposed: { verdict: proposed, problem: null },
    })
    expect(lab.comments()[0]).toMatch(new RegExp(`^ℹ️ This pull request edits the .*the verdict would be \\*\\*${proposed}\\*\\*`, 'm'))
  })

  it('and deletes the policy is judged by it', async () => {
    const result = await judgeEdit({ [POLICY]: policy(30) }, { [POLICY]: null }, { 'max-increase-percent': '' })
    expectVerdict(result, 'fail', 1)
    expect(await reportOf(result)).toMatchObject({
      files: [{ kind: 'policy', origin: 'base', change: 'removed' }, {}],
      proposed: { verdict: 'fail' },
    })
    expect(lab.comments()[0]).toContain('removes the policy')
  })

  it('and deletes the baseline is compared with it', async () => {
    const result = await judgeEdit({ 'base.json': baseline(0.5) }, { 'base.json': null }, { 'baseline-path': 'base.json' })
    expectVerdict(result, 'fail', 1)
    expect(await reportOf(result)).toMatchObject({ files: [{ kind: 'baseline', change: 'removed' }], proposed: { verdict: 'warn' } })
  })

  it('and breaks its own version is judged by the base, and told what is broken', async () => {
    const result = await judgeEdit({ [POLICY]: policy(50) }, { [POLICY]: 'regression: [' })
    expectVerdict(result, 'pass', 0)
    expect((await reportOf(result)).proposed).toEqual({ verdict: null, problem: expect.stringContaining(POLICY) })
    expect(lab.comments()[0]).toContain('it cannot be judged')
  })

  it('and mends the broken version of the base fails: nothing may pass unjudged', async () => {
    const result = await judgeEdit({ [POLICY]: 'regression: [' }, { [POLICY]: policy(50) })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining(POLICY)])
  })

  it('in an unchanged policy is not told anything', async () => {
    const result = await judgeEdit({ [POLICY]: policy(50), 'baseline.json': baseline(0.5) }, { 'agent.py': 'x' })
    expectVerdict(result, 'pass', 0)
    expect((await reportOf(result)).proposed).toBeNull()
    expect(lab.comments()[0]).not.toContain('ℹ️')
  })

  it('in an old branch has not edited what only the base did since', async () => {
    const { state } = lab.github
    const start = addCommit(state, { branch: 'main', files: { [POLICY]: policy(100) } })
    const headSha = addCommit(state, { branch: 'old', parents: [start], files: { 'agent.py': 'x' } })
    addCommit(state, { branch: 'main', files: { [POLICY]: policy(20) } })
    const pull = openPull(state, { headBranch: 'old', headSha })
    // Checked out as it is, not merged.
    await checkOut(lab, headSha)
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run(QUIET, onPull(state, pull))
    expectVerdict(result, 'fail', 1)
    expect(await reportOf(result)).toMatchObject({ files: [{ kind: 'policy', origin: 'base', change: 'unchanged' }, {}], proposed: null })
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
    expect((await reportOf(result)).proposed).toMatchObject({ verdict: 'pass' })
  })
})

describe('a pull request that brings the first policy', () => {
  it('is judged by it, and labelled so', async () => {
    const result = await judgeEdit({}, { [POLICY]: policy(50) })
    expectVerdict(result, 'pass', 0)
    expect(await reportOf(result)).toMatchObject({
      files: [{ kind: 'policy', origin: 'pull-request', change: 'added' }, {}],
      proposed: null,
    })
    expect(lab.comments()[0]).toMatch(/^ℹ️ The policy .* is new in this pull request/m)
  })

  it('from a fork is judged without it', async () => {
    const onMain = { 'baseline.json': baseline(0.5) }
    const pull = await openEdit(lab, onMain, { [POLICY]: policy(50) }, { author: 'mallory', fork: { id: 2002, owner: 'mallory' } })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run(QUIET, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 1)
    expect((await reportOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
  })

  it('from a fork that the workflow names fails closed', async () => {
    const pull = await openEdit(lab, {}, { 'own.yaml': policy(50) }, { author: 'mallory', fork: { id: 2002, owner: 'mallory' } })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run({ ...QUIET, 'policy-path': 'own.yaml' }, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([`error: own.yaml: does not exist in the base commit ${pull.base.sha.slice(0, 7)}`])
  })

  it('is not what a pull request is that a token may not read the contents for', async () => {
    for (const route of ['contents/{path}', 'commits/{ref}'])
      lab.github.faults.set(`GET /repos/{owner}/{repo}/${route}`, { kind: 'answer', status: 404, message: 'Not Found' })
    const result = await judgeEdit({ [POLICY]: policy(20) }, { [POLICY]: policy(100) })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/^error: the policy file .*Give the job `permissions: contents: read`$/)])
  })
})

describe('the policy of a step', () => {
  it('that wrote it where the workflow names it counts, and is labelled so', async () => {
    const pull = await openEdit(lab, {}, { 'agent.py': 'x' })
    await lab.write('generated/policy.yaml', policy(50))
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run({ ...QUIET, 'policy-path': 'generated/policy.yaml' }, onPull(lab.github.state, pull))
    expectVerdict(result, 'pass', 0)
    expect((await reportOf(result)).files).toMatchObject([{ kind: 'policy', origin: 'workspace', change: 'added' }, {}])
  })

  it('that wrote it where it usually is does not count: code of the pull request may have', async () => {
    const pull = await openEdit(lab, {}, { 'agent.py': 'x' })
    await lab.write(POLICY, policy(50))
    await lab.spend({ cost_usd: 0.7 })
    expectVerdict(await lab.run(QUIET, onPull(lab.github.state, pull)), 'fail', 1)
  })

  it('that wrote over that of the base does not count', async () => {
    const pull = await openEdit(lab, { [POLICY]: policy(20) }, { 'agent.py': 'x' })
    await lab.write(POLICY, policy(100))
    await lab.spend({ cost_usd: 0.7 })
    expectVerdict(await lab.run(QUIET, onPull(lab.github.state, pull)), 'fail', 1)
  })
})

describe('policy-ref: head', () => {
  it.each([
    [policy(100), 'pass', 0],
    [policy(20), 'fail', 1],
  ])('lets the pull request choose its rules, and says so: %s', async (text, verdict, code) => {
    const result = await judgeEdit({ [POLICY]: policy(30) }, { [POLICY]: text }, { 'policy-ref': 'head' })
    expectVerdict(result, verdict, code)
    expect(await reportOf(result)).toMatchObject({ files: [{ kind: 'policy', origin: 'pull-request' }, {}], proposed: null })
    expect(lab.comments()[0]).toContain('of the pull request itself (<code>policy-ref&#58; head</code>)')
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
    expect(await reportOf(result)).toMatchObject({
      files: [{ kind: 'policy', origin: 'base', commit: pull.base.sha, change: 'changed' }, {}],
      proposed: { verdict: 'pass' },
    })
  })
})
