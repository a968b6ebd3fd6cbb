import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sort } from '../../../src/analyse/query/sorts.ts'
import { Top } from '../../../src/analyse/query/top.ts'
import { renderQueryCsv, renderQueryLines, renderQueryTable } from '../../../src/render/query.ts'
import { findRecords, query } from '../../../src/terminal/commands/query.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'
import { ALL } from '../../../src/usage/filter.ts'
import type { CostRecord } from '../../../src/usage/record.ts'
import { readRows } from '../../support/commands/oracle.ts'
import { jsonl, LEDGER, row, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { EXAMPLES, example } from '../../support/report/reports.ts'

const find = (folder: string, ...words: string[]) => findRecords(parseFlags(query, words, folder))
const table = async (folder: string, ...words: string[]) => {
  const { result, sort } = await find(folder, ...words)
  return renderQueryTable(result, sort, (_style, text) => text)
}
const lines = async (folder: string, ...words: string[]) => renderQueryLines((await find(folder, ...words)).result)

describe('query on the examples', () => {
  it.each(EXAMPLES)('%s reads as reviewed', async (name) => {
    await expect(await table(example(name), '--limit', '8')).toMatchFileSnapshot(`golden/${name}.txt`)
    await expect(await lines(example(name), '--run-id', 'sag-563e9b')).toMatchFileSnapshot(`golden/${name}-run.jsonl`)
    await expect(renderQueryCsv((await find(example(name), '--sort', 'tokens', '--limit', '5')).result)).toMatchFileSnapshot(
      `golden/${name}.csv`,
    )
  })

  it.each(EXAMPLES)('%s gives the dearest lines of the ledger, and their numbers', async (name) => {
    const rows = readRows(example(name)).map((line, index) => ({ cost: line.cost_usd, line: index + 1 }))
    const dearest = rows.sort((a, b) => b.cost - a.cost || a.line - b.line).slice(0, 20)
    const { result } = await find(example(name))
    expect(result.records.map(({ costUsd, line }) => ({ cost: costUsd, line }))).toEqual(dearest)
    expect(result.matches).toBe(rows.length)
    expect(new Set(result.records.map(({ file }) => file))).toEqual(new Set([LEDGER]))
  })

  it.each(EXAMPLES)('%s gives lines that are a ledger themselves', async (name) => {
    const all = workspace({ [LEDGER]: await lines(example(name), '--limit', '1000') })
    const [before, after] = [await summarizeFolder(example(name)), await summarizeFolder(all)]
    const { sources: _, quality: __, ...figures } = before
    expect(after).toMatchObject(figures)
  })
})

describe('query', () => {
  const at = (second: number, overrides: object) => row({ timestamp: `2026-11-02T09:00:0${second}Z`, ...overrides })
  const rows = [
    at(1, { cost_usd: 1, input_tokens: 900, run_id: 'a' }),
    at(2, { cost_usd: null, model: 'house-model', input_tokens: 5 }),
    at(3, { cost_usd: 3, input_tokens: 100, run_id: 'b', agent: null, metadata: {} }),
    at(4, { cost_usd: 2, input_tokens: 500, step: 'draft' }),
  ]
  const folder = () => workspace({ [LEDGER]: `\n${jsonl(...rows)}` })
  const found = async (...words: string[]) => (await find(folder(), ...words)).result.records.map(({ line }) => line)

  it.each([
    ['', [4, 5, 2, 3]],
    ['--sort cost', [4, 5, 2, 3]],
    ['--sort time', [5, 4, 3, 2]],
    ['--sort tokens', [2, 5, 4, 3]],
    ['--limit 2', [4, 5]],
    ['--run-id a', [2]],
    ['--run-id ?', [4, 2]],
    ['--step draft', [5]],
    ['--model house-*', [3]],
    ['--customer acme --limit 1', [5]],
    ['--since 2026-11-02T09:00:03Z', [4, 5]],
    ['--until 2026-11-02T09:00:03Z', [2, 3]],
  ])('"%s" finds lines %j', async (words, expected) => {
    expect(await found(...words.split(' ').filter(Boolean))).toEqual(expected)
  })

  it('finds the calls of a case, and shows the cases where there are any', async () => {
    const cases = jsonl(row({ metadata: { case_id: 'refund|gift' } }), row({ cost_usd: 2, metadata: {} }))
    const eval_ = workspace({ [LEDGER]: cases })
    expect((await find(eval_, '--case', 'refund*')).result.records.map(({ line }) => line)).toEqual([1])
    expect((await find(eval_, '--case', '')).result.records.map(({ line }) => line)).toEqual([2])
    const [title = '', dearest = '', other = ''] = (await table(eval_)).split('\n').slice(2)
    expect(title).toMatch(/ Customer {2}Case {9}Run /)
    expect(dearest).toMatch(/ – {9}– {12}run-1 /)
    expect(other).toMatch(/ – {9}refund\|gift {2}run-1 /)
    expect(await table(folder())).not.toContain('Case')
    expect(await lines(eval_, '--case', 'refund*')).toContain('"metadata":{"case_id":"refund|gift"}')
    const again = workspace({ [LEDGER]: await lines(eval_) })
    expect((await summarizeFolder(again)).case_stats).toEqual((await summarizeFolder(eval_)).case_stats)
  })

  it('says which costs are unknown, and which come from the price list', async () => {
    const priced = workspace({ [LEDGER]: jsonl(...rows, at(5, { cost_usd: 0, input_tokens: 1e6, output_tokens: 0 })) })
    const sources = (await lines(priced))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(sources.map(({ cost_usd, cost_source }) => [cost_usd, cost_source])).toEqual([
      [3, 'recorded'],
      [2.5, 'catalog'],
      [2, 'recorded'],
      [1, 'recorded'],
      [null, 'unknown'],
    ])
    expect(await table(priced)).toContain('1 call without a known price is in no amount.')
  })

  it('finds what a run says of itself, where nothing else covers it', async () => {
    const summary = { run_id: 'alone', slug: 'planner', cost_usd: 4, token_count: 9 }
    const { result } = await find(workspace({ [LEDGER]: jsonl(...rows), '.runs/agents/alone/summary.json': summary }), '--limit', '1')
    expect(result.records).toMatchObject([{ costUsd: 4, file: '.runs/agents/alone/summary.json', line: null }])
  })

  it('says that nothing matches', async () => {
    expect(await table(folder(), '--agent', 'nobody')).toBe('No records match.\n')
    expect(await lines(folder(), '--agent', 'nobody')).toBe('')
  })

  it.each([
    [['--limit', '0'], '--limit must be a whole number from 1 to 100000, got "0". Example: --limit 20'],
    [['--limit', '1e3'], '--limit must be a whole number from 1 to 100000, got "1e3"'],
    [['--sort', 'price'], '--sort must be one of cost, time, tokens, got "price". Example: --sort cost'],
  ])('refuses %j in one line', async (words, message) => {
    await expect(find(folder(), ...words)).rejects.toThrow(message)
  })

  it.each(HOSTILE.filter(([, name]) => name !== '' && name.length < 512))('shows a name that %s on one line', async (_, name) => {
    const hostile = workspace({
      [LEDGER]: jsonl(row({ model: name, agent: name, step: name, run_id: name, metadata: { customer_id: name } })),
    })
    expect((await table(hostile)).split('\n')).toHaveLength(5)
    expect(await table(hostile)).not.toMatch(/[^\P{C}\n]/u)
    const { result } = await find(hostile)
    expect(renderQueryCsv(result).split('\r\n')).toHaveLength(3)
    expect(renderQueryLines(result)).not.toContain('##[')
    expect(JSON.parse(renderQueryLines(result)).agent).toBe(name)
  })
})

describe('Top', () => {
  const record = (timeMs: number | null, inputTokens: number): CostRecord => ({
    ...{ timeMs, inputTokens, model: 'm', provider: null, calls: 1, errors: 0, outputTokens: 0, cachedTokens: 0, cacheWriteTokens: 0 },
    ...{ reasoningTokens: 0, costUsd: null, runId: null, step: null, agent: null, customer: null, batch: false },
  })

  it('keeps the same records as sorting all of them', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 9 }))
    const records = fc.array(fc.record({ cost: figure, time: figure, tokens: fc.integer({ min: 0, max: 9 }) }), { maxLength: 60 })
    fc.assert(
      fc.property(records, fc.constantFrom<Sort>('cost', 'time', 'tokens'), fc.integer({ min: 1, max: 12 }), (all, sort, limit) => {
        const top = new Top({ filter: ALL, search: null, sort, limit, timezone: 'UTC' })
        for (const [index, { cost, time, tokens }] of all.entries()) top.add(record(time, tokens), cost, 'f', index)
        const weight = (one: (typeof all)[number]) => one[sort] ?? -1
        const sorted = all.map((one, line) => ({ one, line })).sort((a, b) => weight(b.one) - weight(a.one) || a.line - b.line)
        expect(top.finish().records.map(({ line }) => line)).toEqual(sorted.slice(0, limit).map(({ line }) => line))
      }),
    )
  })
})
