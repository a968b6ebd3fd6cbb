import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../support/e2e/product.ts'
import { type Answer, runTerminal } from '../support/e2e/terminal.ts'
import { createWorkspace, toLines, type Workspace } from '../support/e2e/workspace.ts'

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
})
afterEach(() => workspace.remove())

const run = (...words: readonly string[]): Promise<Answer> => runTerminal(product.cli, words, { cwd: workspace.folder })
const summarize = async (...files: readonly string[]) => {
  expect((await run('summarize', ...files, '--output', 'out.json')).exitCode).toBe(0)
  return JSON.parse(await readFile(join(workspace.folder, 'out.json'), 'utf8'))
}

describe('what makes two lines one call', () => {
  it('without an id and a fine time nothing does: a thousand equal calls fail the gate, with lines and dollars', async () => {
    await workspace.spend(...Array.from({ length: 1000 }, () => ({ timestamp: '2026-11-03T10:00:00Z' })))
    const answer = await run('gate', '--baseline', 'baseline.json')
    expect(answer.exitCode).toBe(1)
    expect(answer.stdout).toMatch(/999 records repeat another line byte for byte.*\$499\.50/s)
    expect(answer.stdout).toContain('.runs/costs/costs.jsonl:2')
  })

  it('an id does: the last snapshot of a stream counts, across files', async () => {
    const reply = {
      request_id: 'req_123',
      message_id: 'msg_ABC',
      cost_usd: null,
      model: 'claude-opus-4-6',
      input_tokens: 27427,
      cache_write_tokens: 11862,
      cached_input_tokens: 15555,
    }
    await workspace.write('a.jsonl', toLines([9, 9].map((output_tokens) => ({ ...reply, output_tokens }))))
    await workspace.write('b.jsonl', toLines([9, 9, 159].map((output_tokens) => ({ ...reply, output_tokens }))))
    const { total_cost_usd, calls, quality } = await summarize('a.jsonl', 'b.jsonl')
    expect([total_cost_usd, calls, quality.duplicate_records]).toEqual([0.08594, 1, 4])
  })

  it('an id that says there is none does not', async () => {
    await workspace.spend(
      ...Array.from({ length: 60 }, (_, second) => ({
        timestamp: `2026-11-03T10:00:${10 + (second % 50)}.${second + 100}Z`,
        request_id: 'None',
      })),
    )
    expect(await summarize('.runs/costs/costs.jsonl')).toMatchObject({ total_cost_usd: 30, calls: 60, quality: { duplicate_records: 0 } })
  })

  it('the same second in two legs does not', async () => {
    for (const leg of [1, 2]) await workspace.write(`leg-${leg}/l.jsonl`, toLines([{ timestamp: '2026-11-03T10:00:00Z' }]))
    const { total_cost_usd, calls, quality } = await summarize('leg-1/l.jsonl', 'leg-2/l.jsonl')
    expect([total_cost_usd, calls, quality.repeats.examples]).toEqual([1, 2, ['leg-2/l.jsonl:1']])
  })

  it('a fine time does', async () => {
    await workspace.spend(...Array.from({ length: 3 }, () => ({ timestamp: '2026-11-03T10:00:00.123456Z' })))
    expect(await summarize('.runs/costs/costs.jsonl')).toMatchObject({ total_cost_usd: 0.5, quality: { duplicate_records: 2 } })
  })
})
