import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { readCuts, sample, spellings } from '../../support/read/sample.ts'
import { jsonl } from '../../support/read/workspace.ts'

const RESULT = sample('gemini-cli/v0.61-output.json')
const STREAM = sample('gemini-cli/v0.61-stream.jsonl')

const result = (tokens: object, more: object = {}) => ({
  session_id: 's',
  response: 'Paris',
  stats: { models: { pro: { api: { totalRequests: 3, totalErrors: 0 }, tokens, ...more } }, tools: {}, files: {} },
})
const TOKENS = { input: 60, prompt: 100, candidates: 10, total: 115, cached: 40, thoughts: 5, tool: 0 }
const INIT = { type: 'init', timestamp: '2026-05-01T10:00:00.500Z', session_id: 's', model: 'pro' }
const END = {
  type: 'result',
  timestamp: '2026-05-01T10:00:09.500Z',
  status: 'success',
  stats: {
    total_tokens: 115,
    input_tokens: 100,
    output_tokens: 10,
    cached: 40,
    models: { pro: { total_tokens: 115, input_tokens: 100, output_tokens: 10, cached: 40 } },
  },
}

const totals = async (files: Record<string, string>) => totalsOf((await readFiles(files)).records)

describe('Gemini CLI', () => {
  it('tells the session, the models and the roles', async () => {
    const { records, formats, ends } = await readFiles({ 'gemini.json': RESULT })
    expect(formats).toEqual(['gemini-cli'])
    const run = '9d1eda7e-b30c-4ae5-8698-4dbe52595428'
    expect(records).toMatchObject([
      { runId: run, model: 'gemini-3.5-flash-lite', step: 'utility_router', calls: 1, outputTokens: 111, reasoningTokens: 16 },
      { runId: run, model: 'gemini-3.8-flash', step: 'main', calls: 2, outputTokens: 130, reasoningTokens: 32 },
    ])
    expect(ends).toEqual(new Map([[run, 'success']]))
  })

  it('takes the thoughts of a stream from its total', async () => {
    const { records } = await readFiles({ 'gemini.jsonl': STREAM })
    expect(records).toMatchObject([
      { model: 'gemini-2.5-pro', inputTokens: 3749, outputTokens: 136, reasoningTokens: 32, cachedTokens: 2176 },
    ])
    expect(records[0]?.timeMs).toBe(Date.parse('2026-11-30T08:59:38.182Z'))
  })

  it('adds what a session used each time, and counts copies once', async () => {
    const more = { ...TOKENS, prompt: 200, total: 215 }
    const resumed = { 'a.json': JSON.stringify(result(TOKENS)), 'b.json': JSON.stringify(result(more)) }
    expect(await totals(resumed)).toMatchObject({ records: 2, input: 300, output: 30 })
    expect(await totals({ ...resumed, 'c.json': JSON.stringify(result(TOKENS)) })).toMatchObject({ records: 2, input: 300 })
    expect(await totals({ 'a.json': RESULT, 'b.json': RESULT })).toMatchObject({ records: 2, input: 611, output: 241 })
    expect(await totals({ 'a.jsonl': STREAM, 'b.jsonl': STREAM })).toMatchObject({ records: 1, input: 3749 })
    expect(await totals({ 'a.jsonl': `${STREAM}${jsonl(INIT, END)}` })).toMatchObject({ records: 2, input: 3849 })
  })

  it('reads results without a session, and those of a log', async () => {
    const { session_id: _, ...nameless } = result(TOKENS)
    expect(await totals({ 'a.json': JSON.stringify(nameless) })).toMatchObject({ records: 1, input: 100 })
    const log = jsonl(result(TOKENS), { ...result(TOKENS), session_id: 'other' })
    expect(await totals({ 'a.jsonl': log })).toMatchObject({ records: 2, input: 200 })
  })

  it('adds the prompts of tools to the input', async () => {
    expect(await totals({ 'a.json': JSON.stringify(result({ ...TOKENS, tool: 7 })) })).toMatchObject({ input: 107, output: 15 })
  })

  it('leaves the roles out where they are not all of a model', async () => {
    const more = { roles: { main: { totalRequests: 2, tokens: { ...TOKENS, prompt: 99 } } } }
    expect((await readFiles({ 'a.json': JSON.stringify(result(TOKENS, more)) })).records).toMatchObject([
      { step: null, inputTokens: 100, calls: 3 },
    ])
  })

  it('does not know what requests cost that failed', async () => {
    const { records } = await readFiles({ 'a.json': JSON.stringify(result(TOKENS, { api: { totalRequests: 3, totalErrors: 2 } })) })
    expect(records).toMatchObject([
      { inputTokens: 100, calls: 1, errors: 0 },
      { calls: 2, errors: 2, isSilent: 'even-if-failed' },
    ])
    const none = { prompt: 0, candidates: 0, total: 0, cached: 0, thoughts: 0, tool: 0 }
    const all = await readFiles({ 'a.json': JSON.stringify(result(none, { api: { totalRequests: 2, totalErrors: 2 } })) })
    expect(all.records).toMatchObject([{ calls: 2, errors: 2, isSilent: 'even-if-failed' }])
  })

  it('does not know what a session cost that failed or was cut off, whatever it used at another time', async () => {
    const failed = jsonl(INIT, { ...END, status: 'error', error: { type: 'Error', message: 'no' }, stats: undefined })
    const error = JSON.stringify({ session_id: 's', error: { type: 'Error', message: 'no', code: 1 } }, null, 2)
    for (const [name, text, hasFailed] of [
      ['a.jsonl', failed, true],
      ['a.json', error, true],
      ['a.jsonl', jsonl(INIT), false],
    ] as const) {
      const { records, ends, faults } = await readFiles({ [name]: text })
      expect(records).toMatchObject([{ isSilent: 'even-if-failed', errors: hasFailed ? 1 : 0, runId: 's' }])
      expect(ends.get('s')).toBe(hasFailed ? 'failure' : undefined)
      expect(faults).toEqual([])
      expect(await totals({ [name]: text, 'b.json': JSON.stringify(result(TOKENS)) })).toMatchObject({ records: 2, input: 100 })
      expect(await totals({ [name]: text, [`b-${name}`]: text })).toMatchObject({ records: 1 })
    }
  })

  it('counts what a session used before it failed', async () => {
    const { records, ends } = await readFiles({ 'a.json': JSON.stringify({ ...result(TOKENS), error: { type: 'Error', message: 'no' } }) })
    expect(records).toMatchObject([{ inputTokens: 100, errors: 0 }])
    expect(ends.get('s')).toBe('failure')
  })

  it('reads any spelling of a file, and of a cut one what is there', async () => {
    for (const text of spellings(STREAM)) expect(await totals({ 'a.jsonl': text })).toMatchObject({ records: 1, input: 3749 })
    for (const text of spellings(RESULT)) expect(await totals({ 'a.json': text })).toMatchObject({ records: 2, input: 611 })
    expect(await totals({ 'a.log': `Loaded cached credentials.\n${STREAM}done\n` })).toMatchObject({ records: 1, input: 3749 })
    const cuts = await readCuts(STREAM)
    expect(cuts.map(({ records }) => records.map(({ inputTokens, isSilent }) => isSilent ?? inputTokens))).toEqual([
      ...Array(cuts.length - 1).fill(['even-if-failed']),
      [3749],
    ])
    expect(cuts.flatMap(({ faults }) => faults)).toEqual([])
    expect((await readFiles({ 'a.json': RESULT.slice(0, -20) })).faults).toEqual([expect.stringMatching(/^a\.json: is not valid JSON/)])
  })

  it('names a figure that is broken, and reads the others', async () => {
    const { stats } = result(TOKENS)
    const models = { ...stats.models, 'bad one': { tokens: { prompt: 1.5 } } }
    const { records, faults } = await readFiles({ 'a.json': JSON.stringify({ ...result(TOKENS), stats: { ...stats, models } }) })
    expect(records).toMatchObject([{ inputTokens: 100 }])
    expect(faults).toEqual([expect.stringMatching(/^a\.json:1: \$\.stats\.models\["bad one"\]\.tokens\.prompt: must be a whole number/)])
  })
})
