import { describe, expect, it } from 'vitest'
import { addRecord } from '../../support/baseline/stored.ts'
import { checkOut, openEdit } from '../../support/e2e/checkout.ts'
import { baseline, judgeEdit, POLICY, QUIET, reviewOf } from '../../support/e2e/edits.ts'
import { zipUsage } from '../../support/e2e/forked.ts'
import { annotationsOf, readOutput } from '../../support/e2e/lab.ts'
import { onMergeGroup, onPull, onWorkflowRun } from '../../support/e2e/occasions.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict, STORED } from '../../support/e2e/story.ts'
import { addCommit, finishRun, openPull, storeArtifact } from '../../support/github/story/story.ts'

stage()

const FLOW = 'catalog/policies/flow_governance.yaml'
const OWN = { 'baseline-path': 'cost.json' }
const COST = { 'cost.json': baseline(0.5) }
const NOTICE = 'regression: { level: notice }\nmin_runs: 1\n'

const loosenings: readonly (readonly [text: string, proposed: string])[] = [
  ['regression: { max_increase_percent: 100000 }\n', 'pass'],
  ['regression: { min_increase_usd: 1000 }\n', 'pass'],
  [NOTICE, 'pass'],
  ['regression: { max_increase_percent: 20, level: warning, per_model: { "*": { max_increase_percent: 500 } } }\n', 'warn'],
  ['regression: { max_increase_percent: 90, on_inconclusive: pass, max_increase_tokens_percent: 1000000 }\n', 'pass'],
  ['regression: { max_increase_percent: 90, min_success_rate_drop: 1, success_level: notice, creep: { level: notice } }\n', 'pass'],
  ['regression: { max_increase_percent: 90 }\nvolume: { runs_per_month: 1 }\nper_step_merge: override\n', 'pass'],
  ['regression: { max_increase_percent: 90 }\nexisting_violations: warn\nwarn_at_percent: 100\n', 'pass'],
]

describe('the first policy that a pull request brings loosens nothing', () => {
  const places: readonly (readonly [path: string, inputs: Record<string, string>])[] = [
    [POLICY, {}],
    [FLOW, {}],
    ['rules/own.yaml', { 'policy-path': 'rules/own.yaml' }],
  ]
  it.each(
    places.flatMap(([path, inputs]) => loosenings.map(([text, proposed]) => [path, text, proposed, inputs] as const)),
  )('%s: %s', async (path, text, proposed, inputs) => {
    const result = await judgeEdit(COST, { [path]: text }, { ...OWN, ...inputs })
    expectVerdict(result, 'fail', 1)
    const { files, proposed: own, findings, settings } = await readOutput(result, 'report-path')
    expect(files).toContainEqual({ kind: 'policy', path, origin: 'pull-request', commit: null, change: 'added' })
    expect(own).toEqual({ verdict: proposed, problem: null })
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'max_increase_percent', subject: { kind: 'total', name: null }, level: 'error', limit: 20 }),
    )
    expect(settings).toMatchObject({ max_increase_percent: 20, min_increase_usd: 0 })
  })

  it.each([POLICY, FLOW])('beside an input that limits the growth: %s', async (path) => {
    const result = await judgeEdit(COST, { [path]: NOTICE }, { ...OWN, 'max-increase-percent': '20' })
    expectVerdict(result, 'fail', 1)
    expect((await reviewOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
  })

  it('in a merge group', async () => {
    const pull = await openEdit(lab, COST, { [POLICY]: NOTICE })
    await lab.spend({ cost_usd: 0.7 })
    expectVerdict(await lab.run({ ...QUIET, ...OWN }, onMergeGroup(lab.github.state, pull)), 'fail', 1)
  })

  it('where another workflow measured it', async () => {
    const { state } = lab.github
    addRecord(state, { sha: addCommit(state, { branch: 'main' }) })
    const { run } = onPull(state, openPull(state, { headBranch: 'topic', files: { [POLICY]: NOTICE } }))
    storeArtifact(state, { runId: run.id, name: 'llm-cost-usage', bytes: zipUsage(0.7) })
    finishRun(run)
    const result = await lab.run({ ...STORED, ...QUIET }, onWorkflowRun(state, run))
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(state.statuses.map((status) => status.state)).toEqual(['failure'])
    expect((await reviewOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
  })

  it('where nothing is checked out and the workflow names it', async () => {
    const { state } = lab.github
    addCommit(state, { branch: 'main', files: COST })
    const pull = openPull(state, { headBranch: 'topic', files: { 'own.yaml': NOTICE } })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run({ ...QUIET, ...OWN, 'policy-path': 'own.yaml' }, onPull(state, pull))
    expectVerdict(result, 'fail', 1)
    expect((await reviewOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
  })

  it('but counts whole with policy-ref: head', async () => {
    expectVerdict(await judgeEdit(COST, { [POLICY]: NOTICE }, { ...OWN, 'policy-ref': 'head' }), 'pass', 0)
  })
})

it.each([
  [
    'a more specific name',
    'policies: [{ name: g, subject: model, limits: { "gpt-*": { max_total_cost_usd: 0.1 } } }]',
    'max_total_cost_usd: 100',
  ],
  [
    'a name that is freed',
    'policies: [{ name: g, subject: model, limits: { "gpt-*": { require_approval: true } } }]',
    'require_approval: false',
  ],
  [
    'a limit that expires',
    'policies: [{ name: g, subject: model, limits: { gpt-4o: { max_total_cost_usd: 0.1 } } }]',
    'max_total_cost_usd: 9, expires: 2999-01-01',
  ],
  [
    'a limit of another level',
    'policies: [{ name: g, subject: model, limits: { gpt-4o: { max_total_cost_usd: 0.1 } } }]',
    'max_total_cost_usd: 0.1, level: notice',
  ],
])('a policy beside that of the base takes nothing back: %s', async (_, text, limits) => {
  const added = `flow_level: notice\nmin_runs: 0\npolicies: [{ name: g, subject: model, approvable: true, limits: { gpt-4o: { ${limits} } } }]\n`
  const result = await judgeEdit({ 'cost.json': baseline(0.7), [POLICY]: `${text}\n` }, { [FLOW]: added }, OWN)
  expectVerdict(result, 'fail', 1)
  const { findings } = await readOutput(result, 'report-path')
  expect(findings[0]).toMatchObject({ level: 'error', policy: { path: POLICY } })
})

describe('a baseline file that a pull request brings', () => {
  const high = { 'cost.json': baseline(1_000_000) }
  it.each([
    ['pass', 'pass', 0, 'notice'],
    ['warn', 'warn', 0, 'warning'],
    ['fail', 'fail', 1, 'error'],
  ])('is missing, whatever it says: on-missing-baseline %s', async (onMissing, verdict, code, level) => {
    const result = await judgeEdit({}, high, { ...OWN, 'on-missing-baseline': onMissing })
    expectVerdict(result, verdict, code)
    const { baseline: used, findings, files, proposed } = await readOutput(result, 'report-path')
    expect(used).toMatchObject({ state: 'missing', path: 'cost.json', total_cost_usd: null })
    expect(findings).toMatchObject([{ rule: 'missing_baseline', level, message: expect.stringContaining('counts when it is merged') }])
    expect(files).toEqual([{ kind: 'baseline', path: 'cost.json', origin: 'pull-request', commit: null, change: 'added' }])
    expect(proposed).toEqual({ verdict: 'pass', problem: null })
    expect(lab.comments()[0]).toMatch(/^ℹ️ The baseline .* is new in this pull request and takes force when it is merged/m)
  })

  it('is missing for a fork and in a merge group, too', async () => {
    const { state } = lab.github
    const pull = await openEdit(lab, {}, high, { author: 'mallory', fork: { id: 2002, owner: 'mallory' } })
    await lab.spend({ cost_usd: 0.7 })
    for (const occasion of [onPull(state, pull), onMergeGroup(state, pull)]) {
      const result = await lab.run({ ...QUIET, ...OWN, 'on-missing-baseline': 'fail' }, occasion)
      expectVerdict(result, 'fail', 1)
      expect((await reviewOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
    }
  })
})

describe('a price file that a pull request brings', () => {
  const PRICES = { ...OWN, 'pricing-path': 'prices.yaml' }
  const prices = (id: string, rest = '') =>
    `version: 1\n${rest}models:\n  - id: ${id}\n    prices:\n      - { effective: 1970-01-01, input: 0.001, output: 0.001 }\n`
  const unpriced = (model: string) => ({ model, cost_usd: null })

  it.each([
    ['makes nothing cheaper', 'gpt-4o', prices('openai/gpt-4o', '').replace('    prices', '    aliases: [gpt-4o]\n    prices'), 'fail', 1],
    ['makes nothing known', 'acme/m1', prices('acme/m1'), 'warn', 0],
    ['assumes nothing', 'acme/m1', prices('acme/m2', 'defaults: { unknown_model: "assume:acme/m2" }\n'), 'warn', 0],
  ])('%s', async (_, model, text, verdict, code) => {
    const pull = await openEdit(lab, { 'cost.json': baseline(0.1) }, { 'prices.yaml': text })
    await lab.spend(unpriced(model))
    const result = await lab.run({ ...QUIET, ...PRICES }, onPull(lab.github.state, pull))
    expectVerdict(result, verdict, code)
    const { files, proposed } = await reviewOf(result)
    expect(files).toContainEqual({ kind: 'prices', path: 'prices.yaml', origin: 'pull-request', commit: null, change: 'added' })
    expect(proposed).toEqual({ verdict: 'pass', problem: null })
    expect(lab.comments()[0]).toMatch(/^ℹ️ The price file .* is new in this pull request and takes force when it is merged/m)
  })

  it.each(['summarize', 'report'])('prices nothing with mode: %s', async (mode) => {
    const pull = await openEdit(lab, COST, { 'prices.yaml': prices('acme/m1') })
    const timestamp = new Date(Date.now() - 86_400_000).toISOString()
    await lab.spend({ ...unpriced('acme/m1'), timestamp })
    const result = await lab.run({ ...QUIET, 'pricing-path': 'prices.yaml', mode }, onPull(lab.github.state, pull))
    expect([result.exitCode, result.outputs.get('total-cost-usd')]).toEqual([0, '0'])
  })

  it('from a fork stops where the workflow names it', async () => {
    const fork = { author: 'mallory', fork: { id: 2002, owner: 'mallory' } }
    const pull = await openEdit(lab, COST, { 'prices.yaml': prices('acme/m1') }, fork)
    await lab.spend(unpriced('acme/m1'))
    const result = await lab.run({ ...QUIET, ...PRICES }, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining('prices.yaml: does not exist in the base commit')])
  })
})

describe('what the base took away since is not brought by a pull request that still has it', () => {
  const denied = 'models: { denylist: [gpt-4o] }\n'
  it.each<
    [what: string, checkout: 'head' | 'merge', path: string, text: string, author: { login: string; fork?: { id: number; owner: string } }]
  >([
    ['policy', 'head', POLICY, denied, { login: 'dev' }],
    ['policy', 'merge', POLICY, denied, { login: 'dev' }],
    ['policy of a fork', 'head', POLICY, denied, { login: 'mallory', fork: { id: 2002, owner: 'mallory' } }],
    ['baseline', 'merge', 'cost.json', baseline(1_000_000), { login: 'dev' }],
  ])('%s, checked out %s', async (_, checkout, path, text, { login: author, fork }) => {
    const { state } = lab.github
    const start = addCommit(state, { branch: 'main', files: { [path]: text, 'kept.json': baseline(0.7) } })
    const headSha = addCommit(state, { branch: 'old', parents: [start], files: { 'agent.py': 'x' } })
    addCommit(state, { branch: 'main', files: { [path]: null } })
    const pull = openPull(state, { headBranch: 'old', headSha, author, ...(fork && { fork }) })
    await checkOut(lab, checkout === 'head' ? headSha : pull.mergeSha)
    await lab.spend({ cost_usd: 0.7 })
    const inputs = { ...QUIET, 'baseline-path': path === 'cost.json' ? path : 'kept.json' }
    const result = await lab.run(inputs, onPull(state, pull))
    expectVerdict(result, path === 'cost.json' ? 'warn' : 'pass', 0)
    const { files, proposed } = await reviewOf(result)
    expect(files.filter((file: { path: string }) => file.path === path)).toEqual([])
    expect(proposed).toBeNull()
    expect(lab.comments()[0]).not.toContain('this pull request')
  })
})

it.each([
  ['price file', 'prices.yaml', 'models: [', { 'pricing-path': 'prices.yaml' }],
  ['baseline', 'new.json', '{"total', { 'baseline-path': 'new.json' }],
])('a broken %s that a pull request brings is an error that a person may accept', async (_, path, text, inputs) => {
  const result = await judgeEdit({ 'cost.json': baseline(0.7) }, { [path]: text }, { ...OWN, ...inputs })
  expectVerdict(result, 'fail', 1)
  const { findings } = await readOutput(result, 'report-path')
  expect(findings[0]).toMatchObject({ rule: 'broken_in_pull_request', approvable: true })
})
