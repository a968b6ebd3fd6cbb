import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../support/e2e/product.ts'
import { type Answer, runTerminal } from '../support/e2e/terminal.ts'
import { createWorkspace, toLines, type Workspace } from '../support/e2e/workspace.ts'

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
