import { describe, expect, it } from 'vitest'
import { addRecord } from '../support/baseline/stored.ts'
import { checkOut, openEdit } from '../support/e2e/checkout.ts'
import { baseline, QUIET, reviewOf } from '../support/e2e/edits.ts'
import { LEDGER, zipUsage } from '../support/e2e/forked.ts'
import { annotationsOf } from '../support/e2e/lab.ts'
import { onPull, onWorkflowRun } from '../support/e2e/occasions.ts'
import type { StepResult } from '../support/e2e/runner/runner.ts'
import { lab, stage } from '../support/e2e/stage.ts'
import { expectVerdict, STORED } from '../support/e2e/story.ts'
import { addCommit, finishRun, openPull, storeArtifact } from '../support/github/story/story.ts'
import type { Files } from '../support/github/story/story-commits.ts'

stage()

const prices = (input: number) =>
  `version: 1\nmodels:\n  - id: acme/m1\n    prices:\n      - { effective: 1970-01-01, input: ${input}, output: 0 }\n`

it('savings read no price file a second time', async () => {
  const pull = await openEdit(lab, { 'prices.yaml': prices(5), 'base.json': baseline(0.5) }, { 'prices.yaml': prices(4) })
  await lab.spend({ model: 'acme/m1', input_tokens: 100_000, output_tokens: 0, cost_usd: null })
  const inputs = { ...QUIET, 'baseline-path': 'base.json', 'pricing-path': 'prices.yaml', savings: 'true' }
  const result = await lab.run(inputs, onPull(lab.github.state, pull))
  expectVerdict(result, 'pass', 0)
  const { files } = await reviewOf(result)
  expect(files.map(({ kind }: { kind: string }) => kind)).toEqual(['baseline', 'prices'])
  expect(lab.comments()[0]).toContain('This pull request edits the price file <code>prices&#46;yaml</code>. It was judged')
})

describe('the file of alternatives', () => {
  const alternatives = (task: string, to = 'openai/gpt-4o-mini') =>
    `version: 1\nalternatives:\n  - { task: ${task}, from: [gpt-4o], to: ${to} }\n`
  const inputs = { ...STORED, ...QUIET, savings: 'true', 'alternatives-path': 'own.yaml' }

  /** Judges a pull request in a job that has checked it out. */
  async function gate(onMain: Files, inPull: Files): Promise<StepResult> {
    const { state } = lab.github
    addRecord(state, { sha: addCommit(state, { branch: 'main', files: onMain }) })
    const pull = openPull(state, { headBranch: 'topic', files: { 'agent.py': 'x', ...inPull } })
    await checkOut(lab, pull.mergeSha)
    await lab.spend({ cost_usd: 0.5 })
    return lab.run(inputs, onPull(state, pull))
  }

  /** Judges one of a fork by what its run uploaded. */
  async function comment(onMain: Files, inPull: Files): Promise<StepResult> {
    const { state } = lab.github
    addRecord(state, { sha: addCommit(state, { branch: 'main', files: onMain }) })
    const fork = { id: 2002, owner: 'mallory' }
    const { run } = onPull(state, openPull(state, { author: 'mallory', headBranch: 'x', fork, files: { 'agent.py': 'x', ...inPull } }))
    const uploaded = { name: 'own.yaml', content: alternatives('uploaded') }
    storeArtifact(state, { runId: run.id, name: 'llm-cost-usage', bytes: zipUsage(0.5, LEDGER, uploaded) })
    finishRun(run)
    return lab.run(inputs, onWorkflowRun(state, run))
  }

  const modes = [
    ['gate', gate],
    ['comment', comment],
  ] as const

  it.each(modes)('is that of the base, and an edit of it is nobody\u2019s concern: mode %s', async (_, judge) => {
    const result = await judge({ 'own.yaml': alternatives('of main') }, { 'own.yaml': alternatives('of the head') })
    expectVerdict(result, 'pass', 0)
    expect(annotationsOf(result)).toEqual([])
    expect(await reviewOf(result)).toEqual({ files: [], proposed: null })
    expect(lab.comments()[0]).toMatch(/What could have cost less.+of main/s)
    expect(lab.comments()[0]).not.toMatch(/uploaded|of the head/)
  })

  it.each(
    modes.flatMap(([mode, judge]) => [
      [mode, 'is missing', judge, null, /own\.yaml: does not exist in the base commit \w{7}; correct alternatives-path\./] as const,
      [mode, 'cannot be read', judge, 'nonsense: true\n', /own\.yaml/] as const,
      [mode, 'names a model without a price', judge, alternatives('x', 'acme/none'), /own\.yaml:3: .+ known price/] as const,
    ]),
  )('changes no verdict of mode %s where it %s', async (_, __, judge, text, expected) => {
    const result = await judge({ 'own.yaml': text }, {})
    expectVerdict(result, 'pass', 0)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(new RegExp(`^warning: savings are left out: .*${expected.source}`))])
    expect(lab.comments()[0]).not.toContain('What could have cost less')
  })
})
