import { join } from 'node:path'
import type { CostReport } from '../../../src/generated/types.ts'
import { report, reportFiles } from '../../../src/terminal/commands/report.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'

/** Sample workspaces that come with the package. */
export const EXAMPLES = ['main', 'pr-small', 'pr-regression'] as const
export const BY = ['agent', 'model', 'customer', 'step', 'run', 'day'] as const

export function example(name: string): string {
  return join(import.meta.dirname, '../../../examples', name)
}

/** The report that a command line asks for, made at a fixed time. */
export async function reportOn(folder: string, ...words: string[]): Promise<CostReport> {
  const document = await reportFiles(parseFlags(report, words, folder))
  return { ...document, created_at: '2026-11-30T06:00:00.000Z', tool: { name: 'llm-cost-gate', version: '0.0.0' } }
}
