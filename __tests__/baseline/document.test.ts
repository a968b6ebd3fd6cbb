import { describe, expect, it } from 'vitest'
import { missingBaseline, parseBaseline } from '../../src/baseline/document.ts'
import { buildStats, buildSummary } from '../support/render/summary.ts'

const parse = (content: object) => parseBaseline(JSON.stringify(content), 'b.json')
const NOTHING = { run_id: null, commits_behind: null, window: null, reason: null, commit: null, created_at: null, price_catalog: null }

describe('a baseline that is not there', () => {
  it('says where it was looked for, and why it is not there', () => {
    expect(missingBaseline('artifact', 'x', 'gone')).toEqual({
      used: { ...NOTHING, state: 'missing', source: 'artifact', path: 'x', format: null, total_cost_usd: null, reason: 'gone' },
      side: null,
      summary: null,
      history: null,
    })
  })
})

describe('a baseline that is a cost summary', () => {
  it('tells where it is from and what its total does not hold', () => {
    const graders = buildStats(2, 100, 0.01)
    const summary = buildSummary({ unpriced_calls: 3, from_disk_calls: 2, graders })
    const { commit, created_at, total_cost_usd } = summary
    const { used, history, summary: whole } = parse(summary)
    expect(used).toEqual({
      ...NOTHING,
      state: 'found',
      source: 'file',
      path: 'b.json',
      format: 'cost-summary',
      commit,
      created_at,
      total_cost_usd,
      unpriced_calls: 3,
      from_disk_calls: 2,
      graders,
    })
    expect([history, whole]).toEqual([null, summary])
  })

  it('tells by which list prices were looked up', () => {
    const catalog = '2026-11-01'
    const { used } = parse(buildSummary({ pricing: { priced_calls: 1, as_of: '2026-11-01', catalog, models: {} } }))
    expect(used.price_catalog).toEqual(catalog)
  })
})

describe('a baseline of another format', () => {
  const found = { ...NOTHING, state: 'found', source: 'file', path: 'b.json' }
  const model = (name: string, calls: number, cost_usd: number) => ({ name, calls, tokens: { total: 5 }, cost_usd })

  it.each([
    ['a flow summary', { runs: 1, models: [model('a', 2, 0.5)] }, 'flow-summary', 0.5],
    ['a bare summary', { total_cost_usd: 0.5, model_stats: { a: { calls: 2, cost_usd: 0.5 } } }, 'bare-summary', 0.5],
  ])('is %s', (_, content, format, total_cost_usd) => {
    const { used, summary, history } = parse(content)
    expect(used).toStrictEqual({ ...found, format, total_cost_usd })
    expect([summary, history]).toEqual([null, null])
  })

  it.each([
    ['a flow summary', { runs: 1, models: [model('a', 2, 0.5), model('b', 1, 0)] }, 1],
    ['a flow summary', { runs: 1, models: [model('a', 2, 0.5), model('b', 3, 0), model('c', 4, 0)] }, 7],
    [
      'a bare summary',
      { total_cost_usd: 0.5, model_stats: { a: { calls: 2, cost_usd: 0.5 }, b: { calls: 3, total_tokens: 9, cost_usd: 0 } } },
      3,
    ],
  ])('that is %s tells of its calls without a price', (_, content, unpriced_calls) => {
    expect(parse(content).used.unpriced_calls).toBe(unpriced_calls)
  })
})

describe('usage that was named as a baseline', () => {
  const call = JSON.stringify({ timestamp: '2026-11-03T09:00:00Z', model: 'gpt-4o', input_tokens: 1, output_tokens: 1, cost_usd: 1 })

  it('is told by its keys where its lines are no usage', () => {
    expect(() => parseBaseline('{"x":1}\n{"x":2}\n', 'b.jsonl')).toThrow(
      'the baseline cannot be read: b.jsonl: has no usage in a known format, got the keys "x"',
    )
  })

  it('is told by its first 100 lines', () => {
    const after = (lines: number) => () => parseBaseline(`${'\n'.repeat(lines)}${call}\n${call}\n`, 'b.jsonl')
    const isLedger = 'the baseline cannot be read: b.jsonl is a ledger. Make a baseline with: llm-cost-gate summarize b.jsonl --output FILE'
    expect(after(0)).toThrow(isLedger)
    expect(after(99)).toThrow(isLedger)
    expect(after(100)).toThrow('the baseline cannot be read: b.jsonl')
    expect(after(100)).not.toThrow(isLedger)
  })
})
