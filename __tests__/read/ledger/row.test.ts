import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeDatabase } from '../../support/read/sqlite.ts'
import { jsonl, LEDGER, row, summarizeFiles, summarizeFolder, workspace } from '../../support/read/workspace.ts'

describe('a ledger row', () => {
  it('keeps the figures that only some writers give', async () => {
    const rows = jsonl(row({ calls: 3, cached_input_tokens: 40, cache_write_tokens: 20, reasoning_tokens: 5, status: 'error' }))
    const summary = await summarizeFiles({ [LEDGER]: rows })
    expect(summary).toMatchObject({ calls: 3, failed_calls: 3, cached_input_tokens: 40, cache_write_tokens: 20, reasoning_tokens: 5 })
    expect(summary.model_stats['gpt-4o']).toMatchObject({ calls: 3, errors: 3, cached_input_tokens: 40 })
  })

  it.each(['ok', 'success', 'succeeded', 'completed', 'OK', null])('with the status %j is no error', async (status) => {
    expect((await summarizeFiles({ [LEDGER]: jsonl(row({ status })) })).failed_calls).toBe(0)
  })

  it.each([
    ['zero tokens and no cost', { input_tokens: 0, output_tokens: 0, cost_usd: 0 }],
    ['zero tokens and an unknown cost', { input_tokens: 0, output_tokens: 0, cost_usd: null }],
  ])('of %s stands for no call', async (_, figures) => {
    const { calls, runs, quality } = await summarizeFiles({ [LEDGER]: jsonl(row(figures)) })
    expect({ calls, runs, placeholders: quality.placeholder_records }).toEqual({ calls: 0, runs: 0, placeholders: 1 })
  })

  it('of zero tokens is a call where it failed or cost something', async () => {
    const nothing = { input_tokens: 0, output_tokens: 0, cost_usd: 0 }
    const { calls, failed_calls, quality } = await summarizeFiles({
      [LEDGER]: jsonl(row({ ...nothing, status: 'timeout' }), row({ ...nothing, cost_usd: 0.01 })),
    })
    expect({ calls, failed_calls, placeholders: quality.placeholder_records }).toEqual({ calls: 2, failed_calls: 1, placeholders: 0 })
  })

  it.each([
    ['no cost', { cost_usd: undefined }],
    ['a null cost', { cost_usd: null }],
    ['a cost of 0 although tokens were used', { cost_usd: 0 }],
  ])('with %s is priced from the catalog', async (_, cost) => {
    const { total_cost_usd, pricing } = await summarizeFiles({
      [LEDGER]: jsonl(row({ input_tokens: 1_000_000, output_tokens: 0, ...cost })),
    })
    expect(total_cost_usd).toBe(2.5)
    expect(pricing).toMatchObject({ priced_calls: 1, models: { 'gpt-4o': { priced_as: 'openai/gpt-4o', calls: 1 } } })
  })
})

describe('a database', () => {
  it('gives the rows of a ledger', async () => {
    const rows = [
      row(),
      row({ step: 'draft', cost_usd: null, metadata: null }),
      row({ agent: null, run_id: null, metadata: { batch: true } }),
    ]
    const cwd = workspace({ 'a/costs.jsonl': jsonl(...rows) })
    writeDatabase(join(cwd, 'costs.db'), ...rows)
    const [ledger, database] = [
      await summarizeFolder(cwd, { 'usage-path': ['a/*'] }),
      await summarizeFolder(cwd, { 'usage-path': ['costs.db'] }),
    ]
    expect({ ...database, sources: [] }).toEqual({ ...ledger, sources: [] })
  })
})
