import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeZip } from '../../support/archive/zip.ts'
import { readWorkflow, type Workflow } from '../../support/docs/workflow.ts'
import { annotationsOf } from '../../support/e2e/lab.ts'
import { onBranch, onPull, onWorkflowRun } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { openRunner, type Runner, type WorkflowRun } from '../../support/e2e/runner/actions.ts'
import { costing, gateOf, headlines, outline } from '../../support/e2e/runner/outcome.ts'
import { toLines } from '../../support/e2e/workspace.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import { addCommit, grant, label, openPull, pushTo, rerun, storeArtifact } from '../../support/github/story/story.ts'

const [quick, measure, comment] = await Promise.all(
  ['workflow.yml', 'workflows/forks-measure.yml', 'workflows/forks-comment.yml'].map((name) => readWorkflow(`examples/${name}`)),
)
const stranger = { id: 2002, owner: 'stranger' }
let product: Product
let runner: Runner
beforeAll(async () => {
  product = await installProduct()
})
beforeEach(async () => {
  runner = await openRunner(product)
  addCommit(runner.github.state, { branch: 'main', files: costing(0.5) })
})
afterEach(() => runner.close())
afterAll(() => product.remove())

function demand(workflow: Workflow | undefined): Workflow {
  if (workflow === undefined) throw new Error('the workflow is missing')
  return workflow
}

/** Runs the first workflow for the head of a pull request. */
async function measureHead(pull: Pull) {
  const occasion = onPull(runner.github.state, pull)
  return { run: occasion.run, ran: await runner.run(demand(measure), occasion) }
}

/** Runs the second workflow for the end of a run of the first. */
function commentOn(ended: Awaited<ReturnType<typeof measureHead>>['run'], workflow = demand(comment)): Promise<WorkflowRun> {
  return runner.run(workflow, onWorkflowRun(runner.github.state, { ...ended, name: demand(measure).name }))
}

describe('a pull request from a fork, in one workflow', () => {
  it('gets its verdict and the job summary, and one warning in place of the comment', async () => {
    const { state } = runner.github
    await runner.run(demand(quick), onBranch(state, 'push'))
    const pull = openPull(state, { author: 'stranger', headBranch: 'main', files: costing(1), fork: stranger })
    const run = await runner.run(demand(quick), onPull(state, pull))
    expect(outline(run)).toEqual({ 'llm-cost': 'failure: fail' })
    expect(gateOf(run).summary).toContain('❌ LLM cost +$0.50 (+100')
    expect(annotationsOf(gateOf(run)).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringContaining('Pull requests from forks and Dependabot get a read-only token'),
    ])
    expect(state.comments).toEqual([])
  })
})

describe('a pull request from a fork, in two workflows', () => {
  it('fails by the exit code of the first, and is commented and marked by the second', async () => {
    const { state } = runner.github
    await runner.run(demand(measure), onBranch(state, 'push'))
    const pull = openPull(state, { author: 'stranger', headBranch: 'main', files: costing(1), fork: stranger })
    const first = await measureHead(pull)
    expect(outline(first.ran)).toEqual({ 'llm-cost-measure': 'failure: fail' })
    expect(gateOf(first.ran).summary).toContain('❌ LLM cost +$0.50 (+100')
    expect(annotationsOf(gateOf(first.ran)).filter((line) => line.startsWith('warning'))).toEqual([])
    expect(state.comments).toEqual([])

    // It marks the commit red; the run on main itself does not fail.
    expect(outline(await commentOn(first.run))).toEqual({ 'llm-cost-comment': 'success: fail' })
    expect(state.statuses).toMatchObject([{ sha: pull.head.sha, state: 'failure', context: 'llm-cost' }])
    expect(headlines(runner, pull.number)).toEqual([expect.stringContaining('❌ LLM cost +$0.50 (+100')])

    pushTo(state, pull, { files: costing(0.5) })
    const second = await measureHead(pull)
    expect(outline(second.ran)).toEqual({ 'llm-cost-measure': 'success: pass' })
    await commentOn(second.run)
    expect(state.statuses.at(-1)).toMatchObject({ sha: pull.head.sha, state: 'success', context: 'llm-cost' })
    expect(headlines(runner, pull.number)).toEqual([expect.stringContaining('✅')])
  })

  it('is judged again without its evals, when the second workflow is run again', async () => {
    const { state } = runner.github
    grant(state, 'lead', 'write')
    await runner.run(demand(measure), onBranch(state, 'push'))
    const pull = openPull(state, { author: 'stranger', headBranch: 'worth-it', files: costing(1), fork: stranger })
    const { run } = await measureHead(pull)
    const occasion = onWorkflowRun(state, { ...run, name: demand(measure).name })
    await runner.run(demand(comment), occasion)
    label(state, pull, 'llm-cost-approved', 'lead')
    rerun(state, occasion.run)
    await runner.run(demand(comment), occasion)
    expect(state.statuses.map(({ state: said }) => said)).toEqual(['failure', 'success'])
    expect(headlines(runner, pull.number)).toEqual([expect.stringContaining('⚠️')])
  })

  it('is found by the commit of the run, whatever the artifact says', async () => {
    const { state } = runner.github
    const pull = openPull(state, { author: 'stranger', headBranch: 'lie', files: costing(0.5), fork: stranger })
    const { run } = await measureHead(pull)
    const texts = {
      'pr-number': '7',
      'event.json': '{"number":7,"pull_request":{"number":7}}',
      'costs/costs.jsonl': toLines([{ cost_usd: 0.1 }]),
    }
    const bytes = makeZip(Object.entries(texts).map(([name, content]) => ({ name, content })))
    storeArtifact(state, { runId: run.id, name: 'llm-cost-usage', bytes })
    await commentOn(run)
    expect(new Set(state.comments.map(({ issue }) => issue))).toEqual(new Set([pull.number]))
    expect(new Set(state.statuses.map(({ sha }) => sha))).toEqual(new Set([pull.head.sha]))
  })

  it('is marked as not judged where the first workflow left nothing', async () => {
    const { state } = runner.github
    const pull = openPull(state, { author: 'stranger', headBranch: 'broken', files: { 'evals.jsonl': null }, fork: stranger })
    const { run, ran } = await measureHead(pull)
    expect(outline(ran)).toEqual({ 'llm-cost-measure': 'failure: none' })
    expect(outline(await commentOn(run))).toEqual({ 'llm-cost-comment': 'failure: fail' })
    expect(state.statuses).toMatchObject([{ sha: pull.head.sha, state: 'error' }])
  })

  it('needs no second run for a push', async () => {
    const { state } = runner.github
    const occasion = onBranch(state, 'push')
    await runner.run(demand(measure), occasion)
    expect(outline(await commentOn(occasion.run))).toEqual({ 'llm-cost-comment': 'skipped: none' })
  })

  it.each([
    { name: 'contents', status: 'error', comments: 1 },
    { name: 'actions', status: 'error', comments: 1 },
    { name: 'pull-requests', status: 'error', comments: 0 },
    { name: 'statuses', status: undefined, comments: 1 },
  ])('needs the permission $name for the second workflow', async ({ name, status, comments }) => {
    const { state } = runner.github
    const pull = openPull(state, { author: 'stranger', headBranch: 'poor', files: costing(0.5), fork: stranger })
    const { run } = await measureHead(pull)
    const [id = '', job] = Object.entries(demand(comment).jobs)[0] ?? []
    const permissions = Object.fromEntries(Object.entries(job?.permissions ?? {}).filter(([key]) => key !== name))
    await commentOn(run, { ...demand(comment), jobs: { [id]: { ...job, permissions } } } as Workflow)
    expect(state.statuses.at(-1)?.state).toBe(status)
    expect(state.comments).toHaveLength(comments)
  })
})
