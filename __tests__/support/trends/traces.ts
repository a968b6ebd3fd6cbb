import type { CostTrends } from '../../../src/generated/types.ts'
import { traceFiles, trends } from '../../../src/terminal/commands/trends.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'

/** What a command line asks for, made at a fixed time. */
export async function traceOf(folder: string, ...words: string[]): Promise<CostTrends> {
  const document = await traceFiles(parseFlags(trends, words, folder))
  return { ...document, created_at: '2026-11-30T06:00:00.000Z', tool: { name: 'llm-cost-gate', version: '0.0.0' } }
}

/** A ledger row of a time and a cost. */
export function spent(timestamp: string, cost: number, overrides: Readonly<Record<string, unknown>> = {}): object {
  return { timestamp, model: 'gpt-4o', input_tokens: 100, output_tokens: 10, cost_usd: cost, run_id: 'r', agent: 'planner', ...overrides }
}
