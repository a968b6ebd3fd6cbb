import { describe, expect, it } from 'vitest'
import { openEdit } from '../../support/e2e/checkout.ts'
import { baseline, judgeEdit, POLICY, policy, QUIET, reviewOf } from '../../support/e2e/edits.ts'
import { annotationsOf, readOutput } from '../../support/e2e/lab.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict } from '../../support/e2e/story.ts'

stage()

const OWN = { 'baseline-path': 'cost.json' }

describe('a pull request that brings the first policy', () => {
  it('is judged by the defaults, and told what all of it would say', async () => {
    const result = await judgeEdit({}, { [POLICY]: policy(50) })
    expectVerdict(result, 'fail', 1)
    expect(await reviewOf(result)).toMatchObject({
      files: [{ kind: 'policy', origin: 'pull-request', change: 'added' }, {}],
      proposed: { verdict: 'pass', problem: null },
    })
    expect(lab.comments()[0]).toMatch(
      /^ℹ️ The policy .* is new in this pull request and takes force when it is merged.*the verdict would be \*\*pass\*\*/m,
    )
  })

  it('is held to its limits at once', async () => {
    const result = await judgeEdit({ 'cost.json': baseline(1) }, { [POLICY]: 'models: { denylist: [gpt-4o] }\n' }, OWN)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).findings).toMatchObject([{ rule: 'denylist', policy: { path: POLICY, line: 1 } }])
  })

  it('that cannot be read stops, and is told where', async () => {
    const result = await judgeEdit({}, { [POLICY]: 'min_runs: [\n' })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/^error: catalog\/policies\/cost_governance\.yaml:\d: /)])
  })

  it('from a fork is judged without it', async () => {
    const onMain = { 'baseline.json': baseline(0.5) }
    const pull = await openEdit(lab, onMain, { [POLICY]: policy(50) }, { author: 'mallory', fork: { id: 2002, owner: 'mallory' } })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run(QUIET, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 1)
    expect((await reviewOf(result)).proposed).toEqual({ verdict: 'pass', problem: null })
  })

  it('from a fork that the workflow names fails closed', async () => {
    const pull = await openEdit(lab, {}, { 'own.yaml': policy(50) }, { author: 'mallory', fork: { id: 2002, owner: 'mallory' } })
    await lab.spend({ cost_usd: 0.7 })
    const result = await lab.run({ ...QUIET, 'policy-path': 'own.yaml' }, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      `error: own.yaml: does not exist in the base commit ${pull.base.sha.slice(0, 7)}; correct policy-path`,
    ])
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
    expect((await reviewOf(result)).files).toMatchObject([{ kind: 'policy', origin: 'workspace', change: 'added' }, {}])
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
    expect(await reviewOf(result)).toMatchObject({ files: [{ kind: 'policy', origin: 'pull-request' }, {}], proposed: null })
    expect(lab.comments()[0]).toContain('of the pull request itself (<code>policy-ref&#58; head</code>)')
  })
})
