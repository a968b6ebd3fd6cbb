// The script of docs/other-ci.md as it stands there, run by a real shell on what was built.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listBlocks, readPage } from '../../support/docs/pages.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { createWorkspace, type Workspace } from '../../support/e2e/workspace.ts'

const node24 = join(import.meta.dirname, '../../../node_modules/.bin/node')
const page = await readPage('docs/other-ci.md')
const [script = ''] = listBlocks(page, 'sh')
const POLICY = 'catalog/policies/cost_governance.yaml'

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
  await workspace.write('llm-cost.sh', script)
  await workspace.write('.gitignore', '.runs/\n.llm-cost/\nllm-cost.junit.xml\n')
  await workspace.write(POLICY, 'policies: [{ name: totals, totals: { max_total_cost_usd: 3 } }]\n')
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '.')
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--message', 'x')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
})
afterEach(() => workspace.remove())

function git(...words: string[]): void {
  execFileSync('git', words, { cwd: workspace.folder })
}

function run(mode: string) {
  const env = { PATH: process.env.PATH, HOME: workspace.folder, TOOL: `${node24} ${product.cli}` }
  const { status, stdout, stderr } = spawnSync('sh', ['llm-cost.sh', mode], { cwd: workspace.folder, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const results = () => readFile(join(workspace.folder, 'llm-cost.junit.xml'), 'utf8')

it('warns before there is a baseline, and says how to get one', async () => {
  await workspace.spend({})
  const answer = run('gate')
  expect(answer).toMatchObject({ status: 0, stderr: '' })
  expect(answer.stdout).toContain('llm-cost-gate summarize --history baseline.json --output baseline.json')
  expect(await results()).toMatch(/failures="0"/)
})

it('records with a history, passes what costs the same, and fails what costs more', async () => {
  await workspace.spend({})
  expect(run('record')).toMatchObject({ status: 0, stderr: '' })
  expect(run('record')).toMatchObject({ status: 0, stderr: '' })
  const baseline = JSON.parse(await readFile(join(workspace.folder, '.llm-cost/baseline.json'), 'utf8'))
  expect(baseline).toMatchObject({ total_cost_usd: 0.5, history: [{ total_cost_usd: 0.5 }, { total_cost_usd: 0.5 }] })

  const same = run('gate')
  expect(same).toMatchObject({ status: 0, stderr: '' })
  expect(same.stdout).toMatch(/^PASS {2}/)
  await workspace.spend({}, {})
  const dearer = run('gate')
  expect(dearer).toMatchObject({ status: 1, stderr: '' })
  expect(dearer.stdout).toMatch(/^FAIL {2}/)
  expect(await results()).toMatch(/classname="llm-cost.max_increase_percent"[^>]*>\s*<failure /)
})

it('judges by the policy of the base branch, which the change under review cannot edit', async () => {
  await workspace.spend({ cost_usd: 4 })
  run('record')
  await workspace.write(POLICY, 'policies: [{ name: totals, totals: { max_total_cost_usd: 100 } }]\n')
  expect(run('gate')).toMatchObject({ status: 1, stderr: '' })
  expect(await results()).toMatch(/max_total_cost_usd"[^>]*>\s*<failure /)
})

it('stops where the usage cannot be read', async () => {
  await workspace.write('.runs/costs/costs.jsonl', 'nonsense\n')
  expect(run('gate').status).toBe(2)
  expect(existsSync(join(workspace.folder, 'llm-cost.junit.xml'))).toBe(false)
})

it('is what the files for GitLab and Jenkins call, with the results where it writes them', () => {
  const [gitlab = ''] = listBlocks(page, 'yaml')
  const [jenkins = ''] = listBlocks(page, 'groovy')
  const jobs = parse(gitlab)
  expect(jobs['llm-cost-gate']).toMatchObject({ script: ['sh llm-cost.sh gate'], artifacts: { reports: { junit: 'llm-cost.junit.xml' } } })
  expect(jobs['llm-cost-record']).toMatchObject({ script: ['sh llm-cost.sh record'], artifacts: { paths: ['.llm-cost/baseline.json'] } })
  for (const line of jobs['.llm-cost'].before_script) expect(spawnSync('sh', ['-n', '-c', line]).status).toBe(0)
  expect(jenkins).toContain('sh llm-cost.sh ')
  expect(jenkins).toContain("junit testResults: 'llm-cost.junit.xml'")
})
