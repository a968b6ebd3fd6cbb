import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab, readOutput } from '../../support/e2e/lab.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { again, expectVerdict, judge, push } from '../../support/e2e/story.ts'
import { addCommit, grant, label, mergePull, openPull, pushTo } from '../../support/github/story/story.ts'

let product: Product
let lab: Lab
beforeAll(async () => {
  product = await installProduct()
  lab = await openLab(product)
})
afterAll(async () => {
  await lab.close()
  await product.remove()
})

/** Whether the pull request's comment shows a blocking verdict, and how many comments there are. */
function comment(number: number) {
  const bodies = lab.github.state.comments.filter(({ issue }) => issue === number).map(({ body }) => body)
  return { count: bodies.length, isRed: bodies[0]?.includes('### ❌') ?? false, text: bodies[0] ?? '' }
}

describe('the story of a repository', () => {
  it('from the first record to the next pull request', async () => {
    const { state } = lab.github
    grant(state, 'lead', 'admin')

    // Three records on main, with some noise.
    for (const [index, cost_usd] of [0.5, 0.52, 0.49].entries()) {
      addCommit(state, { branch: 'main', files: { 'agent.py': `version ${index}` } })
      await lab.spend({ cost_usd })
      const recorded = await push(lab)
      expectVerdict(recorded, 'pass', 0)
      expect(recorded.stdout).toContain('Uploaded the artifact llm-cost-baseline.')
      expect((await readOutput(recorded, 'summary-path')).history).toHaveLength(index + 1)
    }
    expect(state.artifacts.map(({ name, finalized }) => [name, finalized])).toEqual(Array(3).fill(['llm-cost-baseline', true]))

    // A pull request that regresses fails, and says so in a comment.
    const pull = openPull(state, { author: 'dev', headBranch: 'dearer', files: { 'agent.py': 'dearer' } })
    await lab.spend({ cost_usd: 1 })
    const regressed = await judge(lab, pull)
    expectVerdict(regressed, 'fail', 1)
    expect(regressed.outputs.get('baseline-cost-usd')).toBe('0.49')
    expect(comment(pull.number)).toMatchObject({ count: 1, isRed: true })
    const { baseline } = await readOutput(regressed, 'report-path')
    expect(baseline).toMatchObject({ source: 'artifact', commits_behind: 0, window: { records: 1, by: 'newest', newest_cost_usd: 0.49 } })

    // The fix turns the same comment green.
    pushTo(state, pull, { files: { 'agent.py': 'cheap again' } })
    await lab.spend({ cost_usd: 0.55 })
    expectVerdict(await judge(lab, pull), 'pass', 0)
    expect(comment(pull.number)).toMatchObject({ count: 1, isRed: false })

    // It regresses again; the author's own label changes nothing, that of somebody else accepts it.
    pushTo(state, pull, { files: { 'agent.py': 'dearer, and worth it' } })
    await lab.spend({ cost_usd: 0.8 })
    const blocked = await judge(lab, pull)
    expectVerdict(blocked, 'fail', 1)
    label(state, pull, 'llm-cost-approved', 'dev')
    expectVerdict(await again(lab, pull, blocked), 'fail', 1)
    label(state, pull, 'llm-cost-approved', 'lead')
    const approved = await again(lab, pull, blocked)
    expectVerdict(approved, 'warn', 0)
    expect((await readOutput(approved, 'report-path')).approval).toMatchObject({
      given: { by: 'lead', how: 'label', commit: pull.head.sha },
    })
    expect(comment(pull.number)).toMatchObject({ count: 1, isRed: false })
    expect(comment(pull.number).text).toContain('lead')

    // A push makes the approval void.
    pushTo(state, pull, { files: { 'agent.py': 'even dearer' } })
    await lab.spend({ cost_usd: 0.9 })
    const voided = await judge(lab, pull)
    expectVerdict(voided, 'fail', 1)
    expect((await readOutput(voided, 'report-path')).approval.notes).toEqual([expect.stringContaining('first ran after it was set')])

    // Accepted once more, merged and recorded: the next pull request is compared with the new level.
    label(state, pull, 'llm-cost-approved', 'lead')
    expectVerdict(await again(lab, pull, voided), 'warn', 0)
    mergePull(state, pull)
    expectVerdict(await push(lab), 'fail', 0)
    const next = openPull(state, { author: 'dev', headBranch: 'next', files: { 'agent.py': 'next' } })
    await lab.spend({ cost_usd: 0.95 })
    const compared = await judge(lab, next)
    expectVerdict(compared, 'pass', 0)
    expect(compared.outputs.get('baseline-cost-usd')).toBe('0.9')
    expect(comment(next.number)).toMatchObject({ count: 1, isRed: false })
  })
})
