import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { expectPrefixes, expectSame, readSamples, textOf } from '../../support/read/hold-sample.ts'
import { summarizeFiles } from '../../support/read/workspace.ts'

const row = (more: object = {}) => ({
  request_id: 'chatcmpl-1',
  call_type: 'acompletion',
  startTime: '2026-11-02T09:00:00.500Z',
  model: 'gpt-4o',
  custom_llm_provider: 'openai',
  spend: 0.25,
  prompt_tokens: 100,
  completion_tokens: 10,
  status: 'success',
  ...more,
})
const read = (...rows: object[]) => readFiles({ 'litellm.json': JSON.stringify(rows) })
const one = async (more: object) => (await read(row(more))).records[0]

describe('a spend log of LiteLLM', () => {
  it('tells who made a call', async () => {
    const { records, formats } = await readSamples('litellm/spend-logs.json')
    expect(formats).toEqual(['litellm'])
    expect(records[0]).toMatchObject({ runId: 'run-1', agent: 'writer', customer: 'acme', provider: 'openai', reasoningTokens: 64 })
    expect(records[1]).toMatchObject({ agent: 'critic', customer: 'team-7', cacheWrite1hTokens: 1024 })
  })

  it('has parts of the prompt in a text or an object', async () => {
    const usage_object = { cache_read_input_tokens: 60, cache_creation_input_tokens: 20 }
    for (const metadata of [{ usage_object }, JSON.stringify({ usage_object })])
      expect(await one({ metadata })).toMatchObject({ inputTokens: 100, cachedTokens: 60, cacheWriteTokens: 20 })
    expect(await one({ metadata: 'not JSON' })).toMatchObject({ inputTokens: 100, cachedTokens: 0 })
  })

  it('knows the times that Postgres writes, and adds reasoning that the total has alone', async () => {
    expect(await one({ startTime: '2026-11-02 09:00:00.5+00' })).toMatchObject({ timeMs: Date.UTC(2026, 10, 2, 9, 0, 0, 500) })
    expect(await one({ startTime: '1793610000.5' })).toMatchObject({ timeMs: Date.UTC(2026, 10, 2, 9, 0, 0, 500) })
    const metadata = { usage_object: { completion_tokens_details: { reasoning_tokens: 90 } } }
    expect(await one({ total_tokens: 200, metadata })).toMatchObject({ inputTokens: 100, outputTokens: 100 })
  })

  it.each<[string, object, object]>([
    ['fails', { status: 'failure', spend: 0, prompt_tokens: 0, completion_tokens: 0 }, { errors: 1, isSilent: 'even-if-failed' }],
    ['fails behind a part of its answer', { status: 'failure', spend: 0 }, { errors: 1, inputTokens: 100, costUsd: null }],
    ['has no price', { response_cost_failure_debug_info: { error_str: 'not mapped' }, spend: 0 }, { costUsd: null }],
    ['is a stream without usage', { spend: 0, prompt_tokens: 0, completion_tokens: 0 }, { errors: 0, isSilent: 'even-if-failed' }],
  ])('does not tell what a call cost that %s', async (_, more, expected) => {
    expect(await one(more)).toMatchObject({ costUsd: null, ...expected })
  })

  it('knows that an answer from the cache cost nothing, and that it is no second telling of the first', async () => {
    const first = row({ spend: 0.25 })
    const hit = row({
      spend: 0,
      cache_hit: 'True',
      request_id: 'chatcmpl-1_cache_hit1793600408.512',
      startTime: '2026-11-02T09:00:08.500Z',
    })
    const sameId = row({ response_cost: 0, cache_hit: true, startTime: '2026-11-02T09:00:09.500Z', spend: undefined })
    for (const rows of [
      [first, hit, sameId],
      [sameId, hit, first],
    ]) {
      const summary = await summarizeFiles({ 'spend.json': rows }, { 'usage-path': ['*'] })
      expect(summary).toMatchObject({ calls: 3, total_cost_usd: 0.25, unpriced_calls: 0, pricing: { priced_calls: 0 } })
    }
    expect(await one({ spend: 0, cache_hit: 'True' })).toMatchObject({ isFree: true, isFromDisk: true })
  })

  it('and the payloads of the same calls are one', async () => {
    const payload = { ...row({ id: 'chatcmpl-1', response_cost: 0.25, hidden_params: {} }), request_id: undefined, spend: undefined }
    const { records } = await readFiles({ 'a.json': JSON.stringify([row()]), 'b.jsonl': `${JSON.stringify(payload)}\n` })
    expect(totalsOf(records)).toMatchObject({ records: 1, input: 100, costUsd: 0.25 })
  })

  it('has times with and without a zone, and in seconds', async () => {
    const times = ['2025-01-24 09:20:46.847371', '2025-01-24T09:20:46.847Z', 1737710446.847]
    for (const startTime of times) expect(await one({ startTime })).toMatchObject({ timeMs: 1737710446847 })
  })

  it('names calls of no model only where they cost something', async () => {
    const file = { call_type: 'acreate_file', prompt_tokens: 0, completion_tokens: 0 }
    expect((await read(row({ ...file, spend: 0 }))).records).toEqual([])
    expect((await read(row({ ...file, call_type: 'aretrieve_batch', spend: 0.5 }))).records).toMatchObject([{ costUsd: 0.5, batch: true }])
  })

  it('is read from a page', async () => {
    const page = { data: [row(), row({ request_id: 'chatcmpl-2' })], total: 2, page: 1, page_size: 50, total_pages: 1 }
    const { records } = await readFiles({ 'page.json': JSON.stringify(page) })
    expect(totalsOf(records)).toMatchObject({ records: 2, costUsd: 0.5 })
  })

  it('names the place of a broken value, which hides no other', async () => {
    const { records, faults } = await read(row({ prompt_tokens: -1 }), row())
    expect(records).toHaveLength(1)
    expect(faults).toEqual(['litellm.json: $[0].prompt_tokens: must be a whole number from 0 to 1000000000000, got -1'])
  })

  it.each(['spend-logs.json', 'standard-logging.jsonl', 'daily-user-spend.json'])('says the same as its copy: %s', async (sample) => {
    await expectSame(`litellm/${sample}`)
  })

  it('is read as far as it goes', () => expectPrefixes('litellm/standard-logging.jsonl'))
})

describe('a table of daily spend of LiteLLM', () => {
  it('counts the calls that failed, of which nobody knows what they cost', async () => {
    const { records } = await readSamples('litellm/daily-user-spend.json')
    expect(records.map(({ calls, errors, costUsd }) => [calls, errors, costUsd])).toEqual([
      [2, 0, 0.00472],
      [1, 1, null],
      [1, 0, 0.0205],
    ])
  })

  it('and spend logs of the same day are counted once', async () => {
    const { records } = await readSamples('litellm/daily-user-spend.json', 'litellm/spend-logs.json')
    expect(totalsOf(records).costUsd).toBe(0.02522)
  })

  it('per tag counts only where nothing else tells of the day', async () => {
    const users = JSON.parse(textOf('litellm/daily-user-spend.json')) as { id: string }[]
    const tags = users.flatMap((user) => ['ci', 'nightly'].map((tag) => ({ ...user, id: `${user.id}-${tag}`, user_id: undefined, tag })))
    const both = await readFiles({ 'a.json': JSON.stringify(tags), 'b.json': JSON.stringify(users) })
    expect(totalsOf(both.records).costUsd).toBe(0.02522)
    expect(totalsOf((await readFiles({ 'a.json': JSON.stringify(tags) })).records).costUsd).toBe(0.05044)
  })
})
