import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readWorkflow, type Workflow } from '../../support/docs/workflow.ts'
import { annotationsOf, readOutput } from '../../support/e2e/lab.ts'
import { type Occasion, onBranch, onMergeGroup, onPull } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { openRunner, type Runner, type WorkflowRun } from '../../support/e2e/runner/actions.ts'
import { costing, gateOf, headlines, outline } from '../../support/e2e/runner/outcome.ts'
import { addCommit, grant, label, mergePull, openPull, pushTo, unlabel } from '../../support/github/story/story.ts'

let product: Product
let runner: Runner
beforeAll(async () => {
  product = await installProduct()
})
beforeEach(async () => {
  runner = await openRunner(product)
})
afterEach(() => runner.close())
afterAll(() => product.remove())

/** Runs a workflow for a new commit on main. */
function recordOn(workflow: Workflow, files: Record<string, string>): Promise<WorkflowRun> {
  addCommit(runner.github.state, { branch: 'main', files })
  return runner.run(workflow, onBranch(runner.github.state, 'push'))
}

/** The same occasion for another action of a pull request. */
function as(action: string, { event, ...occasion }: Occasion): Occasion {
  return { ...occasion, event: { ...event, payload: { ...Object(event.payload), action } } }
}

describe('a baseline file', async () => {
  const workflow = await readWorkflow('examples/workflows/file-baseline.yml')
  const baseline = (total_cost_usd: number) => ({ '.github/llm-cost-baseline.json': JSON.stringify({ total_cost_usd }) })

  it('passes what costs the same and fails what costs more, in one comment', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: baseline(0.5) })
    const pull = openPull(state, { headBranch: 'same', files: costing(0.55) })
    expect(outline(await runner.run(workflow, onPull(state, pull)))).toEqual({ 'llm-cost': 'success: pass' })
    pushTo(state, pull, { files: costing(1) })
    expect(outline(await runner.run(workflow, onPull(state, pull)))).toEqual({ 'llm-cost': 'failure: fail' })
    expect(headlines(runner, pull.number)).toEqual([expect.stringMatching(/^(?:### )?❌ LLM cost \+\$[\d.]+ \(\+100 /)])
  })

  it('judges by the base, though the pull request brings a higher one', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: baseline(0.5) })
    const pull = openPull(state, { headBranch: 'dearer', files: { ...costing(1), ...baseline(1) } })
    const run = await runner.run(workflow, onPull(state, pull))
    expect(outline(run)).toEqual({ 'llm-cost': 'failure: fail' })
    expect((await readOutput(gateOf(run), 'report-path')).proposed).toEqual({ verdict: 'pass', problem: null })
  })
})

describe('a stored baseline', async () => {
  const workflow = await readWorkflow('examples/workflow.yml')

  it('is recorded by a push to main, and the next pull request is compared with it', async () => {
    const { state } = runner.github
    const first = openPull(state, { headBranch: 'first', files: costing(0.5) })
    expect(outline(await runner.run(workflow, onPull(state, first)))).toEqual({ 'llm-cost': 'success: warn' })
    mergePull(state, first)
    expect(outline(await runner.run(workflow, onBranch(state, 'push')))).toEqual({ 'llm-cost': 'success: pass' })
    const second = openPull(state, { headBranch: 'second', files: costing(0.8) })
    const run = await runner.run(workflow, onPull(state, second))
    expect(outline(run)).toEqual({ 'llm-cost': 'failure: fail' })
    expect(gateOf(run).outputs.get('baseline-cost-usd')).toBe('0.5')
    expect(headlines(runner, second.number)).toEqual([expect.stringMatching(/^(?:### )?❌ LLM cost \+\$[\d.]+ \(\+60 /)])
    expect(state.artifacts.map(({ name }) => name)).toEqual(['llm-cost-report', 'llm-cost-baseline', 'llm-cost-report'])
  })

  it('ends the run for an older push of a pull request, and never one that records', async () => {
    const { state } = runner.github
    const pull = openPull(state, { headBranch: 'feature-2', files: costing(0.5) })
    const groups = [onPull(state, pull), onPull(state, pull), onBranch(state, 'push'), onBranch(state, 'push')]
    addCommit(state, { branch: 'main', files: costing(0.5) })
    const ran: (string | null)[] = []
    for (const occasion of groups) ran.push((await runner.run(workflow, occasion)).group)
    expect(new Set(ran.slice(0, 2)).size).toBe(1)
    expect(new Set(ran).size).toBe(3)
  })

  it.each([
    { name: 'contents', result: 'failure', comments: [] },
    { name: 'actions', result: 'failure', comments: [expect.stringContaining('could not be judged')] },
    { name: 'pull-requests', result: 'success', comments: [] },
  ])('needs the permission $name', async ({ name, result, comments }) => {
    const { state } = runner.github
    await recordOn(workflow, costing(0.5))
    const pull = openPull(state, { headBranch: 'same', files: costing(0.5) })
    const job = workflow.jobs['llm-cost']
    const permissions = Object.fromEntries(Object.entries(job?.permissions ?? {}).filter(([key]) => key !== name))
    const poorer = { ...workflow, jobs: { 'llm-cost': { ...job, permissions } } } as Workflow
    const { jobs } = await runner.run(poorer, onPull(state, pull))
    expect(jobs).toMatchObject([{ result }])
    expect(headlines(runner, pull.number)).toEqual(comments)
  })
})

describe('approvals', async () => {
  const workflow = await readWorkflow('examples/workflows/approvals.yml')

  it('are looked at again when a label is set and when it is taken away', async () => {
    const { state } = runner.github
    grant(state, 'lead', 'write')
    await recordOn(workflow, costing(0.5))
    const pull = openPull(state, { headBranch: 'dearer', files: costing(1) })
    expect(outline(await runner.run(workflow, onPull(state, pull)))).toEqual({ 'llm-cost': 'failure: fail' })
    label(state, pull, 'llm-cost-approved', 'lead')
    expect(outline(await runner.run(workflow, as('labeled', onPull(state, pull))))).toEqual({ 'llm-cost': 'success: warn' })
    unlabel(state, pull, 'llm-cost-approved', 'lead')
    expect(outline(await runner.run(workflow, as('unlabeled', onPull(state, pull))))).toEqual({ 'llm-cost': 'failure: fail' })
  })

  it('start no run where a workflow does not ask for labels', async () => {
    const { state } = runner.github
    const occasion = as('labeled', onPull(state, openPull(state, { headBranch: 'dearer', files: costing(1) })))
    await expect(runner.run(await readWorkflow('examples/workflow.yml'), occasion)).rejects.toThrow(
      'pull_request does not start the workflow',
    )
  })
})

describe('a merge queue', async () => {
  const workflow = await readWorkflow('examples/workflows/merge-queue.yml')

  it('is judged like the pull request, without a comment, and what was accepted there is accepted here', async () => {
    const { state } = runner.github
    grant(state, 'lead', 'write')
    await recordOn(workflow, costing(0.5))
    const pull = openPull(state, { headBranch: 'dearer', files: costing(1) })
    await runner.run(workflow, onPull(state, pull))
    const comments = headlines(runner, pull.number)
    expect(outline(await runner.run(workflow, onMergeGroup(state, pull)))).toEqual({ 'llm-cost': 'failure: fail' })
    label(state, pull, 'llm-cost-approved', 'lead')
    expect(outline(await runner.run(workflow, onMergeGroup(state, pull)))).toEqual({ 'llm-cost': 'success: warn' })
    expect(headlines(runner, pull.number)).toEqual(comments)
  })
})

describe('GitHub Enterprise Server', async () => {
  const server = { GITHUB_SERVER_URL: 'https://github.acme.example' }

  it('gets a verdict by a baseline file', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: { '.github/llm-cost-baseline.json': '{"total_cost_usd":0.5}' } })
    const pull = openPull(state, { headBranch: 'dearer', files: costing(1) })
    const run = await runner.run(await readWorkflow('examples/workflows/enterprise-server.yml'), onPull(state, pull), server)
    expect(outline(run)).toEqual({ 'llm-cost': 'failure: fail' })
    expect(headlines(runner, pull.number)).toEqual([expect.stringMatching(/^(?:### )?❌ LLM cost \+\$[\d.]+ \(\+100 /)])
    expect(gateOf(run).stdout).not.toContain('artifact')
  })

  it('says in one line that it keeps no artifacts, to a workflow that wants them', async () => {
    const { state } = runner.github
    const workflow = await readWorkflow('examples/workflow.yml')
    addCommit(state, { branch: 'main', files: costing(0.5) })
    const recorded = gateOf(await runner.run(workflow, onBranch(state, 'push'), server))
    expect(annotationsOf(recorded).filter((line) => line.includes('keeps no artifacts'))).toHaveLength(1)
    const pull = openPull(state, { headBranch: 'same', files: costing(0.5) })
    const run = await runner.run(workflow, onPull(state, pull), server)
    expect(outline(run)).toEqual({ 'llm-cost': 'success: warn' })
    expect((await readOutput(gateOf(run), 'report-path')).baseline).toMatchObject({
      state: 'missing',
      reason: expect.stringContaining('name it in baseline-path'),
    })
    expect(state.artifacts).toEqual([])
  })
})
