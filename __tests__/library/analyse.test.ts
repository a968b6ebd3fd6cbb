import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import { InputError, query, report, runs, trends } from '../../src/library/index.ts'
import { answerOf, SAMPLES } from '../support/commands/samples.ts'
import { jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

const examples = join(import.meta.dirname, '../../examples')
const main = { workingDirectory: join(examples, 'main') }
const [sample = { name: '', folder: '', files: [] }] = SAMPLES
const printed = async (words: string) => JSON.parse(await answerOf(sample, words))

describe('what the library finds is what the command prints', () => {
  it('query', async () => {
    const options = { model: 'gpt-4o*', search: 'ACME', sort: 'tokens', limit: 3 } as const
    const { records, matches, total } = await query({ ...main, ...options })
    expect(records).toEqual(await printed('query --model gpt-4o* --search ACME --sort tokens --limit 3 --format json'))
    expect(records).toHaveLength(3)
    expect(matches).toBeGreaterThan(3)
    expect(total.calls).toBe(matches)
  })

  it('runs', async () => {
    const { runs: rows, matches, total } = await runs({ ...main, agent: '*-mag', sort: 'time', limit: 4 })
    expect(rows).toEqual(await printed('runs --agent *-mag --sort time --limit 4 --format json'))
    expect([rows.length, matches]).toEqual([4, 6])
    expect(total).toMatchObject({ calls: 30, unpriced_calls: 0 })
  })

  it('report', async () => {
    const document = await report({ ...main, by: 'customer', since: '2026-11-02', until: '2026-11-02' })
    const expected = await printed('report --by customer --since 2026-11-02 --until 2026-11-02 --format json')
    expect({ ...document, created_at: '' }).toEqual({ ...expected, created_at: '' })
    expect(findFaults('cost-report', document)).toEqual([])
  })

  it('trends', async () => {
    const document = await trends({ ...main, by: 'model', days: 3 })
    expect({ ...document, created_at: '' }).toEqual({ ...(await printed('trends --by model --days 3 --format json')), created_at: '' })
    expect(findFaults('cost-trends', document)).toEqual([])
  })

  it('trends of a stored baseline', async () => {
    const baseline: CostSummary = JSON.parse(readFileSync(join(examples, 'baseline_summary.json'), 'utf8'))
    expect(await trends({ baseline, by: 'agent' })).toMatchObject({ unit: 'record', by: 'agent', total: { name: null } })
  })
})

it('what is unknown is null, and what is in no run is told', async () => {
  const unknown = { model: 'house-model', cost_usd: null }
  const folder = workspace({ [LEDGER]: jsonl(row(unknown), row({ ...unknown, run_id: null }), row({ run_id: null })) })
  expect(await runs({ workingDirectory: folder })).toMatchObject({
    runs: [{ run_id: 'run-1', total_cost_usd: null, outcome: 'unknown' }],
    total: { calls: 1, cost_usd: null, unpriced_calls: 1 },
    without_run: { calls: 2, cost_usd: 0.5, unpriced_calls: 1 },
    graders: { calls: 0 },
  })
})

it('reads the files that are named', async () => {
  const folder = workspace({
    'a.jsonl': jsonl(row({ run_id: 'a' })),
    'b.jsonl': jsonl(row({ run_id: 'b' })),
    'c.jsonl': jsonl(row({ run_id: 'c' })),
  })
  const { matches } = await runs({ workingDirectory: folder, usagePath: ['a.jsonl', 'b.jsonl'] })
  expect(matches).toBe(2)
})

it('a period of days stands for since and until', async () => {
  const old = workspace({ [LEDGER]: jsonl(row({ timestamp: '2020-01-01T00:00:00Z' })) })
  expect(await report({ workingDirectory: old, period: 'yesterday' })).toMatchObject({ total: { calls: 0 } })
  expect(await report({ workingDirectory: old, period: 'all' })).toMatchObject({ total: { calls: 1 } })
})

/** Anything, as JavaScript without types hands it over. */
const untyped = (value: unknown) => JSON.parse('[]').concat([value])[0]

it.each([
  [query, { limit: 0 }, 'limit must be a whole number from 1 to 100000, got 0. Example: limit: 20'],
  [query, { search: ' ' }, "search needs a text. Example: search: 'refund'"],
  [query, { search: 5 }, "search needs a text. Example: search: 'refund'"],
  [query, { sort: 'calls' }, 'sort must be one of cost, time, tokens, got "calls". Example: sort: \'cost\''],
  [query, { modell: 'x' }, 'unknown option modell, did you mean model?'],
  [query, { agent: 5 }, "agent must be a text, got 5. Example: agent: '*'"],
  [runs, { since: 'noon' }, 'since must be an ISO 8601 date or time, got "noon". Example: since: \'2026-11-01\''],
  [runs, { since: 20261101 }, "since must be an ISO 8601 date or time, got 20261101. Example: since: '2026-11-01'"],
  [
    runs,
    { since: '2026-11-02', until: '2026-11-01' },
    'until "2026-11-01" is before since "2026-11-02". Example: since: \'2026-11-01\', until: \'2026-11-30\'',
  ],
  [runs, { period: 'today' }, 'unknown option period'],
  [report, { by: 'team' }, 'by must be one of agent, model, customer, step, case, run, day, got "team"'],
  [report, { period: 'soon' }, 'period must be yesterday, today,'],
  [report, { period: 'today', since: '2026-11-01' }, 'period and since or until name the time twice'],
  [trends, { weeks: 4, days: 4 }, 'weeks and days exclude each other. Example: weeks: 4'],
  [trends, { since: '2026-11-01' }, 'since is no option of trends'],
  [trends, { baseline: { total_cost_usd: 1 } }, 'baseline: is a bare-summary; it must be a cost summary'],
  [trends, { baseline: {}, weeks: 4 }, 'weeks needs records; baseline has a history, with one total per record'],
] as const)('%o refuses %j in one line', async (ask, options, message) => {
  const error = await ask(untyped({ ...main, ...('baseline' in options ? { workingDirectory: undefined } : {}), ...options })).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(InputError)
  expect(String(error)).toContain(message)
  expect(String(error)).not.toContain('\n')
})
