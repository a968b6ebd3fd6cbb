import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { expectPrefixes, expectSame, readSamples } from '../../support/read/hold-sample.ts'

const run = (more: object = {}) => ({
  id: 'r1',
  name: 'ChatOpenAI',
  run_type: 'llm',
  trace_id: 't1',
  dotted_order: '20261102T090000Zr1',
  start_time: '2026-11-02T09:00:00.500000',
  extra: { metadata: { ls_provider: 'openai', ls_model_name: 'gpt-4o' } },
  parent_run_id: 't1',
  status: 'success',
  ...more,
})
const read = (...runs: object[]) => readFiles({ 'runs.json': JSON.stringify({ runs }) })
const one = async (more: object) => (await read(run(more))).records[0]

describe('an export of LangSmith', () => {
  it('tells who made a call, what was tested and how it ended', async () => {
    const { records, formats, ends } = await readSamples('langsmith/runs-page.json')
    expect(formats).toEqual(['langsmith'])
    expect(records).toMatchObject([
      { runId: 'r1', step: 'planner', provider: 'openai', testCase: 'example-1', cachedTokens: 1024 },
      { runId: 'r1', step: 'critic', cacheWriteTokens: 2048, cacheWrite1hTokens: 1024 },
      { runId: 'r6', errors: 1, isSilent: 'even-if-failed', testCase: 'example-2' },
      { runId: 'r8', model: 'my-finetune', costUsd: null },
    ])
    expect([...ends]).toEqual([
      ['r1', 'success'],
      ['r6', 'failure'],
      ['r8', 'success'],
    ])
  })

  it.each<[string, object]>([
    ['text', { total_cost: '0.25' }],
    ['number', { total_cost: 0.25 }],
    ['figure of the answer', { outputs: { usage_metadata: { total_cost: 0.25 } } }],
  ])('has its cost as a %s', async (_, more) => {
    expect(await one({ prompt_tokens: 9, ...more })).toMatchObject({ costUsd: 0.25 })
  })

  it('has the usage of what was traced in its answer', async () => {
    const usage_metadata = { input_tokens: 100, output_tokens: 10, input_token_details: { cache_read: 60, cache_creation: 20 } }
    expect(await one({ outputs: { usage_metadata } })).toMatchObject({ inputTokens: 100, cachedTokens: 60, cacheWriteTokens: 20 })
  })

  it('adds a write to the cache once, be it told as a sum or in parts', async () => {
    const parts = { ephemeral_5m_input_tokens: 5, ephemeral_1h_input_tokens: 15 }
    for (const prompt_token_details of [parts, { ...parts, cache_creation: 20 }, { ...parts, cache_creation: 0 }])
      expect(await one({ prompt_tokens: 100, prompt_token_details })).toMatchObject({ cacheWriteTokens: 20, cacheWrite1hTokens: 15 })
  })

  it('counts of runs within each other the innermost', async () => {
    const inner = run({ id: 'r2', parent_run_id: undefined, parent_run_ids: ['t1', 'r1'], prompt_tokens: 90, completion_tokens: 10 })
    const { records } = await read(run({ prompt_tokens: 90, completion_tokens: 10 }), inner)
    expect(totalsOf(records)).toMatchObject({ records: 1, input: 90 })
    const nested = run({ id: 't1', run_type: 'chain', parent_run_id: null, child_runs: [run({ prompt_tokens: 90 }), 'broken'] })
    const read2 = await read(nested)
    expect(totalsOf(read2.records)).toMatchObject({ records: 1, input: 90 })
    expect(read2.faults).toEqual(['runs.json:1: $.runs[0].child_runs[1]: must be an object, got a string'])
  })

  it('tells of the call that an answer of the provider tells of', async () => {
    const outputs = { object: 'chat.completion', id: 'chatcmpl-1' }
    const runs = ['r1', 'r2'].map((id) => run({ id, outputs, prompt_tokens: 9, total_cost: 1 }))
    expect((await read(...runs)).records).toHaveLength(1)
  })

  it('names the place of a broken value, which hides no other', async () => {
    const { records, faults } = await read(run({ total_cost: 'much', prompt_tokens: 1 }), run({ id: 'r2', prompt_tokens: 1 }), {
      name: 'x',
    })
    expect(records).toHaveLength(1)
    expect(faults).toEqual([
      'runs.json:1: $.runs[0].total_cost: must be an amount from 0 to 1000000 US dollars, got "much"',
      'runs.json:1: $.runs[2]: is no run of LangSmith: it needs run_type and id',
    ])
  })

  it.each(['runs-page.json', 'runs-v2.jsonl'])('says the same as its copy: %s', (sample) => expectSame(`langsmith/${sample}`))

  it('is read as far as it goes', () => expectPrefixes('langsmith/runs-v2.jsonl'))
})
