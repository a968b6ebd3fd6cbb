import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import { type Files, jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'

const spent = (count: number) => Array.from({ length: count }, (_, index) => row({ run_id: `spent-${index}`, cost_usd: 10 }))
const ended = (...runIds: string[]): Files =>
  Object.fromEntries(runIds.map((runId) => [`.runs/agents/${runId}/summary.json`, { run_id: runId, status: 'succeeded' }]))
const merge = (...legs: CostSummary[]) =>
  summarizeFiles(Object.fromEntries(legs.map((leg, index) => [`${index}.json`, { ...leg, created_at: `${index}` }])), {
    'usage-path': ['*.json'],
  })

describe('the cost of a successful task', () => {
  it.each([1, 2, 7])('is not known while runs that spent do not say how they ended, whatever %d others say', async (others) => {
    const names = Array.from({ length: others }, (_, index) => `free-${index}`)
    const summary = await summarizeFiles({ [LEDGER]: jsonl(...spent(2)), ...ended(...names) })
    expect(summary).toMatchObject({ runs: 2 + others, successful_tasks: others, cost_per_successful_task: null })
  })

  it('is known once they do, be it that others spent nothing', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(...spent(2)), ...ended('spent-0', 'spent-1', 'free-0', 'free-1') })
    expect(summary).toMatchObject({ runs: 4, successful_tasks: 4, cost_per_successful_task: 5 })
  })

  it('is not known where the runs that ended spent before since', async () => {
    const early = row({ run_id: 'early', timestamp: '2026-11-01T09:00:00Z' })
    const files = { [LEDGER]: jsonl(early, ...spent(1)), ...ended('early') }
    const summary = await summarizeFiles(files, { since: Date.parse('2026-11-02T00:00:00Z') })
    expect(summary).toMatchObject({ runs: 2, successful_tasks: 1, cost_per_successful_task: null })
  })

  it.each([2, 1200])('is the same in a merge of legs with %d runs that spent', async (count) => {
    const parts: Files[] = [{ [LEDGER]: jsonl(...spent(count)) }, ended('free-0'), ended('free-1', 'free-2')]
    const atOnce = await summarizeFiles(Object.assign({}, ...parts))
    const [a, b, c] = await Promise.all(parts.map((part) => summarizeFiles(part)))
    if (!a || !b || !c) throw new Error('there are three legs')
    expect(atOnce).toMatchObject({ runs: count + 3, cost_per_successful_task: null })
    for (const merged of [await merge(a, b, c), await merge(await merge(c, b), a)])
      expect(JSON.stringify({ ...merged, sources: [] })).toBe(JSON.stringify({ ...atOnce, sources: [] }))
  })
})
