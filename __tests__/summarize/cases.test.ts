import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import { Summarizer } from '../../src/summarize/summarizer.ts'
import type { CostRecord, Pricer } from '../../src/usage/record.ts'
import type { Origin } from '../../src/usage/usage.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'
import { findFaults } from '../support/scenarios/schemas.ts'
import { buildRecord } from '../support/summarize/records.ts'

const ORIGIN: Origin = { format: 'promptfoo', file: 'results.json', pattern: '*.json' }

function summarize(
  records: readonly CostRecord[],
  { sinceMs = null, pricer = null }: { readonly sinceMs?: number | null; readonly pricer?: Pricer | null } = {},
) {
  const summarizer = new Summarizer({ timezone: 'UTC', sinceMs, checksPrices: true })
  summarizer.add({ type: 'records', origin: ORIGIN, records }, pricer)
  return finish(summarizer)
}

function merge(...summaries: readonly CostSummary[]) {
  const summarizer = new Summarizer({ timezone: 'UTC', sinceMs: null })
  for (const summary of summaries)
    summarizer.add({ type: 'summary', origin: { format: 'cost-summary', file: 'leg.json', pattern: '*.json' }, summary }, null)
  return finish(summarizer)
}

function finish(summarizer: Summarizer): CostSummary {
  const summary = summarizer.finish({ tool: { name: 'llm-cost-gate', version: '0.0.0' }, commit: null, createdAt: null })
  expect(findFaults('cost-summary', summary)).toEqual([])
  return JSON.parse(JSON.stringify(summary))
}

describe('cases that were tested', () => {
  const gift = buildRecord({ testCase: 'gift', costUsd: 0.1, inputTokens: 10, outputTokens: 1 })
  const again = buildRecord({ testCase: 'gift', costUsd: 0.2, calls: 2, errors: 1, inputTokens: 20, outputTokens: 2 })
  const late = buildRecord({ testCase: 'late', costUsd: null, isSilent: 'even-if-failed', inputTokens: 0, outputTokens: 0 })
  const other = buildRecord({ costUsd: 5 })

  it('have figures of their own', () => {
    const nothing = { calls: 1, errors: 0, input_tokens: 0, output_tokens: 0, total_tokens: 0 }
    expect(summarize([gift, other, late, again]).case_stats).toEqual({
      gift: { calls: 3, errors: 1, input_tokens: 30, output_tokens: 3, total_tokens: 33, cost_usd: 0.3 },
      late: { ...nothing, unpriced_calls: 1, cost_usd: 0 },
    })
  })

  it('are told of by nothing where no record names one', () => {
    expect(summarize([other])).not.toHaveProperty('case_stats')
  })

  it('leave out what is earlier than since', () => {
    const early = buildRecord({ testCase: 'early', timeMs: 0, isFromDisk: true })
    expect(summarize([early, buildRecord({ testCase: 'gift', timeMs: 1000 })], { sinceMs: 1 }).case_stats).toEqual({
      gift: expect.anything(),
    })
    expect(summarize([early], { sinceMs: 1 })).not.toHaveProperty('from_disk_calls')
  })

  it('merge into what reading everything at once gives', () => {
    const cached = buildRecord({ testCase: 'late', isFromDisk: true, runId: 'r2' })
    const [one, two] = [summarize([gift, other]), summarize([again, late, cached])]
    const { sources: _, ...figures } = summarize([gift, other, again, late, cached])
    expect(merge(one, two)).toMatchObject(figures)
    expect(Object.keys(merge(one, two))).toEqual(expect.arrayContaining(Object.keys(figures)))
  })

  it('come from a ledger, whose other rows stay as they were', async () => {
    const rows = [row({ metadata: { case_id: 'gift' } }), row({ cost_usd: 2, metadata: { case_id: 7 } }), row({ cost_usd: 3 })]
    const { case_stats, calls } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
    expect(calls).toBe(3)
    expect(case_stats).toMatchObject({ gift: { calls: 1, cost_usd: 0.5 } })
    expect(Object.keys(case_stats ?? {})).toEqual(['gift'])
  })
})

describe('calls from a cache on disk', () => {
  const pricer: Pricer = {
    price: () => ({ costUsd: 1, pricedAs: 'openai/gpt-4o', how: [], prices: 'a' }),
    whyUnpriced: () => null,
    asOf: '2026-11-01T12:00:00Z',
    catalog: 'prices',
    unknownModel: 'warn',
  }

  it.each([
    ['without a cost', { costUsd: null }],
    ['with a cost of 0', { costUsd: 0 }],
    ['with what it cost when it was made', { costUsd: 0.5 }],
    ['of which nothing is known', { costUsd: null, inputTokens: 0, outputTokens: 0, isSilent: 'even-if-failed' as const }],
  ])('count, and cost nothing, at no price: %s', (_, overrides) => {
    const cached = buildRecord({ ...overrides, isFromDisk: true, calls: 2 })
    const summary = summarize([cached, buildRecord({ costUsd: 0.25 })], { pricer })
    expect(summary).toMatchObject({ calls: 3, from_disk_calls: 2, total_cost_usd: 0.25, unpriced_calls: 0, unpriced: [] })
    expect(summary.pricing.priced_calls).toBe(0)
    expect(summary.model_stats['gpt-4o']?.price_check?.calls).toBe(1)
  })

  it('are told of by nothing where there are none', () => {
    expect(summarize([buildRecord()])).not.toHaveProperty('from_disk_calls')
  })
})

describe('sessions of a tool', () => {
  const runs = (...runIds: readonly (string | null)[]) => runIds.map((runId) => buildRecord({ runId }))
  const read = (...pieces: readonly (readonly [Partial<Origin>, readonly CostRecord[]])[]) => {
    const summarizer = new Summarizer({ timezone: 'UTC', sinceMs: null })
    for (const [origin, records] of pieces) summarizer.add({ type: 'records', origin: { ...ORIGIN, ...origin }, records }, null)
    return finish(summarizer)
  }
  const sessionsOf = ({ sources }: CostSummary) => sources.map(({ path, sessions = null }) => [path, sessions])

  it('are the runs of its records, each once however many files and sources tell of it', () => {
    const summary = read(
      [{ file: 'a.json' }, runs('1', '1', '2', null)],
      [{ file: 'b.json' }, runs('2', '3')],
      [{ file: 'c.json', pattern: 'c.json' }, runs('3', '4')],
    )
    expect(sessionsOf(summary)).toEqual([
      ['*.json', 3],
      ['c.json', 1],
    ])
    expect(sessionsOf(merge(summary, read([{}, runs('9')])))).toEqual([
      ['*.json', 4],
      ['c.json', 1],
    ])
  })

  it('are those of one tool alone', () => {
    const summary = read([{}, runs('1')], [{ format: 'claude-code', pattern: 'sessions' }, runs('1')])
    expect(sessionsOf(summary)).toEqual([
      ['*.json', 1],
      ['sessions', 1],
    ])
  })

  it.each([
    ['whose records name no run', { format: 'promptfoo' }, [null]],
    ['that tells of calls', { format: 'gh-aw' }, ['1']],
    ['that is none, but the framework', { format: 'ledger' }, ['1']],
  ] as const)('are not told of a tool %s', (_, origin, runIds) => {
    expect(read([origin, runs(...runIds)]).sources[0]).not.toHaveProperty('sessions')
  })
})
