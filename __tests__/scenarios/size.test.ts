import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Outcome, runInputs } from '../support/scenarios/scenario.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

const models = 300

let workspace: string
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'size-'))
})
afterEach(() => rm(workspace, { recursive: true }))

/** One call per model, agent, step and run, of which each later one is dearer; nobody may spend anything. */
async function runLarge(nameOf: (index: number) => string): Promise<Extract<Outcome, { kind: 'report' }>> {
  const rows = Array.from({ length: models }, (_, index) => {
    const name = nameOf(index)
    const call = { timestamp: '2026-11-03T10:00:00Z', model: name, input_tokens: 1000, output_tokens: 100, cost_usd: 1 + index / 100 }
    return JSON.stringify({ ...call, run_id: name, step: name, agent: name, metadata: { customer_id: name } })
  })
  await mkdir(join(workspace, '.runs/costs'), { recursive: true })
  await writeFile(join(workspace, '.runs/costs/costs.jsonl'), rows.join('\n'))
  await writeFile(join(workspace, 'baseline.json'), JSON.stringify({ total_cost_usd: 1, model_stats: { [nameOf(0)]: { cost_usd: 1 } } }))
  await writeFile(join(workspace, 'policy.yaml'), 'policies: [{ name: budgets, limits: { "*": { max_cost_per_run_usd: 0.5 } } }]\n')
  const inputs = { 'working-directory': workspace, 'baseline-path': 'baseline.json', 'policy-path': 'policy.yaml' }
  const outcome = await runInputs(inputs)
  if (outcome.kind === 'error') throw new Error(outcome.message)
  return outcome
}

describe('a pull request with 300 models', () => {
  it.each([
    ['short names', (index: number) => `model-${index}`],
    ['the longest names', (index: number) => `model-${index}-`.padEnd(512, 'x')],
    ['the longest names of characters that have to be escaped', (index: number) => `model-${index}-`.padEnd(512, '|')],
    ['the longest names in another script', (index: number) => `model-${index}-`.padEnd(512, '模')],
  ])('and %s gets a comment that GitHub takes', async (_, nameOf) => {
    const { report, comment } = await runLarge(nameOf)
    // Without the marker of the comment.
    expect(comment.length).toBeLessThan(65_536)
    expect(comment.split('\n')[0]).toBe('### ❌ LLM cost +$747.50 (+74,750 %) — limit +20 %, 300 more errors')
    expect(comment).toContain('model-299')
    expect(comment).toMatch(/<\/sub>$/)
    expect(comment.split('<details>')).toHaveLength(comment.split('</details>').length)
    expect(report.findings.filter(({ rule }) => rule === 'max_cost_per_run_usd')).toHaveLength(models)
    expect(findFaults('report', report)).toEqual([])
    expect(findFaults('cost-summary', report.head)).toEqual([])
  })

  it('says how much is not shown', async () => {
    const { comment } = await runLarge((index) => `model-${index}`)
    expect(comment).toMatch(/and 271 more/)
    expect(comment).toContain('_and 285 more_')
    await expect(comment).toMatchFileSnapshot(join(import.meta.dirname, 'large.md'))
  })
})
