import { join } from 'node:path'
import type { Savings } from '../../src/generated/types.ts'
import { savings, savingsOfFiles } from '../../src/terminal/commands/savings.ts'
import { parseFlags } from '../../src/terminal/flags.ts'
import { jsonl, LEDGER, row, workspace } from './read/workspace.ts'

/** Sample workspaces that come with the package. */
export const EXAMPLES = ['main', 'pr-small', 'pr-regression'] as const

export function example(name: string): string {
  return join(import.meta.dirname, '../../examples', name)
}

/** What a command line finds in a folder. */
export async function savingsOn(folder: string, ...words: string[]): Promise<Savings> {
  const found = await savingsOfFiles(parseFlags(savings, words, folder))
  return { ...found, tool: { name: 'llm-cost-gate', version: '0.0.0' }, prices: { ...found.prices, catalog: 'catalog' } }
}

type Overrides = Readonly<Record<string, unknown>>

/** What these rows of a ledger could have saved; the index keeps rows apart that are alike. */
export function savingsOf(rows: readonly Overrides[], ...words: string[]): Promise<Savings> {
  const ledger = jsonl(...rows.map((one, index) => row({ ...one, index })))
  return savingsOn(workspace({ [LEDGER]: ledger }), ...words)
}

/** The same with a file of alternatives. */
export function savingsWith(alternatives: string, rows: readonly Overrides[], ...words: string[]): Promise<Savings> {
  const ledger = jsonl(...rows.map((one, index) => row({ ...one, index })))
  const folder = workspace({ [LEDGER]: ledger, 'my.yaml': alternatives })
  return savingsOn(folder, '--alternatives', 'my.yaml', ...words)
}
