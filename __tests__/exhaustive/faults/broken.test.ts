import { describe, expect, it } from 'vitest'
import { openEdit } from '../../support/e2e/checkout.ts'
import { baseline, POLICY, policy, QUIET, reviewOf } from '../../support/e2e/edits.ts'
import { annotationsOf, readOutput } from '../../support/e2e/lab.ts'
import { onBranch, onPull } from '../../support/e2e/occasions.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import { addCommit, grant, label } from '../../support/github/story/story.ts'
import type { Files } from '../../support/github/story/story-commits.ts'

stage()

const BROKEN = 'regression:\n  max_increase_percent: [\n'
const OWN = { 'baseline-path': 'cost.json' }
const PRICES = { 'pricing-path': 'prices.yaml' }
const prices = 'version: 1\nmodels:\n  - id: acme/m1\n    prices:\n      - { effective: 1970-01-01, input: 5, output: 0 }\n'
const twice = ['ac*/m1', 'a*e/m1'].map((id) => `  - id: ${id}\n    prices:\n      - { effective: 1970-01-01, input: 5, output: 0 }\n`)
const ambiguous = `version: 1\nmodels:\n${twice.join('')}`
const unpriced = { model: 'acme/m1', input_tokens: 100_000, output_tokens: 0, cost_usd: null }

/** Judges a pull request, and once more after somebody accepted it. */
async function judgeTwice(onMain: Files, inPull: Files, inputs: Record<string, string> = {}): Promise<[StepResult, StepResult, Pull]> {
  const { state } = lab.github
  grant(state, 'lead', 'admin')
  const pull = await openEdit(lab, onMain, inPull)
  await lab.spend(inputs === PRICES ? unpriced : { cost_usd: 0.5 })
  const occasion = onPull(state, pull)
  const before = await lab.run({ ...QUIET, ...inputs }, occasion)
  label(state, pull, 'llm-cost-approved', 'lead')
  return [before, await lab.run({ ...QUIET, ...inputs }, occasion), pull]
}

const files: readonly (readonly [
  kind: string,
  path: string,
  good: string,
  broken: string,
  problem: RegExp,
  inputs: Record<string, string>,
])[] = [
  ['policy', POLICY, policy(50), BROKEN, /catalog\/policies\/cost_governance\.yaml:\d+: /, {}],
  ['policy that is too large', POLICY, policy(50), `#${'x'.repeat(300 << 10)}`, /is larger than 256 KiB/, {}],
  ['baseline', 'cost.json', baseline(0.5), '{"total', /the baseline cannot be read: cost\.json/, OWN],
  ['price file', 'prices.yaml', prices, 'models: [', /prices\.yaml:\d+: /, PRICES],
  ['price file with two patterns for a model', 'prices.yaml', prices, ambiguous, /prices\.yaml:\d+: .*equally well/, PRICES],
]

describe('a pull request that breaks what judges', () => {
  it.each(files)('is red until somebody accepts it, and told what is wrong: %s', async (_, path, good, broken, problem, inputs) => {
    const [before, after] = await judgeTwice({ [path]: good }, { [path]: broken }, inputs)
    expectVerdict(before, 'fail', 1)
    expect((await readOutput(before, 'report-path')).findings).toEqual([
      expect.objectContaining({
        rule: 'broken_in_pull_request',
        level: 'error',
        approvable: true,
        message: expect.stringMatching(problem),
      }),
    ])
    expect((await reviewOf(before)).proposed).toEqual({ verdict: null, problem: expect.stringMatching(problem) })
    expectVerdict(after, 'warn', 0)
    expect(lab.comments()[0]).toContain('it cannot be judged')
  })

  it('by taking away what the workflow names is red, too', async () => {
    const [before] = await judgeTwice({ 'own.yaml': policy(50) }, { 'own.yaml': null }, { 'policy-path': 'own.yaml' })
    expectVerdict(before, 'fail', 1)
    expect(annotationsOf(before)).toEqual([expect.stringContaining('own.yaml: does not exist in the pull request')])
  })
})

describe('a pull request that mends what the base broke', () => {
  it.each(files)('is judged by its own, and red until somebody accepts that: %s', async (_, path, good, broken, problem, inputs) => {
    const [before, after] = await judgeTwice({ [path]: broken }, { [path]: good }, inputs)
    expectVerdict(before, 'fail', 1)
    const { findings, files: used } = await readOutput(before, 'report-path')
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'broken_on_base', level: 'error', approvable: true, message: expect.stringMatching(problem) }),
    ])
    expect(used).toContainEqual(expect.objectContaining({ path, origin: 'pull-request', change: 'changed' }))
    expectVerdict(after, 'warn', 0)
    expect(lab.comments()[0]).toMatch(/It was judged by its own version, because that of the base cannot be read\./)
  })

  it('is held to it: an increase beyond its own limit is another error', async () => {
    const { state } = lab.github
    const pull = await openEdit(lab, { [POLICY]: BROKEN }, { [POLICY]: policy(30) })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run(QUIET, onPull(state, pull))
    expectVerdict(result, 'fail', 1)
    const { findings } = await readOutput(result, 'report-path')
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['max_increase_percent', 'broken_on_base'])
  })

  const FLOW = 'catalog/policies/flow_governance.yaml'
  const denied = 'models: { denylist: [gpt-4o] }\n'
  const others: readonly (readonly [what: string, onMain: Files, inPull: Files, path: string, rule: string])[] = [
    [
      'a baseline beside the policy',
      { [POLICY]: BROKEN, 'cost.json': baseline(0.1) },
      { [POLICY]: policy(20), 'cost.json': baseline(1_000_000) },
      'cost.json',
      'max_increase_percent',
    ],
    [
      'the policy beside a baseline',
      { [POLICY]: denied, 'cost.json': '{"total' },
      { [POLICY]: policy(20), 'cost.json': baseline(0.5) },
      POLICY,
      'denylist',
    ],
    [
      'one policy beside another',
      { [POLICY]: BROKEN, [FLOW]: denied, 'cost.json': baseline(0.5) },
      { [POLICY]: policy(20), [FLOW]: 'min_runs: 0\n' },
      FLOW,
      'denylist',
    ],
    [
      'one policy beside two that contradict each other',
      { [POLICY]: policy(30), [FLOW]: policy(20), 'own.yaml': denied, 'cost.json': baseline(0.5) },
      { [FLOW]: 'min_runs: 0\n', 'own.yaml': 'min_runs: 0\n' },
      'own.yaml',
      'denylist',
    ],
  ]
  it.each(others)('leaves in force what of the base is sound: %s', async (_, onMain, inPull, path, rule) => {
    const policies: Record<string, string> = 'own.yaml' in onMain ? { 'policy-path': [POLICY, FLOW, 'own.yaml'].join('\n') } : {}
    const [before, after] = await judgeTwice(onMain, inPull, { ...OWN, ...policies })
    expectVerdict(before, 'fail', 1)
    const { findings, files: used, proposed } = await readOutput(before, 'report-path')
    expect(findings.map((finding: { rule: string }) => finding.rule)).toEqual(expect.arrayContaining(['broken_on_base', rule]))
    expect(used).toContainEqual(expect.objectContaining({ path, origin: 'base', change: 'changed' }))
    expect(proposed).toEqual({ verdict: 'pass', problem: null })
    expect(lab.comments()[0]).toMatch(/^ℹ️ .*It was judged by the version of the base commit .*the verdict would be \*\*pass\*\*/m)
    // Nobody can accept what a denylist forbids.
    const isForbidden = rule === 'denylist'
    expectVerdict(after, isForbidden ? 'fail' : 'warn', isForbidden ? 1 : 0)
  })

  it('and breaks what is sound is told so, too', async () => {
    const broken = { [POLICY]: BROKEN, 'cost.json': baseline(0.5) }
    const [before] = await judgeTwice(broken, { [POLICY]: policy(20), 'cost.json': '{"total' }, OWN)
    expectVerdict(before, 'fail', 1)
    const { findings } = await readOutput(before, 'report-path')
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['broken_in_pull_request', 'broken_on_base'])
  })

  it('mends several at once, and is told of each', async () => {
    const broken = { [POLICY]: BROKEN, 'cost.json': '{"total' }
    const [before, after] = await judgeTwice(broken, { [POLICY]: policy(20), 'cost.json': baseline(0.5) }, OWN)
    expectVerdict(before, 'fail', 1)
    const { findings } = await readOutput(before, 'report-path')
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['broken_on_base', 'broken_on_base'])
    expectVerdict(after, 'warn', 0)
  })

  it('but not all of it stops', async () => {
    const [before] = await judgeTwice({ [POLICY]: BROKEN, 'cost.json': '{"total' }, { [POLICY]: policy(20) }, OWN)
    expectVerdict(before, 'fail', 2)
  })

  it('with what is broken as well stops', async () => {
    const [before] = await judgeTwice({ [POLICY]: BROKEN }, { [POLICY]: `${BROKEN}# still\n` })
    expectVerdict(before, 'fail', 2)
  })
})

it('a pull request that leaves the broken policy of the base alone stops', async () => {
  const [before, after] = await judgeTwice({ [POLICY]: BROKEN }, { 'agent.py': 'x' })
  for (const result of [before, after]) expectVerdict(result, 'fail', 2)
})

describe('mode: record', () => {
  it.each([
    ['a policy that is broken', POLICY, BROKEN, {}, /^warning: .*judged without a policy: catalog\/policies\/cost_governance\.yaml:\d+: /],
    [
      'a policy that is not there',
      'x',
      '',
      { 'policy-path': 'own.yaml' },
      /^warning: .*judged without a policy: own\.yaml: does not exist/,
    ],
    ['a baseline file that is broken', 'cost.json', '{"total', OWN, /^warning: recorded without a comparison: .*cost\.json/],
  ])('keeps the costs despite %s, with a warning', async (_, path, text, inputs, warning) => {
    const { state } = lab.github
    addCommit(state, { branch: 'main', files: { [path]: text } })
    await lab.write(path, text)
    await lab.spend({ cost_usd: 0.5 })
    const result = await lab.run({ 'baseline-path': '', ...inputs }, onBranch(state, 'push'))
    expect(result.exitCode).toBe(0)
    expect(annotationsOf(result).filter((line) => !line.startsWith('notice'))).toEqual([expect.stringMatching(warning)])
    expect(state.artifacts.map(({ name }) => name)).toEqual(['llm-cost-baseline'])
  })

  it('is stopped by usage that cannot be read', async () => {
    const { state } = lab.github
    addCommit(state, { branch: 'main' })
    await lab.write('.runs/agents/r/summary.json', '{"x":')
    expectVerdict(await lab.run({ 'baseline-path': '' }, onBranch(state, 'push')), 'fail', 2)
    expect(state.artifacts).toEqual([])
  })
})
