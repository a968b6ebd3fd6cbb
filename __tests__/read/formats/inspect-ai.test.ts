import { describe, expect, it } from 'vitest'
import { makeZip, type ZipEntry } from '../../support/archive/zip.ts'
import { type Read, readFiles, totalsOf } from '../../support/read/files.ts'
import { entriesOf, type Log, makeLog } from '../../support/read/inspect.ts'

const text = JSON.stringify(makeLog(), null, 2)

function without(entries: readonly ZipEntry[], ...names: string[]): Buffer {
  return makeZip(entries.filter(({ name }) => !names.some((one) => String(name).startsWith(one))))
}

function readLog(log: Log): Promise<Read> {
  return readFiles({ 'log.json': JSON.stringify(log, null, 2) })
}

const TOTAL = totalsOf((await readLog(makeLog())).records)

describe('attribution', () => {
  it('of samples, and of what only the total has', async () => {
    const { records, formats, ends, faults } = await readFiles({ 'logs/log.json': text })
    expect([faults, formats]).toEqual([[], ['inspect-ai']])
    expect(
      records.map(({ provider, model, runId, testCase, inputTokens, costUsd }) => [provider, model, runId, testCase, inputTokens, costUsd]),
    ).toEqual([
      ['anthropic', 'claude-sonnet-4-5', 'evalAbc123:france:1', 'france', 1520, 0.00336],
      ['openai', 'gpt-5-mini', 'evalAbc123:france:1', 'france', 300, 0.000175],
      ['anthropic', 'claude-sonnet-4-5', 'evalAbc123:2:1', '2', 1500, 0.00162],
      ['openai', 'gpt-5-mini', 'evalAbc123:2:1', '2', 280, 0.000158],
      ['anthropic', 'claude-sonnet-4-5', 'evalAbc123:chile:1', 'chile', 90, 0.00042],
      ['anthropic', 'claude-sonnet-4-5', 'evalAbc123', undefined, 1110, expect.closeTo(0.00093, 9)],
    ])
    expect(new Set(records.map(({ step, agent }) => `${step} ${agent}`))).toEqual(new Set(['capitals react']))
    expect(Object.fromEntries(ends)).toEqual({
      'evalAbc123:france:1': 'success',
      'evalAbc123:2:1': 'failure',
      'evalAbc123:chile:1': 'failure',
    })
  })

  it.each([
    ['openai/m', 'openai', 'm'],
    ['hf/vendor/m', 'hf', 'vendor/m'],
    ['openai/azure/m', 'azure', 'm'],
    ['anthropic/bedrock/vendor.m', 'bedrock', 'vendor.m'],
    ['openai-api/seller/m', 'seller', 'm'],
    ['m', null, 'm'],
  ])('%s', async (id, provider, model) => {
    const stats = { model_usage: { [id]: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } } }
    const { records } = await readLog(makeLog((log) => Object.assign(log, { stats, samples: [] })))
    expect(records[0]).toMatchObject({ provider, model })
  })

  it.each([
    ['C', 'success'],
    [1, 'success'],
    [true, 'success'],
    ['I', 'failure'],
    ['N', 'failure'],
    [0, 'failure'],
    ['P', undefined],
    [0.7, undefined],
    [{ a: 1 }, undefined],
  ])('a score of %j', async (value, outcome) => {
    const { ends } = await readLog(
      makeLog((log) => Object.assign(log.samples[0] ?? {}, { scores: { main: { value }, other: { value: 'C' } } })),
    )
    expect(ends.get('evalAbc123:france:1')).toBe(outcome)
  })
})

describe('tokens', () => {
  const usage = (...[input_tokens, output_tokens, input_tokens_cache_read, reasoning_tokens, total_tokens]: number[]) => ({
    ...{ input_tokens, output_tokens, input_tokens_cache_read, reasoning_tokens, total_tokens },
  })

  it.each([
    ['without the cache', usage(100, 20, 50, 0, 170), [150, 20]],
    ['with the cache, in old versions', usage(150, 20, 50, 0, 170), [150, 20]],
    ['without reasoning, of some sellers', usage(100, 20, 50, 7, 177), [150, 27]],
    ['with reasoning', usage(100, 20, 0, 7, 120), [100, 20]],
    ['without a total', { input_tokens: 100, output_tokens: 20, input_tokens_cache_read: 50 }, [150, 20]],
    ['of 2024', { input_tokens: 66, output_tokens: 2, total_tokens: 68 }, [66, 2]],
  ])('%s', async (_, one, [inputTokens, outputTokens]) => {
    const { records } = await readLog(makeLog((log) => Object.assign(log, { stats: { model_usage: { 'x/m': one } }, samples: [] })))
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ inputTokens, outputTokens, costUsd: null })
  })
})

describe('the total is that of the log', () => {
  it('without samples', async () => {
    const { records } = await readLog(makeLog((log) => Object.assign(log, { samples: [] })))
    expect(totalsOf(records)).toEqual({ ...TOTAL, records: 2 })
  })

  it('where samples say nothing of usage, as in 2024', async () => {
    const old = makeLog()
    for (const sample of old.samples) Reflect.deleteProperty(sample, 'model_usage')
    const { records, ends } = await readLog(old)
    expect([totalsOf(records), ends.size]).toEqual([{ ...TOTAL, records: 2 }, 0])
  })

  it('where samples have no cost', async () => {
    const log = makeLog()
    for (const { model_usage } of log.samples)
      for (const usage of Object.values(model_usage as Record<string, object>)) Reflect.deleteProperty(usage, 'total_cost')
    const { records } = await readLog(log)
    expect(totalsOf(records)).toEqual({ ...TOTAL, costUsd: null, unknown: 6 })
  })

  it('a retry does not pay again for samples of before', async () => {
    const stats = { started_at: '2026-11-30T09:00:02+00:00', model_usage: {} }
    const late = (log: Log) => Object.assign(log.samples[0] ?? {}, { completed_at: '2026-11-30T09:00:01+00:00' })
    const { records, ends } = await readLog(makeLog((log) => Object.assign(log, { stats: { ...stats }, _: late(log) })))
    expect(records.map(({ testCase }) => testCase)).toEqual(['2', '2', 'chile'])
    expect(ends.size).toBe(2)
  })

  it('nor does it count again what an older log has, too', async () => {
    const retry = makeLog((log) => Object.assign(log.eval, { eval_id: 'other' }))
    const { records } = await readFiles({ 'a.json': text, 'b.json': JSON.stringify(retry) })
    expect(records.filter(({ testCase }) => testCase !== undefined)).toHaveLength(5)
  })
})

describe('archives', () => {
  it.each<[string, Buffer]>([
    ['deflated', makeZip(entriesOf(makeLog()))],
    ['stored', makeZip(entriesOf(makeLog(), 'stored'))],
    ['zstd', makeZip(entriesOf(makeLog(), 'zstd'))],
    ['without summaries', without(entriesOf(makeLog()), 'summaries.json', '_journal/summaries')],
    [
      'with names of samples that are no file names',
      makeZip(entriesOf(makeLog((log) => Object.assign(log.samples[0] ?? {}, { id: '../a:b\\c' })))),
    ],
    ['with what was written again', makeZip([{ name: 'header.json', content: '{}' }, ...entriesOf(makeLog())])],
    ['without samples', without(entriesOf(makeLog()), 'samples/')],
  ])('%s', async (_, bytes) => {
    const { records, faults, formats } = await readFiles({ 'logs/a.eval': bytes })
    expect([faults, formats]).toEqual([[], ['inspect-ai']])
    expect(totalsOf(records)).toEqual(TOTAL)
  })

  it('beside the same log as JSON, and beside a copy of itself', async () => {
    const bytes = makeZip(entriesOf(makeLog()))
    const { records, ends } = await readFiles({ 'a.eval': bytes, 'b/c.eval': bytes, 'a.json': text })
    expect(totalsOf(records)).toEqual(TOTAL)
    expect(ends.size).toBe(3)
  })

  it('of an eval that was killed: what it has, and that there is more', async () => {
    const { records, faults } = await readFiles({ 'a.eval': without(entriesOf(makeLog()), 'summaries.json', 'header.json') })
    expect(faults).toEqual([])
    expect(records.filter(({ isSilent }) => isSilent === undefined)).toHaveLength(5)
    expect(records.filter(({ isSilent }) => isSilent !== undefined)).toMatchObject([
      { model: 'claude-sonnet-4-5', costUsd: null, runId: 'evalAbc123' },
    ])
  })

  it('with a sample that is too large: the total has it', async () => {
    const large = { name: 'samples/x_epoch_1.json', content: '', packed: Buffer.alloc(9), both: { size: 65 << 20 } }
    const entries = [...entriesOf(makeLog()), large]
    const { records, faults } = await readFiles({ 'a.eval': without(entries, 'summaries.json', '_journal/summaries') })
    expect([totalsOf(records), faults]).toEqual([TOTAL, []])
    const killed = await readFiles({ 'a.eval': without(entries, 'summaries.json', '_journal/summaries', 'header.json') })
    expect(killed.faults).toEqual(['a.eval: cannot be unpacked: samples/x_epoch_1.json unpacks to more than 64 MiB'])
  })

  it.each<[string, Buffer, string]>([
    [
      'no log',
      makeZip([{ name: 'a.txt', content: 'x' }]),
      'is a zip archive, but no log of Inspect AI: it has no header.json. Unpack it and name its files in usage-path',
    ],
    [
      'a header that is no JSON',
      makeZip([{ name: 'header.json', content: '{"version":' }]),
      'header.json in the archive is not valid JSON: it is cut off at the end',
    ],
    ['a header that is no object', makeZip([{ name: 'header.json', content: '[]' }]), 'header.json in the archive must be a JSON object'],
    [
      'a bomb',
      makeZip([{ name: 'header.json', content: '{}', both: { size: 2 ** 31 } }]),
      'cannot be unpacked: header.json unpacks to more than 64 MiB',
    ],
    ['a cut', makeZip(entriesOf(makeLog())).subarray(0, -30), 'cannot be unpacked: the archive is cut short: it has no end record'],
  ])('%s is one clear line', async (_, bytes, message) => {
    const { records, faults } = await readFiles({ 'a.eval': bytes })
    expect([records, faults]).toEqual([[], [`a.eval: ${message}`]])
  })
})

describe('broken values', () => {
  it('name the sample, and the other samples count', async () => {
    const usage = { 'x/m': { input_tokens: -1 } }
    const { records, faults } = await readLog(makeLog((log) => Object.assign(log.samples[1] ?? {}, { model_usage: usage })))
    expect(faults).toEqual(['log.json: $.samples[1].model_usage.x/m.input_tokens: must be a whole number from 0 to 1000000000000, got -1'])
    expect(records.map(({ testCase }) => testCase)).toContain('chile')
  })

  it('JSON that only looks like a log', async () => {
    const { faults } = await readFiles({ 'a.json': JSON.stringify({ eval: { task: 't' }, status: 'success', stats: { n: 1 } }) })
    expect(faults[0]).toMatch(/has no usage in a known format/)
  })
})
