import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { expectPrefixes, expectSame, readSamples } from '../../support/read/hold-sample.ts'

const span = (more: object = {}) => ({
  id: 'row-1',
  span_id: 's2',
  root_span_id: 's1',
  span_parents: ['s1'],
  created: '2026-11-02T09:00:00.500Z',
  span_attributes: { name: 'Chat Completion', type: 'llm' },
  metadata: { model: 'gpt-4o' },
  metrics: {},
  ...more,
})
const read = (...events: object[]) => readFiles({ 'spans.json': JSON.stringify({ events }) })
const metered = async (metrics: object) => (await read(span({ metrics }))).records[0]

describe('an export of Braintrust', () => {
  it('tells who made a call and what was tested', async () => {
    const { records, formats } = await readSamples('braintrust/experiment-fetch.json')
    expect(formats).toEqual(['braintrust'])
    expect(records[0]).toMatchObject({ runId: 's1', testCase: 'case-1', customer: 'acme', provider: 'openai', timeMs: 1793610000300 })
    expect(records.map(({ step }) => step)).toEqual([
      'Chat Completion',
      'anthropic.messages.create',
      'query',
      'Chat Completion',
      'grading',
      'Chat Completion',
    ])
    expect(records.filter(({ isGrader }) => isGrader).map(({ step }) => step)).toEqual(['grading'])
  })

  it.each<[string, object, number]>([
    ['in it, as `tokens` says', { prompt_tokens: 7000, completion_tokens: 10, prompt_cached_tokens: 4096, tokens: 7010 }, 7000],
    ['left out of it, as `tokens` says', { prompt_tokens: 7000, completion_tokens: 10, prompt_cached_tokens: 4096, tokens: 11106 }, 11096],
    ['more than it, so that it is left out', { prompt_tokens: 74, prompt_cached_tokens: 4096, prompt_cache_creation_tokens: 2048 }, 6218],
    ['in it where nothing tells', { prompt_tokens: 7000, prompt_cached_tokens: 4096 }, 7000],
  ])('has a cached part of the prompt that is %s', async (_, metrics, inputTokens) => {
    expect(await metered(metrics)).toMatchObject({ inputTokens })
  })

  it('knows that an answer from the cache of the proxy cost nothing', async () => {
    expect(await metered({ prompt_tokens: 9, cached: 1 })).toMatchObject({ costUsd: 0, isFree: true, isFromDisk: true })
    expect(await metered({ prompt_tokens: 9, cached: 0 })).toMatchObject({ costUsd: null })
  })

  it('does not tell what a call cost that failed', async () => {
    const { records } = await read(span({ error: { message: '429' } }))
    expect(records).toMatchObject([{ errors: 1, isSilent: 'even-if-failed' }])
  })

  it('counts of spans within each other the innermost', async () => {
    const metrics = { prompt_tokens: 90, completion_tokens: 10 }
    const { records } = await read(span({ metrics }), span({ span_id: 's3', span_parents: ['s2'], metrics }))
    expect(totalsOf(records)).toMatchObject({ records: 1, input: 90 })
  })

  it('names the place of a broken value, which hides no other', async () => {
    const { records, faults } = await read(span({ metrics: { prompt_tokens: 'many' } }), span({ span_id: 's3' }), { span_id: 's4' })
    expect(records).toHaveLength(1)
    expect(faults).toEqual([
      'spans.json:1: $.events[0].metrics.prompt_tokens: must be a whole number from 0 to 1000000000000, got "many"',
      'spans.json:1: $.events[2]: is no span of Braintrust: it needs span_id and root_span_id',
    ])
  })

  it('of logs and of an experiment with the same spans is counted once', async () => {
    const [alone, both] = [
      await readSamples('braintrust/experiment-fetch.json'),
      await readSamples('braintrust/experiment-fetch.json', 'braintrust/logs.jsonl'),
    ]
    expect(totalsOf(both.records)).toEqual(totalsOf(alone.records))
  })

  it.each(['experiment-fetch.json', 'logs.jsonl'])('says the same as its copy: %s', (sample) => expectSame(`braintrust/${sample}`))

  it('is read as far as it goes', () => expectPrefixes('braintrust/logs.jsonl'))
})
