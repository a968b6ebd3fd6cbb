import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summarizeFolder, workspace } from '../../support/read/workspace.ts'

const root = join(import.meta.dirname, '../../..')

interface Expected {
  readonly total_cost_usd: number
  readonly calls: number
  readonly input_tokens: number
  readonly output_tokens: number
  readonly by_model: Record<string, ExpectedStats>
  readonly by_agent: Record<string, ExpectedStats>
}

interface ExpectedStats {
  readonly cost_usd: number
  readonly tokens: number
  readonly input_tokens: number
  readonly output_tokens: number
  readonly calls: number
}

/** What the framework's own get_summary says of an example workspace. */
function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(root, '__tests__', 'fixtures', 'expected', `${name}.expected.json`), 'utf8'))
}

describe.each(['main', 'pr-small', 'pr-regression'])('the example workspace %s', (name) => {
  it.each([
    ['its ledger', ['.runs/costs/costs.jsonl']],
    ['its costs.db', ['.runs/costs.db']],
    ['all of its files', ['.runs/costs/costs.jsonl', '.runs/costs.db', '.runs/agents/*/summary.json']],
  ])('gives the totals of the framework from %s', async (_, usagePath) => {
    const summary = await summarizeFolder(join(root, 'examples', name), { 'usage-path': usagePath })
    const expected = expectedOf(name)
    expect(summary.total_cost_usd).toBeCloseTo(expected.total_cost_usd, 9)
    expect(summary).toMatchObject({
      calls: expected.calls,
      input_tokens: expected.input_tokens,
      output_tokens: expected.output_tokens,
      quality: { invalid_records: 0, duplicate_records: 0, disagreements: [], overlaps: [] },
    })
    for (const [stats, wanted] of [
      [summary.model_stats, expected.by_model],
      [summary.agent_stats, expected.by_agent],
    ] as const) {
      expect(Object.keys(stats).sort()).toEqual(Object.keys(wanted).sort())
      for (const [subject, { cost_usd, tokens, ...counts }] of Object.entries(wanted)) {
        expect(stats[subject]).toMatchObject({ ...counts, total_tokens: tokens })
        expect(stats[subject]?.cost_usd).toBeCloseTo(cost_usd, 9)
      }
    }
  })
})

describe("the framework's quirks", () => {
  async function sample(): Promise<string> {
    const cwd = workspace()
    await cp(join(root, '__tests__', 'fixtures', 'agdd'), cwd, { recursive: true })
    return cwd
  }

  it('counts each source once', async () => {
    const { sources, calls, total_cost_usd, runs } = await summarizeFolder(await sample())
    expect(Object.fromEntries(sources.map(({ path, role, records }) => [path, `${role} ${records}`]))).toEqual({
      '.runs/costs/costs.jsonl': 'counted 5',
      '.runs/costs.db': 'not-counted 0',
      '.runs/agents/*/summary.json': 'cross-check 0',
      '.runs/*/summary.json': 'cross-check 0',
      '.runs/*/runs.jsonl': 'cross-check 0',
      '.runs/*/mcp_calls.jsonl': 'counted 3',
    })
    expect({ calls, runs }).toEqual({ calls: 8, runs: 4 })
    // 0.044432 of the ledger, 0.0036024 of the flow run, and 10 + 5 tokens of gpt-4.1 priced at $2 and $8 per million.
    expect(total_cost_usd).toBeCloseTo(0.044432 + 0.0036024 + 0.00006, 12)
  })

  it('counts no call for a placeholder and no dollar for a model without a price', async () => {
    const { quality, unpriced, model_stats, run_costs } = await summarizeFolder(await sample())
    expect(quality.placeholder_records).toBe(1)
    expect(Object.keys(model_stats)).not.toContain('unknown')
    expect(Object.keys(run_costs.costs_usd ?? {})).not.toContain('mag-000000')
    expect(unpriced).toEqual([{ model: 'llama3.1:70b', calls: 1, reasons: { unknown_seller: 1 }, input_tokens: 640, output_tokens: 12 }])
  })

  it('reads the flow run: its calls by model, and how it ended', async () => {
    const { model_stats, failed_calls, successful_tasks, failed_tasks } = await summarizeFolder(await sample())
    expect(model_stats['gpt-4.1']).toMatchObject({ calls: 2, errors: 1, input_tokens: 1010, output_tokens: 205 })
    expect(model_stats['text-embedding-3-small']).toMatchObject({ calls: 1, input_tokens: 120, cost_usd: 0.0000024 })
    expect({ failed_calls, successful_tasks, failed_tasks }).toEqual({ failed_calls: 1, successful_tasks: 1, failed_tasks: 0 })
  })

  it('gives the same from its costs.db where there is no ledger', async () => {
    const cwd = await sample()
    const paths = (first: string) => ({ 'usage-path': [first, '.runs/agents/*/summary.json'] })
    const [ledger, database] = [
      await summarizeFolder(cwd, paths('.runs/costs/costs.jsonl')),
      await summarizeFolder(cwd, paths('.runs/costs.db')),
    ]
    expect({ ...database, sources: [] }).toEqual({ ...ledger, sources: [] })
    expect(database.sources.map(({ format, role, records }) => [format, role, records])).toEqual([
      ['run-summary', 'cross-check', 0],
      ['costs-db', 'counted', 5],
    ])
  })

  it('takes the flow summary only where nothing else was counted', async () => {
    const cwd = await sample()
    const alone = await summarizeFolder(cwd, { 'usage-path': ['flow_summary.json'] })
    expect(alone).toMatchObject({ calls: 3, failed_calls: 1, input_tokens: 1130, output_tokens: 205, successful_tasks: 1, failed_tasks: 0 })
    expect(alone.total_cost_usd).toBeCloseTo(0.0036024, 12)
    const both = await summarizeFolder(cwd, { 'usage-path': ['flow_summary.json', '.runs/costs/costs.jsonl'] })
    expect(both.total_cost_usd).toBeCloseTo(0.044432, 12)
    expect(both.sources.find(({ format }) => format === 'flow-summary')).toMatchObject({ role: 'not-counted', records: 0, cost_usd: 0 })
  })
})
