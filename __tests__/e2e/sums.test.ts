import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from './product.ts'
import { type Answer, runTerminal } from './terminal.ts'
import { createWorkspace, toLines, type Workspace } from './workspace.ts'

/** Its 24-fold is exactly 20 % more than its 20-fold, on paper and nowhere near as many digits as a double has. */
const COST = 12_353.9981

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
})
afterEach(() => workspace.remove())

const run = (words: string): Promise<Answer> => runTerminal(product.cli, words.split(' '), { cwd: workspace.folder })
const totalOf = async (file: string) => JSON.parse(await readFile(join(workspace.folder, file), 'utf8')).total_cost_usd

async function spend(file: string, ...costs: readonly number[]): Promise<void> {
  await workspace.write(file, toLines(costs.map((cost_usd, index) => ({ cost_usd, run_id: `${file}-${index}` }))))
}

describe('sums above $8,192', () => {
  const copies = (count: number) => Array.from({ length: count }, () => COST)
  beforeEach(async () => {
    await spend('main.jsonl', ...copies(20))
    await run('summarize main.jsonl --output base.json')
  })

  it.each([
    ['exactly 20 % more passes', [], 0],
    ['a millionth more fails', [1e-6], 1],
    ['a cent more fails', [0.01], 1],
  ])('%s', async (_, more, exitCode) => {
    await spend('pull.jsonl', ...copies(24), ...more)
    expect(await run('gate pull.jsonl --baseline base.json --min-increase-usd 0')).toMatchObject({ exitCode, stderr: '' })
    expect(await totalOf('base.json')).toBe(247_079.962)
  })

  it.each([
    ['exactly 20 % more passes', [], 0],
    ['a millionth more fails', [1e-6], 1],
  ])('of legs that are merged are the same: %s', async (_, more, exitCode) => {
    const legs = [copies(7), copies(16), [COST, ...more]]
    for (const [index, leg] of legs.entries()) {
      await spend(`leg-${index}.jsonl`, ...leg)
      await run(`summarize leg-${index}.jsonl --output leg-${index}.json`)
    }
    await run('merge leg-0.json leg-1.json leg-2.json --output merged.json')
    await spend('pull.jsonl', ...legs.flat())
    await run('summarize pull.jsonl --output whole.json')
    expect(await totalOf('merged.json')).toBe(await totalOf('whole.json'))
    expect(await run('gate merged.json --baseline base.json --min-increase-usd 0')).toMatchObject({ exitCode, stderr: '' })
  })
})

describe('a policy of 4,000 globs against a ledger of 4,000 agents', () => {
  it('is judged, name by name', async () => {
    const all = Array.from({ length: 4000 }, (_, index) => index)
    const lines = all.map((index) => `      "agent-${index}-*": { max_cost_per_run_usd: ${index === 1234 ? 0.25 : 0.75} }\n`)
    await workspace.write(
      'policy.yaml',
      `policies:\n  - name: agents\n    limits:\n      "*": { max_cost_per_run_usd: 0.125 }\n${lines.join('')}`,
    )
    await workspace.write('pull.jsonl', toLines(all.map((index) => ({ agent: `agent-${index}-x`, run_id: `run-${index}` }))))
    const { exitCode, stdout } = await run('gate pull.jsonl --policy policy.yaml --report report.json')
    const { findings } = JSON.parse(await readFile(join(workspace.folder, 'report.json'), 'utf8'))
    const broken = findings.filter(({ rule }: { rule: string }) => rule === 'max_cost_per_run_usd')
    expect(broken).toMatchObject([{ subject: { kind: 'agent', name: 'agent-1234-x' }, limit: 0.25, policy: { line: 1239 } }])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('agent-1234-x')
  })
})
