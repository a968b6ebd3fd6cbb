import { describe, expect, it } from 'vitest'
import { checkOut, putFiles } from '../../support/e2e/checkout.ts'
import { baseline, POLICY, policy, QUIET, reviewOf } from '../../support/e2e/edits.ts'
import { annotationsOf } from '../../support/e2e/lab.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import { toLines } from '../../support/e2e/workspace.ts'
import { addCommit, openPull } from '../../support/github/story/story.ts'
import type { Files } from '../../support/github/story/story-commits.ts'

stage()

const COST = { 'cost.json': baseline(0.5) }
const mallory = { author: 'mallory', fork: { id: 2002, owner: 'mallory' } }

/** Judges a pull request that is checked out in the folder `repo`; what it spent is 40 % more than the baseline. */
async function judgeIn(
  inPull: Files,
  inputs: Record<string, string> = {},
  options: object = {},
  first = async () => {},
): Promise<StepResult> {
  const { state } = lab.github
  addCommit(state, { branch: 'main', files: { ...COST, [POLICY]: policy(20) } })
  const pull = openPull(state, { headBranch: 'edit', files: inPull, ...options })
  await checkOut(lab, pull.mergeSha, 'repo')
  await lab.write('repo/.runs/costs/costs.jsonl', toLines([{ cost_usd: 0.7 }]))
  await first()
  return lab.run({ ...QUIET, 'working-directory': 'repo', 'baseline-path': 'cost.json', ...inputs }, onPull(state, pull))
}

describe('a repository that is checked out in a folder of the workspace', () => {
  it.each([
    ['leaves the policy alone', { 'agent.py': 'x' }, {}, 'unchanged'],
    ['loosens the usual policy', { [POLICY]: policy(100) }, {}, 'changed'],
    ['loosens the policy that the workflow names', { [POLICY]: policy(100) }, { 'policy-path': POLICY }, 'changed'],
    ['raises the baseline', { 'cost.json': baseline(1) }, {}, 'unchanged'],
  ])('has its rules from the base where a pull request %s', async (_, inPull, inputs, change) => {
    const result = await judgeIn(inPull, inputs)
    expectVerdict(result, 'fail', 1)
    expect((await reviewOf(result)).files).toContainEqual(expect.objectContaining({ path: POLICY, origin: 'base', change }))
  })

  it('has them from the base where a fork edits them', async () => {
    expectVerdict(await judgeIn({ [POLICY]: policy(100), 'cost.json': baseline(1) }, {}, mallory), 'fail', 1)
  })

  it('names its files from the working directory: one that is named from the workspace stops', async () => {
    const inputs = { 'working-directory': '.', 'usage-path': 'repo/.runs/**/*.jsonl', 'policy-path': `repo/${POLICY}` }
    const result = await judgeIn({ [POLICY]: policy(100) }, inputs)
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(
        /^error: repo\/catalog\S+: is in the workspace, but neither in the base commit \w{7} nor in the head commit \w{7}\. Commit it, or /,
      ),
    ])
  })
})

describe('a repository whose root is not that of the workspace', () => {
  const edit = { [POLICY]: policy(100) }
  const remote = (name: string) => `[remote "origin"]\n\turl = https://github.com/acme/${name}\n`

  it('is known by its remote inside the checkout of another one', async () => {
    const result = await judgeIn(edit, {}, {}, async () => {
      await lab.write('.git/config', remote('tools'))
      await lab.write('repo/.git/config', remote('agents'))
    })
    expectVerdict(result, 'fail', 1)
    expect((await reviewOf(result)).files).toContainEqual(expect.objectContaining({ path: POLICY, origin: 'base', change: 'changed' }))
  })

  it('is told where nothing shows it: the usual policy is not silently left out', async () => {
    const result = await judgeIn({ 'agent.py': 'x' }, { 'baseline-path': '' }, {}, () => lab.write('.git/HEAD', `${'d'.repeat(40)}\n`))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(
        /^error: catalog\S+: is in the workspace as repo\/catalog\S+, but neither in the base commit \w{7} nor in the head/,
      ),
    ])
  })

  it.each<[string, Record<string, string>, string]>([
    [
      'named from the working directory',
      { 'working-directory': 'repo', 'policy-path': 'rules.yaml' },
      'rules.yaml: is in the workspace as repo/',
    ],
    [
      'named from the workspace',
      { 'policy-path': 'repo/rules.yaml', 'usage-path': 'repo/.runs/**/*.jsonl' },
      'repo/rules.yaml: is in the workspace',
    ],
  ])('is told where it has no .git, before its own policy judges it: %s', async (_, inputs, expected) => {
    const { state } = lab.github
    addCommit(state, { branch: 'main', files: { 'rules.yaml': policy(20) } })
    const pull = openPull(state, { headBranch: 'edit', files: { 'rules.yaml': policy(100) } })
    await putFiles(lab, pull.mergeSha, 'repo')
    await lab.write('repo/.runs/costs/costs.jsonl', toLines([{ cost_usd: 0.7 }]))
    const result = await lab.run({ ...QUIET, 'baseline-path': '', ...inputs }, onPull(state, pull))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining(expected)])
    expect(annotationsOf(result)[0]).toMatch(/, but in the repository as rules\.yaml\. Let actions\/checkout put the repository into repo/)
  })
})

describe('a policy that a step wrote', () => {
  it.each([
    ['into the checkout', 'repo/central.yaml', 'central.yaml', /is in the workspace, but neither in the base commit/],
    ['into another checkout', 'policies/central.yaml', '../policies/central.yaml', /lies in another checkout/],
  ])('%s stops: a pull request could bring it', async (_, path, name, expected) => {
    const result = await judgeIn({ 'agent.py': 'x' }, { 'policy-path': name }, {}, async () => {
      await lab.write('policies/.git/HEAD', `${'d'.repeat(40)}\n`)
      await lab.write(path, policy(100))
    })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(expected)])
  })

  it('outside of every checkout counts', async () => {
    const result = await judgeIn({ 'agent.py': 'x' }, { 'policy-path': '../central.yaml' }, {}, () =>
      lab.write('central.yaml', policy(100)),
    )
    expectVerdict(result, 'pass', 0)
  })
})
