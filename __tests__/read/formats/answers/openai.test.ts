import { describe, expect, it } from 'vitest'
import { figuresOf, log, readLog, sample, variantsOf } from '../../../support/read/answers.ts'
import { readFiles, totalsOf } from '../../../support/read/files.ts'

const chat = { id: 'chatcmpl-000000000001', object: 'chat.completion', created: 1763700001, model: 'gpt-4o' }
const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 }
const chunk = { ...chat, object: 'chat.completion.chunk' }

describe('answers of OpenAI', () => {
  it('tell model, time and customer', async () => {
    const { records, formats } = await readFiles({ 'a.json': sample('openai/responses.json') })
    expect(formats).toEqual(['openai'])
    expect(records).toMatchObject([
      { model: 'gpt-5-mini-2025-08-07', timeMs: 1763700002000, customer: 'acme', calls: 1, errors: 0, batch: false, costUsd: null },
    ])
  })

  it.each<[string, object, number[]]>([
    ['caches within the prompt', { ...usage, prompt_tokens_details: { cached_tokens: 64, cache_write_tokens: 20 } }, [100, 10, 64, 20]],
    ["DeepSeek's cache", { ...usage, prompt_cache_hit_tokens: 64, prompt_cache_miss_tokens: 36 }, [100, 10, 64, 0]],
    ["LiteLLM's caches", { ...usage, cache_creation_input_tokens: 20, cache_read_input_tokens: 64 }, [100, 10, 64, 20]],
    ['thoughts that only the total holds', { ...usage, total_tokens: 150 }, [100, 50, 0, 0]],
    ['no total', { prompt_tokens: 100, completion_tokens: 10 }, [100, 10, 0, 0]],
    ['numbers as text', { prompt_tokens: '100', completion_tokens: '10' }, [100, 10, 0, 0]],
  ])('may tell %s', async (_, told, figures) => {
    expect(await figuresOf({ ...chat, usage: told })).toEqual([figures])
  })

  it('are those of legacy completions, embeddings and Groq, too', async () => {
    const text = { ...chat, id: 'cmpl-1', object: 'text_completion', usage }
    const embedding = {
      object: 'list',
      data: [{ object: 'embedding', embedding: [0.1] }],
      model: 'text-embedding-3-small',
      usage: { prompt_tokens: 8, total_tokens: 8 },
    }
    const groq = { ...chunk, id: 'chatcmpl-2', choices: [], x_groq: { id: 'req_1', usage } }
    expect(await figuresOf(text, embedding, groq)).toEqual([
      [100, 10, 0, 0],
      [8, 0, 0, 0],
      [100, 10, 0, 0],
    ])
  })

  it('are of unknown cost without usage, and where nothing of it is known', async () => {
    const { records } = await readLog(
      { ...chat, id: 'chatcmpl-1', usage: null },
      { ...chat, id: 'chatcmpl-2' },
      { ...chat, id: 'chatcmpl-3', usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } },
      { ...chat, id: 'chatcmpl-4', usage: { prompt_tokens: 9 } },
    )
    expect(records.map(({ isSilent, model }) => [isSilent, model])).toEqual(Array(4).fill(['even-if-failed', 'gpt-4o']))
  })

  it('that failed count as failed', async () => {
    const { records } = await readLog(
      { ...chat, usage },
      { id: 'resp_1', object: 'response', status: 'failed', model: 'gpt-5-mini', error: { code: 'server_error' }, usage: null },
      { ts: '2026-11-03T10:00:00Z', model: 'gpt-4o', error: 'rate limited' },
      { error: { message: 'Rate limit reached', type: 'tokens', code: 'rate_limit_exceeded' } },
      { level: 'error', error: 'disk full' },
    )
    expect(records.map(({ errors, isSilent }) => [errors, isSilent])).toEqual([
      [0, undefined],
      [1, 'even-if-failed'],
      [1, 'even-if-failed'],
      [1, 'even-if-failed'],
    ])
  })

  it('in a stream count once, with the last figures', async () => {
    const growing = [1, 5, 9].map((completion_tokens) => ({ ...chunk, choices: [], usage: { prompt_tokens: 100, completion_tokens } }))
    const filter = { ...chunk, id: '', model: '', created: 0, choices: [], prompt_filter_results: [] }
    expect(await figuresOf(filter, ...growing)).toEqual([[100, 9, 0, 0]])
    expect(await figuresOf(...growing.map((part) => ({ ts: 1763700001, data: part })))).toEqual([[100, 9, 0, 0]])
    const { records } = await readFiles({ 'a.jsonl': sample('openai/stream.jsonl') })
    expect(records.map(({ model, isSilent }) => [model, isSilent])).toEqual([
      ['gpt-5-mini-2025-08-07', undefined],
      ['gpt-4o-2024-08-06', undefined],
      ['gpt-4o-2024-08-06', 'even-if-failed'],
    ])
  })

  it('of a response that failed after it began are one call', async () => {
    const response = { id: 'resp_1', object: 'response', model: 'gpt-5-mini', usage: null }
    const { records } = await readLog(
      { type: 'response.created', response: { ...response, status: 'in_progress' } },
      { type: 'response.failed', response: { ...response, status: 'failed', error: { code: 'server_error' } } },
    )
    expect(records).toMatchObject([{ errors: 1, isSilent: 'even-if-failed' }])
  })
})

describe('output of a batch', () => {
  it('costs half, and failed requests are of unknown cost', async () => {
    const { records, faults } = await readFiles({ 'output.jsonl': sample('openai-batch/output.jsonl') })
    expect(faults).toEqual([])
    expect(records.map(({ batch, errors, isSilent }) => [batch, errors, isSilent])).toEqual([
      [true, 0, undefined],
      [true, 0, undefined],
      [true, 0, undefined],
      [true, 1, 'even-if-failed'],
      [true, 1, 'even-if-failed'],
    ])
  })

  it('that begins with a failed request is told from other logs', async () => {
    const lines = sample('openai-batch/output.jsonl').trim().split('\n').toReversed()
    const { records } = await readFiles({ 'output.jsonl': lines.join('\n') })
    expect(totalsOf(records)).toMatchObject({ records: 5, input: 1508, output: 110 })
  })

  it('is not added to the batch that sums it up', async () => {
    const batch = { id: 'batch_1', object: 'batch', model: 'gpt-5-mini', request_counts: { total: 2, completed: 2, failed: 0 } }
    expect((await readLog(batch)).faults).toEqual([])
    const { faults } = await readLog({ ...batch, usage: { input_tokens: 9, input_tokens_details: {}, output_tokens: 9, total_tokens: 18 } })
    expect(faults).toEqual([expect.stringContaining('$.usage: adds up the answers of a batch')])
  })
})

describe('a log of answers', () => {
  it.each(
    ['openai/stream.jsonl', 'openai-batch/output.jsonl'].flatMap((name) => Object.keys(variantsOf('{}\n')).map((way) => [name, way])),
  )('gives the same: %s %s', async (name, way) => {
    const text = sample(name)
    const { records, faults } = await readFiles(variantsOf(text)[way] ?? {})
    expect({ ...totalsOf(records), faults }).toEqual({ ...totalsOf((await readFiles({ 'log.jsonl': text })).records), faults: [] })
  })

  it('that is cut behind a line gives what is there', async () => {
    const lines = [1, 2, 3].map((number) => ({ ...chat, id: `chatcmpl-${number}`, usage }))
    for (const count of [1, 2, 3]) expect(await figuresOf(...lines.slice(0, count))).toHaveLength(count)
    const { faults } = await readFiles({ 'log.jsonl': log(...lines).slice(0, -20) })
    expect(faults).toEqual([expect.stringMatching(/^log\.jsonl:3: the last line is cut off/)])
  })

  it.each<[string, object]>([
    ['$.usage.prompt_tokens: must be a whole number', { ...chat, usage: { ...usage, prompt_tokens: -5 } }],
    [
      '$.response.body.usage.completion_tokens: must be a whole number',
      { custom_id: 'a', response: { status_code: 200, body: { ...chat, usage: { ...usage, completion_tokens: 1.5 } } } },
    ],
    [
      'has more tokens read from and written to the cache (900)',
      { ...chat, usage: { ...usage, prompt_tokens_details: { cached_tokens: 900 } } },
    ],
  ])('names what is broken: %s', async (fault, line) => {
    const { records, faults } = await readLog({ ...chat, id: 'chatcmpl-ok', usage }, line)
    expect(records).toHaveLength(1)
    expect(faults).toEqual([expect.stringMatching(/^log\.jsonl:2: /)])
    expect(faults[0]).toContain(fault)
  })
})
