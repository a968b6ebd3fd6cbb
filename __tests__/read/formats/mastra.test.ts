import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { readCuts, sample, spellings } from '../../support/read/sample.ts'
import { jsonl } from '../../support/read/workspace.ts'

const SPANS = sample('mastra/v1.71-spans.jsonl')

const span = (type: string, id: string, parentSpanId: string | null, attributes: object = {}, more: object = {}) => ({
  id,
  traceId: 'trace',
  type,
  parentSpanId,
  isRootSpan: false,
  entityType: 'agent',
  entityName: 'capitals',
  attributes,
  startTime: '2026-05-01T10:00:00.500Z',
  ...more,
})
const usage = (inputTokens: number) => ({
  usage: { inputTokens, outputTokens: 1, inputDetails: { cacheRead: 2, cacheWrite: 3 }, outputDetails: { reasoning: 1 } },
})
const NAMED = { model: 'one', provider: 'seller' }

const read = async (...spans: object[]) => (await readFiles({ 'a.jsonl': jsonl(...spans) })).records

describe('Mastra', () => {
  it('tells the run, the agent and the model', async () => {
    const { records, formats } = await readFiles({ 'spans.jsonl': SPANS })
    expect(formats).toEqual(['mastra'])
    expect(records).toMatchObject([
      {
        runId: '021d14ae-8289-409b-b908-35f18f0ca058',
        agent: 'capitals',
        model: 'gpt-4o-mini',
        provider: 'openai',
        inputTokens: 96,
        cachedTokens: 48,
        calls: 1,
      },
    ])
  })

  it('counts a call once, whatever tells of it', async () => {
    const whole = { records: 1, input: 96, output: 44 }
    expect(totalsOf((await readFiles({ 'a.jsonl': SPANS, 'b.jsonl': SPANS })).records)).toMatchObject(whole)
    expect(totalsOf((await readFiles({ 'a.json': `[${SPANS.trim().split('\n').join(',')}]`, 'b.jsonl': SPANS })).records)).toMatchObject(
      whole,
    )
    const lines = SPANS.trim().split('\n')
    expect(totalsOf((await readFiles({ 'a.jsonl': [...lines].reverse().join('\n') })).records)).toMatchObject(whole)
    for (let cut = 1; cut < lines.length; cut++) {
      const files = { 'a.jsonl': lines.slice(0, cut).join('\n'), 'b.jsonl': lines.slice(cut).join('\n') }
      expect(totalsOf((await readFiles(files)).records)).toMatchObject(whole)
    }
  })

  it('takes the innermost spans, with the model of those around them', async () => {
    const steps = [
      span('model_step', 's1', 'g', usage(40)),
      span('model_step', 's2', 'g', usage(60)),
      span('model_generation', 'g', 'agent', { ...NAMED, ...usage(100) }),
    ]
    expect(await read(...steps)).toMatchObject([
      { model: 'one', provider: 'seller', inputTokens: 40, cachedTokens: 2, cacheWriteTokens: 3, reasoningTokens: 1 },
      { model: 'one', provider: 'seller', inputTokens: 60 },
    ])
    expect(await read(span('model_generation', 'g', null, { ...NAMED, ...usage(100) }))).toMatchObject([{ inputTokens: 100 }])
  })

  it('counts an agent that is a tool of another beside it', async () => {
    const spans = [
      span('model_generation', 'g2', 'run', { ...NAMED, ...usage(30) }),
      span('agent_run', 'run', 'tool'),
      span('tool_call', 'tool', 's1'),
      span('model_step', 's1', 'g', usage(40)),
      span('model_generation', 'g', null, { ...NAMED, ...usage(40) }),
    ]
    expect((await read(...spans)).map(({ inputTokens }) => inputTokens)).toEqual([30, 40])
  })

  it('does not know what a call cost that has no usage', async () => {
    const failed = { errorInfo: { message: 'no' } }
    expect(await read(span('model_step', 's', 'g', {}, failed), span('model_generation', 'g', null, NAMED, failed))).toMatchObject([
      { model: 'one', errors: 1, isSilent: 'even-if-failed' },
    ])
    const spans = [
      span('model_step', 's1', 'g', usage(40)),
      span('model_step', 's2', 'g'),
      span('model_generation', 'g', null, { ...NAMED, ...usage(40) }),
    ]
    expect((await read(...spans)).map(({ inputTokens, isSilent }) => [inputTokens, isSilent])).toEqual([
      [40, undefined],
      [0, 'even-if-failed'],
    ])
    expect(await read(span('model_inference', 'i', 's'), span('model_step', 's', null, usage(40)))).toMatchObject([{ inputTokens: 40 }])
  })

  it('reads any spelling of a file, and of a cut one what is there', async () => {
    for (const text of spellings(SPANS))
      expect(totalsOf((await readFiles({ 'a.jsonl': text })).records)).toMatchObject({ records: 1, input: 96 })
    const cuts = await readCuts(SPANS)
    expect(cuts.map(({ totals: { input } }) => input)).toEqual([0, 96, 96, 96, 96])
    expect(cuts.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('names a figure that is broken, and reads the others', async () => {
    const { records, faults } = await readFiles({
      'a.jsonl': jsonl(span('model_step', 'a', null, usage(-1)), span('model_step', 'b', null, usage(40))),
    })
    expect(records).toMatchObject([{ inputTokens: 40 }])
    expect(faults).toEqual([expect.stringMatching(/^a\.jsonl:1: \$\.attributes\.usage\.inputTokens: must be a whole number/)])
  })
})
