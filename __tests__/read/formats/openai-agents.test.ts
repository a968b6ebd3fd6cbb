import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { readCuts, sample, spellings } from '../../support/read/sample.ts'
import { jsonl } from '../../support/read/workspace.ts'

const TRACES = sample('openai-agents/v0.20-traces.jsonl')
const RUN = sample('openai-agents/v0.20-run-usage.json')

const span = (id: string, parent: string | null, data: object, more: object = {}) => ({
  object: 'trace.span',
  id,
  trace_id: 'trace',
  parent_id: parent,
  started_at: '2026-05-01T10:00:00.500Z',
  span_data: data,
  error: null,
  ...more,
})
const custom = (type: 'task' | 'turn', input: number, more: object = {}) => ({
  type: 'custom',
  data: { sdk_span_type: type, agent_name: 'Outer', usage: { input_tokens: input, output_tokens: 1, ...more } },
})
const RESPONSE = (id: string) => ({ type: 'response', response_id: id })
const generation = (input: number) => ({
  type: 'generation',
  model: 'one',
  output: [{ id: `chatcmpl-${input}`, usage: { prompt_tokens: input, completion_tokens: 1 } }],
})
const run = (input: number) => ({
  requests: 2,
  inputTokens: input,
  outputTokens: 2,
  inputTokensDetails: [{ cached_tokens: 3 }, { cached_tokens: 4 }],
  outputTokensDetails: [],
})

const totals = async (files: Record<string, string>) => totalsOf((await readFiles(files)).records)

describe('the OpenAI Agents SDK', () => {
  it('tells the trace, the workflow, the agent, and the model of a generation', async () => {
    const { records, formats } = await readFiles({ 'traces.jsonl': TRACES })
    expect(formats).toEqual(['openai-agents'])
    const [first, second] = ['trace_dfbbd48dbebd4e838bfb9fcdedc62227', 'trace_426a60bf62074415acb774c6e11cb4ff']
    expect(records).toMatchObject([
      {
        runId: first,
        step: 'Agent workflow',
        agent: 'Concierge',
        model: 'unknown',
        inputTokens: 89,
        cachedTokens: 48,
        cacheWriteTokens: 20,
      },
      { runId: first, step: 'Agent workflow', agent: 'Concierge', model: 'unknown', inputTokens: 153 },
      { runId: second, step: 'Agent workflow', agent: 'Chat', model: 'gpt-4o-mini', inputTokens: 40 },
    ])
  })

  it('counts a call once, whatever tells of it', async () => {
    const whole = { records: 3, input: 282, output: 224 }
    expect(await totals({ 'a.jsonl': TRACES, 'b.jsonl': TRACES })).toMatchObject(whole)
    expect(await totals({ 'a.jsonl': TRACES + TRACES })).toMatchObject(whole)
    const workspaces: Record<string, string>[] = [
      { 'a.jsonl': TRACES, 'b.json': RUN },
      { 'a.json': RUN, 'b.jsonl': TRACES },
    ]
    for (const files of workspaces) {
      const { records } = await readFiles(files)
      expect(totalsOf(records)).toMatchObject(whole)
      expect(records.map(({ agent }) => agent).sort()).toEqual(['Chat', 'Concierge', 'Concierge'])
    }
    expect(await totals({ 'a.json': RUN, 'b.json': RUN })).toMatchObject({ records: 2, input: 242, output: 169 })
  })

  it('takes generations that are in no turn, and does not know what responses there cost', async () => {
    const { records } = await readFiles({ 'a.jsonl': jsonl(span('g', 'agent', generation(70)), span('r', 'agent', RESPONSE('resp_1'))) })
    expect(records).toMatchObject([
      { model: 'one', inputTokens: 70, outputTokens: 1 },
      { model: 'unknown', isSilent: 'even-if-failed', errors: 0 },
    ])
  })

  describe('with an agent as a tool of another', () => {
    const inner = [
      span('r2', 'n', RESPONSE('resp_2')),
      span('n', 'k', custom('turn', 30)),
      span('k', 'f', custom('task', 30, { requests: 1 })),
      span('f', 't', { type: 'function' }),
    ]
    const outer = (input: number, requests: number) =>
      jsonl(
        span('r1', 't', RESPONSE('resp_1')),
        ...inner,
        span('t', 'a', custom('turn', input)),
        span('a', 'o', { type: 'agent' }),
        span('o', null, custom('task', input, { requests })),
      )

    it('takes off what the turn of the other has of it', async () => {
      const { records } = await readFiles({ 'a.jsonl': outer(100, 2).replaceAll('"output_tokens":1', '"output_tokens":0') })
      expect(records.map(({ inputTokens }) => inputTokens).sort()).toEqual([30, 70])
    })

    it('takes off nothing where the turn of the other has none of it', async () => {
      expect(await totals({ 'a.jsonl': outer(70, 1) })).toMatchObject({ records: 2, input: 100 })
    })
  })

  it('names the agent around a call, in Python, which has no turns', async () => {
    const usage = { input_tokens: 10, output_tokens: 2 }
    const spans = [span('g', 'a', { type: 'generation', model: 'one', usage }), span('a', null, { type: 'agent', name: 'Triage' })]
    expect((await readFiles({ 'a.jsonl': jsonl(...spans) })).records).toMatchObject([{ agent: 'Triage', inputTokens: 10, model: 'one' }])
  })

  it('does not know what a turn cost that failed', async () => {
    const turn = span('t', null, { type: 'custom', data: { sdk_span_type: 'turn' } }, { error: { message: 'no' } })
    expect((await readFiles({ 'a.jsonl': jsonl(turn) })).records).toMatchObject([{ errors: 1, isSilent: 'even-if-failed' }])
  })

  it('takes the requests of a run or its total, wherever it stands', async () => {
    const requestUsageEntries = [60, 40].map((inputTokens) => ({ inputTokens, outputTokens: 1, inputTokensDetails: { cached_tokens: 3 } }))
    for (const value of [
      { ...run(100), requestUsageEntries },
      { usage: { ...run(100), requestUsageEntries }, model: 'one' },
      { context: { usage: { ...run(100), requestUsageEntries } }, modelResponses: [] },
    ])
      expect(await totals({ 'a.json': JSON.stringify(value, null, 2) })).toMatchObject({ records: 2, input: 100, output: 2, cached: 6 })
    expect((await readFiles({ 'a.jsonl': jsonl({ usage: run(100), model: 'one', agent: 'Chat' }) })).records).toMatchObject([
      { calls: 2, inputTokens: 100, cachedTokens: 7, model: 'one', agent: 'Chat' },
    ])
    expect(await totals({ 'a.json': JSON.stringify({ ...run(120), requestUsageEntries }) })).toMatchObject({ records: 1, input: 120 })
    const python = {
      requests: 1,
      input_tokens: 50,
      output_tokens: 2,
      input_tokens_details: { cached_tokens: 9 },
      request_usage_entries: [],
    }
    expect(await totals({ 'a.json': JSON.stringify(python) })).toMatchObject({ records: 1, input: 50, cached: 9 })
  })

  it('reads any spelling of a file, and of a cut one what is there', async () => {
    for (const text of spellings(TRACES)) expect(await totals({ 'a.jsonl': text })).toMatchObject({ records: 3, input: 282 })
    for (const text of spellings(RUN)) expect(await totals({ 'a.json': text })).toMatchObject({ records: 2, input: 242 })
    const cuts = await readCuts(TRACES)
    expect(cuts.map(({ totals: { input } }) => input)).toEqual([0, 0, 89, 89, 242, 242, 242, 242, 282, 282, 282, 282, 282])
    expect(cuts.map(({ records }) => records.filter(({ isSilent }) => isSilent).length)).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(cuts.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('names a figure that is broken, and reads the others', async () => {
    const { records, faults } = await readFiles({
      'a.jsonl': jsonl(span('t', null, custom('turn', -1)), span('u', null, custom('turn', 5))),
      'b.json': JSON.stringify({ ...run(1.5) }),
    })
    expect(records).toMatchObject([{ inputTokens: 5 }])
    expect(faults).toEqual([
      expect.stringMatching(/^a\.jsonl:1: \$\.span_data\.data\.usage\.input_tokens: must be a whole number/),
      expect.stringMatching(/^b\.json:1: \$\.inputTokens: must be a whole number/),
    ])
  })
})
