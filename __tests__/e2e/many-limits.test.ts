import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { installProduct, type Product } from '../support/e2e/product.ts'
import { runTerminal } from '../support/e2e/terminal.ts'
import { createWorkspace, toLines, type Workspace } from '../support/e2e/workspace.ts'

const AGENTS = 4000
/** Globs without a letter that match every name of nine characters and more. */
const WIDE = Array.from({ length: 2048 }, (_, index) => index.toString(2).padStart(11, '0').replaceAll('0', '?').replaceAll('1', '*'))
  .filter((glob) => glob.split('*').length > 2)
  .slice(0, 1999)
/** Globs that are more specific and match nothing. */
const OTHERS = Array.from({ length: 2000 }, (_, index) => `other-${index}-*`)

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

it('a policy of 4,000 globs against a ledger of 4,000 agents is judged, name by name', async () => {
  const limits = [...OTHERS, 'agent-1234-*', ...WIDE].map((glob) => {
    return `      "${glob}": { max_cost_per_run_usd: ${glob === 'agent-1234-*' ? 0.25 : 0.75} }\n`
  })
  await workspace.write('policy.yaml', `policies:\n  - name: agents\n    limits:\n${limits.join('')}`)
  const agents = Array.from({ length: AGENTS }, (_, index) => ({ agent: `agent-${index}-x`, run_id: `run-${index}` }))
  await workspace.write('pull.jsonl', toLines(agents))
  const words = 'gate pull.jsonl --policy policy.yaml --report report.json'
  const { exitCode } = await runTerminal(product.cli, words.split(' '), { cwd: workspace.folder })
  expect(exitCode).toBe(1)
  const { findings } = JSON.parse(await readFile(join(workspace.folder, 'report.json'), 'utf8'))
  expect(findings.filter(({ level }: { level: string }) => level === 'error')).toMatchObject([
    { rule: 'max_cost_per_run_usd', subject: { kind: 'agent', name: 'agent-1234-x' }, limit: 0.25, policy: { line: OTHERS.length + 4 } },
  ])
})
