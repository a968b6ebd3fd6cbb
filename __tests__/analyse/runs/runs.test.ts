import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { runsOf } from '../../support/runs/lists.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const at = (minute: number, overrides: object) => row({ timestamp: `2026-11-02T09:0${minute}:00Z`, ...overrides })
const UNKNOWN = { model: 'house-model', cost_usd: null }
const rows = [
  at(3, { run_id: 'late', cost_usd: 1, input_tokens: 9000 }),
  at(1, { run_id: 'dear', cost_usd: 2 }),
  at(2, { run_id: 'part', cost_usd: 4, agent: 'writer' }),
  at(1, { run_id: 'part', ...UNKNOWN, input_tokens: 5, status: 'error' }),
  at(2, { run_id: 'none', ...UNKNOWN }),
  at(4, { run_id: 'dear', cost_usd: 1.5 }),
  at(5, { run_id: 'dear', cost_usd: 0.25, metadata: { customer_id: 'globex' } }),
  at(6, { run_id: null, cost_usd: 8 }),
]
const ended = (runId: string, status: string) => ({ [`.runs/agents/${runId}/summary.json`]: { run_id: runId, status } })
const folder = () =>
  workspace({ [LEDGER]: jsonl(...rows), ...ended('dear', 'success'), ...ended('part', 'failed'), ...ended('idle', 'failed') })
const listed = async (...words: string[]) => (await runsOf(folder(), ...words)).result.runs

describe('runs', () => {
  it('adds up each run, wherever its calls stand', async () => {
    expect((await listed()).find(({ run_id }) => run_id === 'part')).toEqual({
      run_id: 'part',
      started_at: '2026-11-02T09:01:00.000Z',
      last_call_at: '2026-11-02T09:02:00.000Z',
      agents: ['planner', 'writer'],
      outcome: 'failure',
      calls: 2,
      errors: 1,
      input_tokens: 105,
      output_tokens: 20,
      total_tokens: 125,
      total_cost_usd: 4,
      unpriced_calls: 1,
    })
  })

  it.each([
    ['', ['part', 'dear', 'late', 'none']],
    ['--sort cost', ['part', 'dear', 'late', 'none']],
    ['--sort time', ['late', 'none', 'dear', 'part']],
    ['--sort calls', ['dear', 'part', 'late', 'none']],
    ['--sort tokens', ['late', 'dear', 'part', 'none']],
    ['--sort time --limit 1', ['late']],
    ['--run-id ?a*', ['part', 'late']],
    ['--agent writer', ['part']],
    ['--until 2026-11-02T09:02:00Z', ['dear', 'part']],
  ])('"%s" lists %j, equals by name', async (words, expected) => {
    expect((await listed(...words.split(' ').filter(Boolean))).map(({ run_id }) => run_id)).toEqual(expected)
  })

  it('knows how runs ended where they say so, and lists none without a call', async () => {
    const outcomes = Object.fromEntries((await listed()).map(({ run_id, outcome }) => [run_id, outcome]))
    expect(outcomes).toEqual({ dear: 'success', part: 'failure', late: 'unknown', none: 'unknown' })
  })

  it('counts what matches alone', async () => {
    const [dear] = await listed('--customer', 'globex')
    expect(dear).toMatchObject({ run_id: 'dear', calls: 1, total_cost_usd: 0.25, started_at: '2026-11-02T09:05:00.000Z' })
  })

  it('has no cost of a run of which no price is known', async () => {
    expect((await listed()).find(({ run_id }) => run_id === 'none')).toMatchObject({ total_cost_usd: null, unpriced_calls: 1 })
  })

  it('takes a call that failed and used nothing for free, not for unknown', async () => {
    const failed = workspace({ [LEDGER]: jsonl(row({ ...UNKNOWN, status: 'error', input_tokens: 0, output_tokens: 0 })) })
    expect((await runsOf(failed)).result.runs).toMatchObject([{ total_cost_usd: 0, unpriced_calls: 0, errors: 1 }])
  })

  it('adds exactly', async () => {
    const cents = workspace({ [LEDGER]: jsonl(...[1, 2, 3].map((minute) => at(minute, { cost_usd: 0.1 }))) })
    expect((await runsOf(cents)).result.runs).toMatchObject([{ total_cost_usd: 0.3 }])
  })

  it('finds what a run says of itself, where nothing else covers it', async () => {
    const summary = { run_id: 'alone', slug: 'planner', status: 'success', cost_usd: 9, token_count: 9 }
    const { result } = await runsOf(workspace({ [LEDGER]: jsonl(...rows), '.runs/agents/alone/summary.json': summary }), '--limit', '1')
    expect(result.runs).toMatchObject([{ run_id: 'alone', agents: ['planner'], outcome: 'success', total_cost_usd: 9, started_at: null }])
  })

  it('names the first of many agents, in whatever order they call', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `agent-${String(index).padStart(2, '0')}`)
    const many = (all: readonly string[]) =>
      workspace({ [LEDGER]: jsonl(...all.map((agent, index) => row({ agent, input_tokens: index }))) })
    for (const all of [names, names.toReversed()])
      expect((await runsOf(many(all))).result.runs).toMatchObject([{ agents: names.slice(0, 20), calls: 30 }])
  })

  it('has room for more runs than at first', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => at(index % 9, { run_id: `run-${index}`, cost_usd: index }))
    const { result } = await runsOf(
      workspace({ [LEDGER]: jsonl(...many, ...many.map((one) => ({ ...one, step: 'again' }))) }),
      '--limit',
      '2',
    )
    expect(result).toMatchObject({
      matches: 3000,
      runs: [
        { run_id: 'run-2999', calls: 2, total_cost_usd: 5998 },
        { run_id: 'run-2998', calls: 2, total_cost_usd: 5996 },
      ],
    })
  })

  it('keep their schema, whatever is unknown', async () => {
    const timeless = workspace({ '.runs/agents/alone/summary.json': { run_id: 'alone', slug: 'planner', cost_usd: 9, token_count: 9 } })
    const all = [...(await listed()), ...(await runsOf(timeless)).result.runs]
    expect(all).toHaveLength(5)
    expect(findFaults('cost-runs', all)).toEqual([])
  })

  it.each([
    [['--limit', '0'], '--limit must be a whole number from 1 to 100000, got "0". Example: --limit 20'],
    [['--sort', 'price'], '--sort must be one of cost, time, calls, tokens, got "price". Example: --sort cost'],
    [['--since', 'noon'], '--since must be an ISO 8601 date or time, got "noon". Example: --since 2026-11-01'],
  ])('refuses %j in one line', async (words, message) => {
    await expect(runsOf(folder(), ...words)).rejects.toThrow(message)
  })
})
