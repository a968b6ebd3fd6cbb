import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { expectPrefixes, expectSame, readSamples } from '../../support/read/hold-sample.ts'

const observation = (more: object = {}) => ({
  id: 'o1',
  traceId: 't1',
  type: 'GENERATION',
  name: 'plan',
  startTime: '2026-11-02T09:00:00.500Z',
  model: 'gpt-4o',
  level: 'DEFAULT',
  parentObservationId: null,
  ...more,
})
const read = (...items: object[]) => readFiles({ 'langfuse.json': JSON.stringify(items) })
const one = async (more: object) => (await read(observation(more))).records[0]

describe('an export of Langfuse', () => {
  it('tells who made a call', async () => {
    const { records, formats } = await readSamples('langfuse/api-observations-page.json')
    expect(formats).toEqual(['langfuse'])
    expect(records).toMatchObject([
      { runId: 'tr-1', step: 'summarise', customer: 'acme', costUsd: 0.00207 },
      { step: 'judge', model: 'my-finetune', costUsd: null },
    ])
  })

  it.each<[string, object, object]>([
    [
      'disjoint parts',
      { input: 74, input_cached_tokens: 4096, input_cache_write_tokens: 2048, output: 60, output_reasoning_tokens: 4, total: 6282 },
      { inputTokens: 6218, cachedTokens: 4096, cacheWriteTokens: 2048, outputTokens: 64, reasoningTokens: 4 },
    ],
    [
      "Anthropic's names",
      { input_tokens: 74, cache_read_input_tokens: 4096, cache_creation_input_tokens: 2048, output_tokens: 64 },
      { inputTokens: 6218, cachedTokens: 4096, cacheWriteTokens: 2048, outputTokens: 64 },
    ],
    [
      'what is kept for an hour',
      { input: 1, input_cache_creation_5m: 2, input_cache_creation_1h: 3, output: 4 },
      { inputTokens: 6, cacheWriteTokens: 5, cacheWrite1hTokens: 3 },
    ],
    [
      "OpenAI's names",
      { prompt_tokens: 100, prompt_tokens_cached: 60, completion_tokens: 10 },
      { inputTokens: 100, cachedTokens: 60, outputTokens: 10 },
    ],
    ['parts in the whole', { input: 100, input_cached_tokens: 60, output: 10, total: 110 }, { inputTokens: 100, cachedTokens: 60 }],
    ['texts', { input: '100', output: '10', total: '110' }, { inputTokens: 100, outputTokens: 10 }],
    ['a sum alone', { total: 110 }, { inputTokens: 110, outputTokens: 0 }],
  ])('has %s', async (_, usageDetails, expected) => {
    expect(await one({ usageDetails })).toMatchObject(expected)
    expect(await one({ usageDetails: JSON.stringify(usageDetails) })).toMatchObject(expected)
  })

  it('of an older API has no parts', async () => {
    expect(await one({ usage: { input: 100, output: 10, unit: 'TOKENS' } })).toMatchObject({ inputTokens: 100, outputTokens: 10 })
    expect(await one({ promptTokens: 100, completionTokens: 10 })).toMatchObject({ inputTokens: 100 })
    expect(await one({ usage: { input: 100, output: 10, unit: 'CHARACTERS' } })).toMatchObject({ isSilent: 'even-if-failed' })
  })

  it.each<[string, object]>([
    ['failed', { level: 'ERROR', usageDetails: {}, costDetails: { input: 0, total: 0 }, totalCost: 0 }],
    ['is a stream without usage', { usageDetails: {} }],
  ])('does not tell what a call cost that %s', async (_, more) => {
    expect(await one(more)).toMatchObject({ isSilent: 'even-if-failed', costUsd: null })
  })

  it('counts of calls within each other the innermost, in whatever order they come', async () => {
    const usageDetails = { input: 100, output: 10 }
    const agent = observation({ id: 'a', type: 'AGENT', usageDetails: { input: 200, output: 20 } })
    const span = observation({ id: 'b', type: 'SPAN', parentObservationId: 'a' })
    const calls = ['c', 'd'].map((id) => observation({ id, parentObservationId: 'b', usageDetails }))
    const silent = observation({ id: 'e', parentObservationId: 'c' })
    for (const items of [
      [agent, span, ...calls, silent],
      [silent, ...calls, span, agent],
    ]) {
      const { records } = await read(...items)
      expect(totalsOf(records)).toMatchObject({ records: 2, input: 200, output: 20 })
    }
    expect((await read(observation({ parentObservationId: 'o1', usageDetails }))).records).toHaveLength(1)
  })

  it('knows that a total which leaves the cache out says nothing of it', async () => {
    const usageDetails = { input: 81, cache_read_input_tokens: 4096, cache_creation_input_tokens: 2048, output: 64, total: 145 }
    expect(await one({ usageDetails })).toMatchObject({ inputTokens: 6225, cachedTokens: 4096, cacheWriteTokens: 2048, outputTokens: 64 })
    const reasoning = { input: 10, output: 5, output_reasoning: 350, total: 15 }
    expect(await one({ usageDetails: reasoning })).toMatchObject({ inputTokens: 10, outputTokens: 355, reasoningTokens: 350 })
  })

  it('tells its own evaluators apart', async () => {
    const usageDetails = { input: 10, output: 5 }
    expect(await one({ environment: 'langfuse-llm-as-a-judge', usageDetails })).toMatchObject({ isGrader: true, step: 'grading' })
    expect(await one({ environment: 'default', usageDetails })).toMatchObject({ step: 'plan' })
  })

  it('is no page of anything else', async () => {
    const page = (data: object[]) => JSON.stringify({ data, meta: { totalItems: data.length, totalPages: 1, page: 1, limit: 10 } })
    expect((await readFiles({ 'a.json': page([{ id: 1, name: 'a product' }]) })).faults[0]).toContain('no usage in a known format')
    expect((await readFiles({ 'a.json': page([{ id: 't', htmlPath: '/p', projectId: 'p' }]) })).faults[0]).toContain('Export observations')
    expect((await readFiles({ 'a.json': page([]) })).faults).toEqual([])
  })

  it('and pages that overlap are counted once', async () => {
    const page = (...ids: string[]) =>
      JSON.stringify({
        data: ids.map((id) => observation({ id, usageDetails: { input: 100, output: 10 } })),
        meta: { page: 1, totalItems: 3 },
      })
    const { records } = await readFiles({ '1.json': page('a', 'b'), '2.json': page('b', 'c') })
    expect(totalsOf(records)).toMatchObject({ records: 3, input: 300 })
  })

  it('names the place of a broken value, and what is no observation', async () => {
    const broken = observation({ usageDetails: { input: 1.5 } })
    const text = JSON.stringify({ data: [broken, { id: 't', name: 'trace' }, observation()], meta: { totalItems: 3 } })
    const { records, faults } = await readFiles({ 'page.json': text })
    expect(records).toHaveLength(1)
    expect(faults).toEqual([
      'page.json:1: $.data[0].usageDetails.input: must be a whole number from 0 to 1000000000000, got 1.5',
      'page.json:1: $.data[1]: is no observation. Export observations, not traces or scores',
    ])
  })

  it.each(['api-observations-page.json', 'blob-observations.jsonl', 'ui-export.jsonl'])('says the same as its copy: %s', async (sample) => {
    await expectSame(`langfuse/${sample}`)
  })

  it.each(['blob-observations.jsonl', 'ui-export.jsonl'])('is read as far as it goes: %s', (sample) => expectPrefixes(`langfuse/${sample}`))
})
