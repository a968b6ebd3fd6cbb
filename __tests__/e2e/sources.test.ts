import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../support/e2e/product.ts'
import { type Answer, runTerminal } from '../support/e2e/terminal.ts'
import { writeDatabase } from '../support/read/sqlite.ts'
import { DATABASE, type Files, jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'

let product: Product
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())

const NO_SQLITE = { NODE_OPTIONS: '--no-experimental-sqlite' }
const baseline = { 'baseline.json': { total_cost_usd: 0.5 } }
const call = (cost: number) => jsonl({ ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 110, cost_usd: cost } })

function gate(cwd: string, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return runTerminal(product.cli, ['gate', '--baseline', 'baseline.json', ...words], { cwd, env })
}

/** What a gate says that a warning makes red. */
async function strict(cwd: string, ...words: readonly string[]): Promise<{ readonly exitCode: number | null; readonly text: string }> {
  const { exitCode, stdout } = await gate(cwd, ['--fail-on', 'warning', ...words])
  return { exitCode, text: stdout.replace(/\s+/g, ' ') }
}

describe('the gate', () => {
  it.each<[name: string, files: Files, told: RegExp]>([
    [
      'a call log that contradicts the ledger',
      { [LEDGER]: jsonl(row()), '.runs/run-1/mcp_calls.jsonl': call(50) },
      /run-1: its records add up to \$0\.50, which was counted, but \.runs\/run-1\/mcp_calls\.jsonl says \$50\.00/i,
    ],
    [
      'a run summary that contradicts what was priced',
      { [LEDGER]: jsonl(row({ cost_usd: null }), row()), '.runs/agents/run-1/summary.json': { run_id: 'run-1', cost_usd: 70 } },
      /run-1: its records add up to \$0\.5003, which was counted, but \.runs\/agents\/run-1\/summary\.json says \$70\.00/i,
    ],
    [
      'a bare summary that contradicts the ledger',
      { [LEDGER]: jsonl(row()), '.runs/x/summary.json': { total_cost_usd: 70 } },
      /all records add up to \$0\.50, which was counted, but \.runs\/x\/summary\.json says \$70\.00/i,
    ],
  ])('warns of %s', async (_, files, told) => {
    const { exitCode, text } = await strict(workspace({ ...baseline, ...files }))
    expect(text).toMatch(told)
    expect(exitCode).toBe(1)
  })

  it('warns of a costs.db that holds other runs than the ledger', async () => {
    const cwd = workspace({ ...baseline, [LEDGER]: jsonl(row()) })
    writeDatabase(join(cwd, DATABASE), row(), row({ run_id: 'run-2', cost_usd: 100 }))
    const { exitCode, text } = await strict(cwd)
    expect(text).toMatch(/run-2: its records add up to \$0\.00, which was counted, but \.runs\/costs\.db says \$100\.00/i)
    expect(exitCode).toBe(1)
  })

  it('warns of a costs.db that holds more of a run since a time, although the run began before it', async () => {
    const rows = [row({ request_id: 'a' }), row({ request_id: 'b', timestamp: '2026-12-02T00:00:00Z' })]
    const cwd = workspace({ ...baseline, [LEDGER]: jsonl(...rows) })
    writeDatabase(join(cwd, DATABASE), ...rows, row({ timestamp: '2026-12-03T00:00:00Z', cost_usd: 100 }))
    const { exitCode, text } = await strict(cwd, '--since', '2026-12-01')
    expect(text).toMatch(/run-1: its records add up to \$0\.50, which was counted, but \.runs\/costs\.db says \$100\.50/i)
    expect(exitCode).toBe(1)
  })

  it('counts a costs.db beside a ledger of placeholders', async () => {
    const cwd = workspace({ ...baseline, [LEDGER]: jsonl(row({ input_tokens: 0, output_tokens: 0, cost_usd: 0 })) })
    writeDatabase(join(cwd, DATABASE), row({ cost_usd: 9 }))
    expect(await gate(cwd)).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('$9.00') })
  })

  it('counts two call logs in folders of the same name, and a run behind a link', async () => {
    const cwd = workspace({ ...baseline, 'a/logs/calls.jsonl': call(0.5), 'b/logs/calls.jsonl': call(9), 'store/c/calls.jsonl': call(30) })
    symlinkSync('store', join(cwd, 'linked'))
    const { exitCode, stdout } = await gate(cwd, ['--usage-path', '*/logs/calls.jsonl', '--usage-path', 'linked/*/calls.jsonl'])
    expect(stdout).toContain('$39.50')
    expect(exitCode).toBe(1)
  })

  it('stops where a run is behind a link that leads out, and where folders go on and on', async () => {
    const cwd = workspace({ ...baseline, [LEDGER]: jsonl(row()), [`${'d/'.repeat(300)}costs.jsonl`]: jsonl(row({ run_id: 'run-3' })) })
    mkdirSync(`${cwd}-out`)
    try {
      mkdirSync(join(cwd, 'runs'))
      symlinkSync(`${cwd}-out`, join(cwd, 'runs/run-2'))
      const out = await gate(cwd, ['--usage-path', LEDGER, '--usage-path', 'runs/**/costs.jsonl'])
      expect(out).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^Error: runs\/run-2: is a link to a folder that leads out/) })
      const deep = await gate(cwd, ['--usage-path', 'd/**/costs.jsonl', '--usage-path', LEDGER])
      expect(deep).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('more than 256 folders inside each other') })
    } finally {
      rmSync(`${cwd}-out`, { recursive: true })
    }
  })
})

describe('a Node without SQLite', () => {
  it('names the costs.db that it cannot compare with the ledger, and goes on', async () => {
    const cwd = workspace({ ...baseline, [LEDGER]: jsonl(row()) })
    writeDatabase(join(cwd, DATABASE), row())
    const answer = await gate(cwd, [], NO_SQLITE)
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
    expect(answer.stdout.replace(/\s+/g, ' ')).toMatch(
      /not compared with the ledger, which was counted: \.runs\/costs\.db; reading SQLite needs Node 24/i,
    )
  })

  it('stops where there is nothing but the costs.db', async () => {
    const cwd = workspace({ ...baseline, '.runs/x': '' })
    writeDatabase(join(cwd, DATABASE), row())
    expect(await gate(cwd, [], NO_SQLITE)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('reading SQLite needs Node 24') })
  })
})
