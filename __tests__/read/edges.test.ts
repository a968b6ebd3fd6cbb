import { expect, it } from 'vitest'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'

const flow = { runs: 1, successes: 1, success_rate: 1, models: [{ name: 'gpt-4o', calls: 1, cost_usd: 7 }] }
const bare = { total_cost_usd: 7 }
const ALL = { 'usage-path': ['**/*'] }
const long = jsonl(row({ note: 'y'.repeat(9e6) }))

it('a total that somebody summed in doubles has nothing beyond its models', async () => {
  const costs = [2_950_455.6, 5_443_476.9, 7_074_528.5, 7_563_088.4, 1_841_284.4]
  const models = costs.map((cost_usd, index) => ({ model: `m${index}`, calls: 1, total_tokens: 10, cost_usd }))
  for (const total_cost_usd of [24_872_833.8, costs.reduce((sum, cost) => sum + cost, 0)]) {
    const summary = await summarizeFiles({ 'bare.json': { total_cost_usd, model_stats: models } }, ALL)
    expect(summary).toMatchObject({ calls: 5, total_cost_usd: 24_872_833.8 })
    expect(Object.keys(summary.model_stats)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4'])
  }
})

it('a line that is too long does not take the rest of the file with it', async () => {
  const summary = await summarizeFiles({ [LEDGER]: jsonl(row()) + long + jsonl(row({ step: 'later' })) }, { 'on-invalid': 'skip' })
  expect(summary).toMatchObject({ calls: 2, quality: { invalid_records: 1 } })
})

it('a line of 4 MB and a byte is too long wherever it stands', async () => {
  const text = JSON.stringify(row({ note: 'y'.repeat(4 << 20) }))
  const last = await summarizeFiles({ [LEDGER]: jsonl(row()) + text }, { 'on-invalid': 'skip' })
  const first = await summarizeFiles(
    { [LEDGER]: `${text}\n${jsonl(row())}${jsonl(row({ note: 'z'.repeat(2 << 20) }))}` },
    { 'on-invalid': 'skip' },
  )
  expect([last.quality.invalid_records, first.quality.invalid_records]).toEqual([1, 1])
})

it('an empty status is no error', async () => {
  expect((await summarizeFiles({ [LEDGER]: jsonl(row({ status: '' })) })).failed_calls).toBe(0)
})

it('a flow summary is not counted beside a ledger whose records are all from before since', async () => {
  const summary = await summarizeFiles({ 'u.jsonl': jsonl(row()), 'flow.json': flow }, { ...ALL, since: Date.parse('2026-12-01') })
  expect(summary.total_cost_usd).toBe(0)
})

it('a bare summary is not counted beside a ledger', async () => {
  expect((await summarizeFiles({ 'u.jsonl': jsonl(row()), 'bare.json': bare }, ALL)).total_cost_usd).toBe(0.5)
})

it('a bare summary and a flow summary count the same whatever their names are', async () => {
  const totals = [
    (await summarizeFiles({ 'a.json': bare, 'b.json': flow }, ALL)).total_cost_usd,
    (await summarizeFiles({ 'b.json': bare, 'a.json': flow }, ALL)).total_cost_usd,
  ]
  expect(totals[0]).toBe(totals[1])
})

it('a run of a leg with more than 1,000 runs is not counted again from its run summary', async () => {
  const leg = await summarizeFiles({ [LEDGER]: jsonl(...Array.from({ length: 1200 }, (_, index) => row({ run_id: `r${index}` }))) })
  const summary = await summarizeFiles({ 'leg.json': leg, 'r5/summary.json': { run_id: 'r5', cost_usd: 0.5 } }, ALL)
  expect(summary.total_cost_usd).toBe(600)
})

it('an earlier record without a price is named no more: it was when it was new', async () => {
  const rows = jsonl(row({ model: 'no-such-model', cost_usd: null }), row({ timestamp: '2026-12-02T00:00:00Z' }))
  const summary = await summarizeFiles({ [LEDGER]: rows }, { since: Date.parse('2026-12-01') })
  expect(summary).toMatchObject({ calls: 1, unpriced: [], unpriced_calls: 0, quality: { earlier_records: 1 } })
})

it('the standard deviation of 5,000 alike runs is within 1 %', async () => {
  const costs = Array.from({ length: 5000 }, (_, index) => 1 + (index % 100) / 20_000)
  const { run_costs } = await summarizeFiles({ [LEDGER]: jsonl(...costs.map((cost_usd, index) => row({ cost_usd, run_id: `r${index}` }))) })
  const mean = costs.reduce((sum, usd) => sum + usd, 0) / costs.length
  const exact = Math.sqrt(costs.reduce((sum, usd) => sum + (usd - mean) ** 2, 0) / (costs.length - 1))
  expect(Math.abs((run_costs.stddev_usd ?? 0) - exact)).toBeLessThanOrEqual(0.01 * exact)
})
