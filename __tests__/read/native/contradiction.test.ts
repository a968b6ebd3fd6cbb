import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/read/native/document.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'

const bare = (total: number) => JSON.stringify({ total_cost_usd: total, model_stats: { a: { cost_usd: 1 }, b: { cost_usd: 2 } } })

describe('a total that its own models contradict', () => {
  it('is refused in a cost summary, whether it is too small or too large', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row()) })
    for (const total of [0.001, 50]) {
      expect(readDocument(JSON.stringify({ ...summary, total_cost_usd: total }))).toEqual({
        fault: `must be as much as the models together, 0.5, got ${total}`,
        path: '$.total_cost_usd',
      })
    }
    expect(readDocument(JSON.stringify(summary))).toMatchObject({ format: 'cost-summary' })
  })

  it('is refused in a bare summary only where the models cost more: it may leave some out', () => {
    expect(readDocument(bare(1))).toEqual({ fault: 'must be at least as much as the models together, 3, got 1', path: '$.total_cost_usd' })
    expect(readDocument(bare(3))).toMatchObject({ format: 'bare-summary' })
    expect(readDocument(bare(4))).toMatchObject({ format: 'bare-summary' })
  })
})
