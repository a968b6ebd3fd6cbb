import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readWorkflow } from '../../support/docs/workflow.ts'
import { readOutput } from '../../support/e2e/lab.ts'
import { onBranch, onPull } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { openRunner, type Runner } from '../../support/e2e/runner/actions.ts'
import { costing, gateOf, headlines, outline } from '../../support/e2e/runner/outcome.ts'
import { addCommit, openPull, pushTo } from '../../support/github/story/story.ts'

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

describe('a matrix', async () => {
  const workflow = await readWorkflow('examples/workflows/matrix.yml')
  const suites = (offers: number, support: number) => ({ ...costing(offers, 'offers'), ...costing(support, 'support') })

  it('is judged as one, with one comment and one baseline', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: suites(0.5, 0.25) })
    expect(outline(await runner.run(workflow, onBranch(state, 'push')))).toEqual({
      'measure (offers)': 'success: none',
      'measure (support)': 'success: none',
      'llm-cost': 'success: pass',
    })
    const pull = openPull(state, { headBranch: 'dearer', files: suites(0.5, 0.75) })
    const run = await runner.run(workflow, onPull(state, pull))
    expect(outline(run)).toMatchObject({ 'llm-cost': 'failure: fail' })
    expect(Object.fromEntries(gateOf(run).outputs)).toMatchObject({ 'total-cost-usd': '1.25', 'baseline-cost-usd': '0.75' })
    expect(headlines(runner, pull.number)).toHaveLength(1)
    expect(state.artifacts.filter(({ name }) => name === 'llm-cost-baseline')).toHaveLength(1)
  })

  it('measures what one job would', async () => {
    const { state } = runner.github
    const files = suites(0.5, 0.25)
    addCommit(state, { branch: 'main', files: { ...files, 'evals.jsonl': Object.values(files).join('') } })
    const one = gateOf(await runner.run(await readWorkflow('examples/workflow.yml'), onBranch(state, 'push')))
    const two = gateOf(await runner.run(workflow, onBranch(state, 'push')))
    const [whole, merged] = await Promise.all([one, two].map((gate) => readOutput(gate, 'summary-path')))
    const { sources: _, created_at: __, history: ___, ...measured } = merged
    expect(whole).toMatchObject(measured)
  })

  it('fails where a leg fails: what it would have cost is not known', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: suites(0.5, 0.25) })
    await runner.run(workflow, onBranch(state, 'push'))
    const pull = openPull(state, { headBranch: 'broken', files: { 'support.jsonl': null } })
    expect(outline(await runner.run(workflow, onPull(state, pull)))).toEqual({
      'measure (offers)': 'success: none',
      'measure (support)': 'failure: none',
      'llm-cost': 'failure: fail',
    })
  })

  it('may have a single leg', async () => {
    const { state } = runner.github
    const { measure, ...jobs } = workflow.jobs
    if (measure === undefined) throw new Error('the workflow has no job measure')
    const single = { ...workflow, jobs: { measure: { ...measure, strategy: { matrix: { suite: ['offers'] } } }, ...jobs } }
    addCommit(state, { branch: 'main', files: costing(0.5, 'offers') })
    expect(outline(await runner.run(single, onBranch(state, 'push')))).toMatchObject({ 'llm-cost': 'success: pass' })
  })
})

describe('a monorepo', async () => {
  const workflow = await readWorkflow('examples/workflows/monorepo.yml')
  const projects = (search: number, support: number) => ({ ...costing(search, 'search/evals'), ...costing(support, 'support/evals') })

  it('has a verdict, a comment and a baseline per project', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: projects(0.5, 2) })
    await runner.run(workflow, onBranch(state, 'push'))
    expect(state.artifacts.map(({ name }) => name)).toEqual(['llm-cost-baseline-search', 'llm-cost-baseline-support'])
    const pull = openPull(state, { headBranch: 'dearer-search', files: projects(1, 2) })
    expect(outline(await runner.run(workflow, onPull(state, pull)))).toEqual({
      'llm-cost (search)': 'failure: fail',
      'llm-cost (support)': 'success: pass',
    })
    pushTo(state, pull, { files: projects(0.5, 2) })
    const run = await runner.run(workflow, onPull(state, pull))
    expect(outline(run)).toEqual({ 'llm-cost (search)': 'success: pass', 'llm-cost (support)': 'success: pass' })
    expect(gateOf(run).outputs.get('baseline-cost-usd')).toBe('2')
    expect(headlines(runner, pull.number)).toEqual([
      expect.stringMatching(/✅ LLM cost of .*search/),
      expect.stringMatching(/✅ LLM cost of .*support/),
    ])
  })
})
