import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** One row of a ledger; what is not given is a call of $0.50. */
export type Row = Readonly<Record<string, unknown>>

/** Files of a pull request. */
export interface Workspace {
  readonly folder: string
  write(path: string, content: string | object): Promise<void>
  /** Writes the ledger anew. */
  spend(...rows: readonly Row[]): Promise<void>
  remove(): Promise<void>
}

const call = {
  timestamp: '2026-11-03T10:00:00Z',
  model: 'gpt-4o',
  input_tokens: 100_000,
  output_tokens: 25_000,
  cost_usd: 0.5,
  run_id: 'run-1',
  step: 'draft',
  agent: 'offer-agent',
}

/** An empty workspace with a baseline of $0.50 in baseline.json, the cost of one call. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'workspace-')))
  const write = async (path: string, content: string | object) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  await write('baseline.json', { total_cost_usd: 0.5, model_stats: { 'gpt-4o': { calls: 1, total_tokens: 125_000, cost_usd: 0.5 } } })
  return {
    folder,
    write,
    spend: (...rows) => write('.runs/costs/costs.jsonl', toLines(rows)),
    remove: () => rm(folder, { recursive: true }),
  }
}

/** Rows as a ledger has them, each at its own second. */
export function toLines(rows: readonly Row[]): string {
  const time = (index: number) => new Date(Date.UTC(2026, 10, 3, 10, 0, index)).toISOString()
  return rows.map((row, index) => `${JSON.stringify({ ...call, timestamp: time(index), ...row })}\n`).join('')
}
