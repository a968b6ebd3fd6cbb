import { describe, expect, it } from 'vitest'
import { historyOf, withHistory } from '../../src/baseline/history.ts'
import type { CostSummary } from '../../src/generated/types.ts'
import { buildPoints } from '../support/baseline/points.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

/** The cost summary of one call, as of a commit. */
async function summarizeCall(commit: string, history?: CostSummary['history']): Promise<CostSummary> {
  return { ...(await summarizeFiles({ [LEDGER]: jsonl(row()) })), commit, ...(history && { history }) }
}

describe('the history of a record', () => {
  it('begins with its own point', async () => {
    const { history } = withHistory(await summarizeCall('c1'), null)
    const stats = { calls: 1, total_tokens: 110, cost_usd: 0.5 }
    expect(history).toEqual([
      {
        commit: 'c1',
        created_at: '1970-01-01T00:00:00.000Z',
        total_cost_usd: 0.5,
        calls: 1,
        total_tokens: 110,
        input_tokens: 100,
        runs: 1,
        max_run_usd: 0.5,
        models: { 'gpt-4o': { ...stats, input_tokens: 100 } },
        agents: { planner: { ...stats, runs: 1 } },
      },
    ])
  })

  it('takes in a record before it that has none', async () => {
    expect(commitsOf(withHistory(await summarizeCall('c2'), await summarizeCall('c1')))).toEqual(['c1', 'c2'])
  })

  it('grows by one point, its own at the end', async () => {
    const second = withHistory(await summarizeCall('c2'), withHistory(await summarizeCall('c1'), null))
    expect(commitsOf(withHistory(await summarizeCall('c3'), second))).toEqual(['c1', 'c2', 'c3'])
  })

  it.each([
    [48, 49, 'commit-0'],
    [49, 50, 'commit-0'],
    [50, 50, 'commit-1'],
    [200, 50, 'commit-151'],
  ])('of %d records before it keeps %d', async (before, kept, oldest) => {
    const record = withHistory(
      await summarizeCall('own'),
      await summarizeCall('before', buildPoints(Array.from({ length: before }, () => 1))),
    )
    const commits = commitsOf(record)
    expect([commits.length, commits[0], commits.at(-1)]).toEqual([kept, oldest, 'own'])
    expect(findFaults('cost-summary', record)).toEqual([])
  })

  it('changes nothing that it is given', async () => {
    const before = await summarizeCall('before', buildPoints([1]))
    const own = await summarizeCall('own')
    const copies = structuredClone([before, own])
    withHistory(own, before)
    expect([before, own]).toEqual(copies)
  })

  it('remembers the 100 dearest names of a kind', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => row({ model: `m${index}`, agent: `a${index}`, cost_usd: (index + 1) / 100 }))
    const [point] = historyOf(await summarizeFiles({ [LEDGER]: jsonl(...rows) }))
    for (const [letter, names] of Object.entries({ m: point?.models, a: point?.agents })) {
      expect(Object.keys(names ?? {})).toEqual(Array.from({ length: 100 }, (_, index) => `${letter}${149 - index}`))
    }
  })

  it('keeps names that are properties of every object', async () => {
    const names = ['__proto__', 'constructor', 'toString']
    const rows = names.map((name) => jsonl(row({ model: name, agent: name })))
    const record = withHistory(await summarizeFiles({ [LEDGER]: rows.join('') }), null)
    const stats = { calls: 1, total_tokens: 110, cost_usd: 0.5 }
    const [point] = record.history ?? []
    expect(Object.entries(point?.models ?? {})).toEqual(names.map((name) => [name, { ...stats, input_tokens: 100 }]))
    expect(Object.entries(point?.agents ?? {})).toEqual(names.map((name) => [name, { ...stats, runs: 1 }]))
    expect(findFaults('cost-summary', record)).toEqual([])
  })
})

function commitsOf({ history }: CostSummary): unknown[] {
  return (history ?? []).map(({ commit }) => commit)
}
