import { describe, expect, it } from 'vitest'
import { readFiles } from '../../support/read/files.ts'
import { expectPrefixes, expectSame, readSamples, textOf } from '../../support/read/hold-sample.ts'

const request = (more: object = {}) => ({
  request_id: '0d9e1111-0000-4000-8000-000000000001',
  request_created_at: '2026-11-02 09:00:00.120',
  response_status: 200,
  request_model: 'gpt-4o',
  provider: 'OPENAI',
  prompt_tokens: 40,
  completion_tokens: 10,
  cost: 0.25,
  ...more,
})
const read = (...rows: object[]) => readFiles({ 'helicone.json': JSON.stringify(rows) })
const one = async (more: object) => (await read(request(more))).records[0]

describe('an export of Helicone', () => {
  it('tells who made a call', async () => {
    const { records, formats } = await readSamples('helicone/export.jsonl')
    expect(formats).toEqual(['helicone'])
    expect(records[0]).toMatchObject({ runId: 'run-1', step: '/plan', agent: 'planner', customer: 'acme', model: 'gpt-4o' })
    expect(records).toHaveLength(5)
  })

  it('leaves the cached part out of the prompt', async () => {
    expect(await one({ prompt_cache_read_tokens: 60, prompt_cache_write_tokens: 20 })).toMatchObject({
      inputTokens: 120,
      cachedTokens: 60,
      cacheWriteTokens: 20,
    })
  })

  it('knows that an answer from its cache cost nothing, whatever the first one did', async () => {
    const hit = { cache_reference_id: '0d9e1111-0000-4000-8000-000000000009', prompt_tokens: 0, completion_tokens: 0, cost: 0.25 }
    expect(await one(hit)).toMatchObject({ costUsd: 0, isFree: true, isFromDisk: true })
    expect(await one({ ...hit, cache_reference_id: '00000000-0000-0000-0000-000000000000' })).toMatchObject({ costUsd: 0.25 })
  })

  it.each<[string, object, object]>([
    ['failed', { response_status: 429, prompt_tokens: 0, completion_tokens: 0, cost: 0 }, { errors: 1 }],
    ['was cut off', { response_status: -3, prompt_tokens: 0, completion_tokens: null, cost: null }, { errors: 1 }],
    ['is a stream without usage', { prompt_tokens: 0, completion_tokens: 0, cost: 0 }, { errors: 0 }],
  ])('does not tell what a call cost that %s', async (_, more, expected) => {
    expect(await one(more)).toMatchObject({ isSilent: 'even-if-failed', costUsd: null, ...expected })
  })

  it('has no customer where none was named, and none by the name of nothing', async () => {
    for (const request_user_id of [null, '', 'null', 'undefined']) expect(await one({ request_user_id })).toMatchObject({ customer: null })
  })

  it('is read from an answer of the API', async () => {
    const { records } = await readFiles({ 'page.json': JSON.stringify({ data: [request(), request({ request_id: 'b' })], error: null }) })
    expect(records).toHaveLength(2)
  })

  it('names the place of a broken value, which hides no other', async () => {
    const { records, faults } = await read(request({ cost: -1 }), request({ request_id: 'b' }))
    expect(records).toHaveLength(1)
    expect(faults).toEqual(['helicone.json: $[0].cost: must be an amount from 0 to 1000000 US dollars, got -1'])
  })

  it('says the same as lines and as a list', async () => {
    const lines = textOf('helicone/export.jsonl').trimEnd().split('\n')
    const { records } = await readFiles({ 'a.json': `[\n${lines.join(',\n')}]\n`, 'b.jsonl': `${lines.join('\n')}\n` })
    expect(records).toHaveLength(5)
    await expectSame('helicone/export.jsonl')
  })

  it('is read as far as it goes', () => expectPrefixes('helicone/export.jsonl'))
})
