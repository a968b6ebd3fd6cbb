import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { runTerminal } from '../../support/e2e/terminal.ts'
import { createWorkspace, type Workspace } from '../../support/e2e/workspace.ts'

/** What the framework's own gate has judged; every sixth case, which are ten with and without errors. */
const cases = join(import.meta.dirname, '../../fixtures/framework/flow-gate.jsonl')
const EVERY = 6

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

it('gate SUMMARY --policy FILE exits as the framework does, with as many errors', async () => {
  const lines = (await readFile(cases, 'utf8')).trim().split('\n')
  const some = lines.filter((_, place) => place % EVERY === 0).map((line) => JSON.parse(line))
  const wanted = some.map(({ errors }) => [errors > 0 ? 1 : 0, errors])
  expect(new Set(wanted.map(([exitCode]) => exitCode)).size).toBe(2)
  const got: (readonly [exitCode: number | null, errors: number])[] = []
  for (const { summary, policy } of some) {
    await workspace.write('summary.json', JSON.stringify(summary))
    await workspace.write('policy.yaml', policy)
    const words = ['gate', 'summary.json', '--policy', 'policy.yaml', '--format', 'json']
    const { exitCode, stdout } = await runTerminal(product.cli, words, { cwd: workspace.folder })
    const findings: { level: string }[] = JSON.parse(stdout).findings
    got.push([exitCode, findings.filter(({ level }) => level === 'error').length])
  }
  expect(got).toEqual(wanted)
})
