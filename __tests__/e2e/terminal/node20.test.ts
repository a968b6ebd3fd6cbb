import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { findNode20 } from '../../support/e2e/runner/nodes.ts'
import { runTerminal } from '../../support/e2e/terminal.ts'

const node20 = findNode20()

let product: Product
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())

describe.skipIf(node20 === undefined)('on Node 20, which many machines still have (skipped where PATH has none)', () => {
  const run = (...words: string[]) =>
    runTerminal(product.cli, words, { cwd: join(product.folder, 'examples/pr-small'), ...(node20 !== undefined && { node: node20 }) })

  it('the demo works', async () => {
    const answer = await run('demo')
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
    expect(answer.stdout).toContain('FAIL  LLM cost')
  })

  it('the gate works', async () => {
    expect(await run('gate', '--baseline', '../baseline_summary.json', '--policy', '../cost_governance.yaml')).toMatchObject({
      exitCode: 0,
      stderr: '',
    })
  })

  it('reading a database says in one line that it takes Node 24', async () => {
    const answer = await run('summarize', '.runs/costs.db')
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' })
    expect(answer.stderr).toMatch(/^Error: \.runs\/costs\.db: reading SQLite needs Node 24, this is Node 20\..*\n$/)
  })
})
