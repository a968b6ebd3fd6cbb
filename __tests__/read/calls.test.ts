import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUsage } from '../../src/read/usage.ts'
import { execute, TABLE, writeDatabase } from '../support/read/sqlite.ts'
import { DATABASE, jsonl, LEDGER, problemsOf, row, summarizeFiles, summarizeFolder, workspace } from '../support/read/workspace.ts'

const CALLS = '.runs/run-1/mcp_calls.jsonl'
const ANY = { 'usage-path': ['**/*.jsonl'] }

/** A line of a call that streams: `output` grows with the second. */
function snapshot(second: number, output: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const timestamp = `2026-11-02T09:00:${String(second).padStart(2, '0')}Z`
  return row({ timestamp, output_tokens: output, cost_usd: output / 100, request_id: 'req_1', ...more })
}

async function counted(...rows: readonly object[]): Promise<readonly number[]> {
  const { total_cost_usd, calls, quality } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
  return [total_cost_usd, calls, quality.duplicate_records]
}

describe('lines with the same id', () => {
  it('are one call, of which the last snapshot counts', async () => {
    expect(await counted(snapshot(0, 9), snapshot(1, 9), snapshot(2, 159))).toEqual([1.59, 1, 2])
  })

  it.each([
    ['id', {}],
    ['message_id', {}],
    ['response_id', {}],
    ['request_id', { metadata: { request_id: 'x', customer_id: 'acme' } }],
    ['id', { metadata: { id: 'x' } }],
  ])('are one call by %s, in the row or in %j', async (key, metadata) => {
    const named = { request_id: undefined, ...('metadata' in metadata ? metadata : { [key]: 'x' }) }
    expect(await counted(snapshot(0, 10, named), snapshot(1, 20, named))).toEqual([0.2, 1, 1])
  })

  it('are the same wherever the id stands', async () => {
    const inMetadata = snapshot(1, 20, { request_id: undefined, metadata: { request_id: 'req_1' } })
    expect(await counted(snapshot(0, 10), inMetadata)).toEqual([0.2, 1, 1])
  })

  it.each([
    ['prompt', { input_tokens: 101 }],
    ['split of the prompt', { cached_input_tokens: 50 }],
    ['run', { run_id: 'run-2' }],
    ['model', { model: 'gpt-4o-mini' }],
    ['number of calls', { calls: 2 }],
    ['second id', { message_id: 'msg_2' }],
    ['outcome, a failed attempt', { status: 'error' }],
  ])('but another %s are two calls', async (_, more) => {
    expect((await counted(snapshot(0, 10), snapshot(1, 20, more)))[0]).toBe(0.3)
  })

  it.each([
    'None',
    'null',
    'undefined',
    'unknown',
    'N/A',
    '-',
    ' ',
    '0',
    '00000000-0000-0000-0000-000000000000',
  ])('are calls of their own where it says that there is none: %j', async (nothing) => {
    expect(await counted(...[0, 1, 2, 3].map((second) => snapshot(second, 10, { request_id: nothing })))).toEqual([0.4, 4, 0])
    const inMetadata = { request_id: undefined, metadata: { request_id: nothing } }
    expect(await counted(snapshot(0, 10), ...[1, 2, 3].map((second) => snapshot(second, 10, inMetadata)))).toEqual([0.4, 4, 0])
  })

  it('are one call while it goes on', async () => {
    expect(await counted(snapshot(0, 10, { status: 'in_progress' }), snapshot(1, 20, { status: 'completed' }))).toEqual([0.2, 1, 1])
  })

  it('count by the last one, even where it is smaller', async () => {
    expect(await counted(snapshot(0, 30), snapshot(5, 20))).toEqual([0.2, 1, 1])
  })

  it('count by the largest one of the same time', async () => {
    expect(await counted(snapshot(0, 30), snapshot(0, 20))).toEqual([0.3, 1, 1])
  })

  it('count once across files, whatever the order', async () => {
    const lines = fc.uniqueArray(
      fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 9 }), fc.constantFrom('a', 'b'), fc.constantFrom('req_1', 'req_2')),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    const dealt = fc
      .tuple(lines, fc.array(fc.nat({ max: 2 }), { minLength: 12, maxLength: 12 }))
      .chain(([all, places]) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.constant(places)))
    await fc.assert(
      fc.asyncProperty(dealt, async ([all, shuffled, places]) => {
        const total = async (order: typeof all, files: readonly number[]) => {
          const rows = order.map(([second, output, step, id]) => snapshot(second, output + 1, { step, request_id: id }))
          const parts = [0, 1, 2].map((file) => jsonl(...rows.filter((_, index) => files[index] === file)))
          const { sources: _, ...summary } = await summarizeFiles(
            { 'a.jsonl': parts[0] ?? '', 'b.jsonl': parts[1] ?? '', 'c.jsonl': parts[2] ?? '' },
            ANY,
          )
          return summary
        }
        const once = await total(all, Array(12).fill(0))
        expect(await total(shuffled, places)).toEqual(once)
        expect(once.calls).toBe(new Set(all.map(([, , , id]) => id)).size)
      }),
      { numRuns: 25 },
    )
  })

  it('are no call of a number, which counts the rows of a table', async () => {
    expect((await counted(snapshot(0, 10, { request_id: 1 }), snapshot(1, 20, { request_id: 1 })))[0]).toBe(0.3)
  })

  it('are told where they are invalid once, not once a reading', async () => {
    expect(await problemsOf(workspace({ [LEDGER]: jsonl(snapshot(0, 10), snapshot(1, -1)) }))).toHaveLength(2)
  })

  it('are one call in a call log, for spend and for the flow', async () => {
    const call = (ts: string, output: number, id: unknown) => ({
      ts,
      tool: 'complete',
      model: 'gpt-4o',
      id,
      usage: { input_tokens: 100, output_tokens: output, cost_usd: output },
    })
    const log = [
      call('2026-11-02T09:00:00Z', 1, 'a'),
      call('2026-11-02T09:00:01Z', 3, 'a'),
      call('2026-11-02T09:00:01Z', 5, 7),
      call('2026-11-02T09:00:02Z', 7, 7),
    ]
    const { total_cost_usd, calls, mcp, quality } = await summarizeFiles({ [CALLS]: jsonl(...log) })
    expect([total_cost_usd, calls, mcp?.calls, quality.duplicate_records]).toEqual([15, 3, 3, 1])
  })

  it('of different tools are different calls of a log', async () => {
    const call = (tool: string) => ({ ts: '2026-11-02T09:00:00.5Z', server: 's', tool, id: '1', status: 'ok' })
    expect((await summarizeFiles({ [CALLS]: jsonl(call('a'), call('b'), call('a')) })).mcp?.calls).toBe(2)
  })

  it('are one call in a costs.db, whose own row numbers are no ids', async () => {
    const cwd = workspace({ '.runs/note.txt': '' })
    const inMetadata = (second: number, output: number) => snapshot(second, output, { metadata: { request_id: 'req_1' } })
    writeDatabase(join(cwd, DATABASE), inMetadata(0, 10), inMetadata(1, 20), row({ step: 'other' }))
    const { total_cost_usd, calls, quality } = await summarizeFolder(cwd)
    expect([total_cost_usd, calls, quality.duplicate_records]).toEqual([0.7, 2, 1])
  })

  it('are one call by a column of a costs.db', async () => {
    const cwd = workspace({ '.runs/note.txt': '' })
    const values = (second: number, output: number) =>
      `INSERT INTO cost_records (timestamp, model, input_tokens, output_tokens, cost_usd, request_id) VALUES ('2026-11-02T09:00:0${second}Z', 'gpt-4o', 1, ${output}, ${output}, 'req_1')`
    execute(join(cwd, DATABASE), TABLE.replace('id INTEGER PRIMARY KEY AUTOINCREMENT', 'request_id TEXT'), values(0, 1), values(1, 2))
    expect((await summarizeFolder(cwd)).total_cost_usd).toBe(2)
  })
})

describe('byte-identical lines without an id', () => {
  it.each([
    '2026-11-02T09:00:00Z',
    '2026-11-02T09:00Z',
    '2026-11-02T09:00:00.000Z',
    '2026-11-02 09:00:00+02:00',
  ])('of %s count as they stand, and are told with lines and dollars', async (timestamp) => {
    const rows = Array.from({ length: 1000 }, () => row({ timestamp }))
    const { total_cost_usd, calls, quality } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
    expect([total_cost_usd, calls, quality.duplicate_records]).toEqual([500, 1000, 0])
    expect(quality.repeats).toMatchObject({ records: 999, cost_usd: 499.5, unpriced_calls: 0 })
    expect(quality.repeats?.examples.slice(0, 2)).toEqual([`${LEDGER}:2`, `${LEDGER}:3`])
  })

  it.each([
    '2026-11-02T09:00:00.5Z',
    '2026-11-02T09:00:00.000001+00:00',
    '2026-11-02T09:00:00.000000001',
  ])('of %s are one call', async (timestamp) => {
    const { total_cost_usd, quality } = await summarizeFiles({ [LEDGER]: jsonl(row({ timestamp }), row({ timestamp })) })
    expect([total_cost_usd, quality.duplicate_records, quality.repeats]).toEqual([0.5, 1, undefined])
  })

  it('of two files count as they stand', async () => {
    const { calls, quality } = await summarizeFiles({ 'leg-1/l.jsonl': jsonl(row()), 'leg-2/l.jsonl': jsonl(row()) }, ANY)
    expect([calls, quality.repeats?.examples]).toEqual([2, ['leg-2/l.jsonl:1']])
  })

  it('that are priced by us are told with their price, and those without one as such', async () => {
    const unknown = { cost_usd: null, model: 'house-model' }
    const { quality } = await summarizeFiles({
      [LEDGER]: jsonl(row({ cost_usd: null }), row({ cost_usd: null }), row(unknown), row(unknown)),
    })
    expect(quality.repeats).toMatchObject({ records: 2, cost_usd: 0.00035, unpriced_calls: 1 })
  })

  it('merge as if all had been read at once', async () => {
    const legs = await Promise.all([1, 2].map(async () => summarizeFiles({ [LEDGER]: jsonl(row(), row(), row()) })))
    const cwd = workspace({ 'a.json': legs[0] ?? '', 'b.json': { ...legs[1], commit: 'other' } })
    const { quality } = await summarizeFolder(cwd, { 'usage-path': ['*.json'] })
    expect(quality.repeats).toMatchObject({ records: 4, cost_usd: 2 })
  })

  it('follow the same rule in a call log and in a costs.db', async () => {
    const call = (ts: string | number) => ({
      ts,
      tool: 'complete',
      model: 'gpt-4o',
      usage: { input_tokens: 1, output_tokens: 1, cost_usd: 1 },
    })
    const of = async (ts: string | number) => (await summarizeFiles({ [CALLS]: jsonl(call(ts), call(ts)) })).total_cost_usd
    expect([await of('2026-11-02T09:00:00Z'), await of('2026-11-02T09:00:00.25Z'), await of(1793610000), await of(1793610000.25)]).toEqual([
      2, 1, 2, 1,
    ])
    const [coarse, fine] = [workspace({ '.runs/note.txt': '' }), workspace({ '.runs/note.txt': '' })]
    writeDatabase(join(coarse, DATABASE), row(), row())
    writeDatabase(join(fine, DATABASE), row({ timestamp: '2026-11-02T09:00:00.25Z' }), row({ timestamp: '2026-11-02T09:00:00.25Z' }))
    expect((await summarizeFolder(coarse)).quality.repeats).toMatchObject({ records: 1, examples: [DATABASE] })
    expect((await summarizeFolder(fine)).calls).toBe(1)
  })
})

describe('a ledger with ids that changes between its two readings', () => {
  /** Numbers of records of each piece, where the file is changed after the first. */
  async function readWhile(change: (path: string) => void): Promise<readonly number[]> {
    const cwd = workspace({ [LEDGER]: jsonl(snapshot(0, 10), snapshot(1, 20)) })
    const found: number[] = []
    for await (const piece of readUsage({ cwd, usagePath: [LEDGER], onInvalid: 'fail', onProgress: () => {} })) {
      if (piece.type === 'records' && found.push(piece.records.length) === 1) change(join(cwd, LEDGER))
    }
    return found
  }

  it('is read as far as it went the first time', async () => {
    expect(await readWhile((path) => appendFileSync(path, jsonl(snapshot(2, 30))))).toEqual([0, 1])
  })

  it('is an error where its lines are gone: a partial read is no result', async () => {
    await expect(readWhile((path) => writeFileSync(path, ''))).rejects.toThrow('usage files changed while they were read')
  })
})
