import { describe, expect, it } from 'vitest'
import { type Files, jsonl, row, summarizeFiles } from '../support/read/workspace.ts'

const ALL = { 'usage-path': ['**/*'] }
const log = (cost: number) => jsonl({ ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 1, cost_usd: cost } })

async function runsOf(files: Files): Promise<Readonly<Record<string, number>> | undefined> {
  return (await summarizeFiles(files, ALL)).run_costs.costs_usd
}

describe('folders of the same name', () => {
  it('are runs of their own, told apart by as much of their paths as that takes', async () => {
    expect(await runsOf({ 'a/logs/mcp_calls.jsonl': log(1), 'b/logs/mcp_calls.jsonl': log(2) })).toEqual({ 'a/logs': 1, 'b/logs': 2 })
    expect(await runsOf({ 'logs/calls.jsonl': log(1), 'x/a/logs/c.jsonl': log(2), 'y/b/logs/c.jsonl': log(4) })).toEqual({
      logs: 1,
      'a/logs': 2,
      'b/logs': 4,
    })
    expect(await runsOf({ 'x/a/logs/c.jsonl': log(1), 'y/a/logs/c.jsonl': log(2) })).toEqual({ 'x/a/logs': 1, 'y/a/logs': 2 })
  })

  it('are runs of their own though their logs are the same', async () => {
    expect(await runsOf({ 'a/logs/mcp_calls.jsonl': log(1), 'b/logs/mcp_calls.jsonl': log(1) })).toEqual({ 'a/logs': 1, 'b/logs': 1 })
  })

  it('hold the summaries of their own runs, whether these name their run or not', async () => {
    for (const run of [{ run_id: 'logs' }, {}])
      expect(
        await runsOf({
          'a/logs/mcp_calls.jsonl': log(1),
          'a/logs/summary.json': { ...run, slug: 'x', cost_usd: 1 },
          'b/logs/summary.json': { ...run, slug: 'x', cost_usd: 5 },
        }),
      ).toEqual({ 'a/logs': 1, 'b/logs': 5 })
  })

  it('are one run where a ledger or a cost summary names it', async () => {
    const ledger = { 'costs.jsonl': jsonl(row({ run_id: 'logs' })) }
    const logs = { 'a/logs/mcp_calls.jsonl': log(0.5), 'b/logs/mcp_calls.jsonl': log(0.5) }
    expect(await runsOf({ ...ledger, ...logs })).toEqual({ logs: 0.5 })
    expect(await runsOf({ 'leg.json': await summarizeFiles(ledger, ALL), ...logs })).toEqual({ logs: 0.5 })
  })

  it('are one run where the framework has both of them for it', async () => {
    const files = { '.runs/agents/run-1/mcp_calls.jsonl': log(1), '.runs/run-1/mcp_calls.jsonl': log(1) }
    expect(await runsOf(files)).toEqual({ 'run-1': 1 })
  })
})
