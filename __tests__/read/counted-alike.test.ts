import { join } from 'node:path'
import { expect, it } from 'vitest'
import { localFiles } from '../../src/files/source.ts'
import { readSpend } from '../../src/measure/spend.ts'
import { writeDatabase } from '../support/read/sqlite.ts'
import { DATABASE, type Files, jsonl, LEDGER, row, summarizeFolder, workspace } from '../support/read/workspace.ts'

const PATHS = { 'usage-path': ['**/*.*'] }
const log = (cost: number) => jsonl({ ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 1, cost_usd: cost } })
const placeholder = row({ input_tokens: 0, output_tokens: 0, cost_usd: 0 })
const flow = { runs: 1, successes: 1, success_rate: 1, models: [] }

/** What `query`, `report` and `savings` count. */
async function countEach(cwd: string): Promise<number> {
  const settings = { ...PATHS, 'on-invalid': 'fail' as const, 'pricing-path': null, 'working-directory': cwd }
  let total = 0
  const add = (_: unknown, costUsd: number | null) => {
    total += costUsd ?? 0
  }
  await readSpend(settings, { onProgress: () => {}, files: localFiles(cwd) }, { add })
  return total
}

it.each<[name: string, files: Files, database: boolean, total: number]>([
  ['a ledger beside a costs.db', { [LEDGER]: jsonl(row()) }, true, 0.5],
  ['placeholders beside a costs.db', { [LEDGER]: jsonl(placeholder) }, true, 9],
  [
    'folders of the same name',
    { 'a/logs/c.jsonl': log(1), 'b/logs/c.jsonl': log(2), 'b/logs/summary.json': { run_id: 'logs', cost_usd: 2 } },
    false,
    3,
  ],
  ['an empty flow summary beside a bare one', { 'flow.json': flow, 'bare.json': { total_cost_usd: 7 } }, false, 7],
])('every command counts the same of %s', async (_, files, hasDatabase, total) => {
  const cwd = workspace({ '.runs/note': '', ...files })
  if (hasDatabase) writeDatabase(join(cwd, DATABASE), row({ run_id: 'run-2', cost_usd: 9 }))
  expect([(await summarizeFolder(cwd, PATHS)).total_cost_usd, await countEach(cwd)]).toEqual([total, total])
})
