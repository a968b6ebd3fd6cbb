import { describe, expect, it } from 'vitest'
import { figuresOf, readLog, sample, variantsOf } from '../../../support/read/answers.ts'
import { readFiles, totalsOf } from '../../../support/read/files.ts'

const message = { id: 'msg_000000000001', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5', content: [] }
const usage = { input_tokens: 50, cache_creation_input_tokens: 248, cache_read_input_tokens: 1800, output_tokens: 503 }
const start = (id: string) => ({ type: 'message_start', message: { ...message, id, usage: { ...usage, output_tokens: 1 } } })
const delta = (output_tokens: number) => ({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens } })
const stop = { type: 'message_stop' }
const whole = [2098, 503, 1800, 248]

describe('messages of Anthropic', () => {
  it('tell what the cache keeps for an hour', async () => {
    const { records, formats } = await readFiles({ 'a.json': sample('anthropic/message.json') })
    expect(formats).toEqual(['anthropic'])
    expect(records).toMatchObject([{ model: 'claude-sonnet-4-20250514', cacheWrite1hTokens: 100, calls: 1, timeMs: null, batch: false }])
  })

  it.each<[string, object]>([
    ['as it came', { ...message, usage }],
    ['without its type', { model: 'claude-sonnet-4-5', usage }],
    ['with its usage beside the model', { model: 'claude-sonnet-4-5', ...usage }],
    [
      'with the parts of what was written alone',
      {
        ...message,
        usage: {
          ...usage,
          cache_creation_input_tokens: null,
          cache_creation: { ephemeral_5m_input_tokens: 248, ephemeral_1h_input_tokens: 0 },
        },
      },
    ],
  ])('are read %s', async (_, line) => {
    expect(await figuresOf(line)).toEqual([whole])
  })

  it('cost more in fast mode, which the name of the model says', async () => {
    const fast = { ...usage, speed: 'fast' }
    const begin = { type: 'message_start', message: { ...message, id: 'msg_000000000002', usage: fast } }
    const { records } = await readLog({ ...message, usage: fast }, begin, delta(9), stop)
    expect(records.map(({ model, outputTokens }) => [model, outputTokens])).toEqual([
      ['claude-sonnet-4-5-fast', 503],
      ['claude-sonnet-4-5-fast', 9],
    ])
  })

  it('tell thoughts, and the tier of a batch', async () => {
    const { records } = await readLog({
      ...message,
      usage: { ...usage, service_tier: 'batch', output_tokens_details: { thinking_tokens: 400 } },
    })
    expect(records).toMatchObject([{ reasoningTokens: 400, batch: true }])
  })

  it('tell calls that their sum leaves out, and those that it holds only once', async () => {
    const main = { type: 'message', input_tokens: 50, cache_read_input_tokens: 1800, cache_creation_input_tokens: 248, output_tokens: 503 }
    const compaction = { type: 'compaction', input_tokens: 180_000, output_tokens: 3500 }
    const advisor = { type: 'advisor_message', model: 'claude-opus-4-5', input_tokens: 9, output_tokens: 8 }
    const { records } = await readLog({ ...message, usage: { ...usage, iterations: [compaction, main, advisor] } })
    expect(records.map(({ model, inputTokens, outputTokens }) => [model, inputTokens, outputTokens])).toEqual([
      ['claude-sonnet-4-5', 2098, 503],
      ['claude-sonnet-4-5', 180_000, 3500],
      ['claude-opus-4-5', 9, 8],
    ])
    expect(await figuresOf({ ...message, usage: { ...usage, iterations: [main] } })).toEqual([whole])
    const line = { ts: '2026-11-03T10:00:00Z', cost_usd: 0.5, message: { ...message, usage: { ...usage, iterations: [compaction, main] } } }
    expect(totalsOf((await readLog(line)).records)).toMatchObject({ records: 2, costUsd: 0.5, unknown: 0 })
  })

  it('without usage are of unknown cost', async () => {
    expect((await readLog(message)).records).toMatchObject([{ isSilent: 'even-if-failed', model: 'claude-sonnet-4-5' }])
  })
})

describe('a stream of Anthropic', () => {
  it('counts once, with the output of its end', async () => {
    const { records } = await readFiles({ 'a.jsonl': sample('anthropic/stream.jsonl') })
    expect(records.map(({ outputTokens, cacheWrite1hTokens, isSilent }) => [outputTokens, cacheWrite1hTokens, isSilent])).toEqual([
      [503, 100, undefined],
      [0, undefined, 'even-if-failed'],
    ])
  })

  it('may be wrapped, and told by several clients at once', async () => {
    const [a, b] = [start('msg_a'), start('msg_b')]
    expect(await figuresOf(a, b, delta(503), stop, delta(503), stop)).toEqual([whole, whole])
    const wrapped = [a, delta(100), delta(503), stop].map((event) => ({ ts: '2026-11-03T10:00:00Z', step: 'plan', event }))
    expect(await figuresOf(...wrapped)).toEqual([whole])
    expect((await readLog(...wrapped)).records).toMatchObject([{ step: 'plan', timeMs: Date.UTC(2026, 10, 3, 10) }])
  })

  it('and the message that came of it are one call', async () => {
    expect(await figuresOf(start(message.id), delta(503), stop, { ...message, usage })).toEqual([whole])
  })

  it('that ends with the whole usage takes that', async () => {
    const end = {
      ...delta(503),
      usage: { input_tokens: 60, cache_read_input_tokens: 1900, cache_creation_input_tokens: null, output_tokens: 503 },
    }
    expect(await figuresOf(start('msg_a'), end, stop)).toEqual([[2208, 503, 1900, 248]])
  })

  it('names a broken figure where it stands', async () => {
    const { faults } = await readLog(start('msg_a'), { ...delta(1), usage: { output_tokens: 'many' } }, stop)
    expect(faults).toEqual([expect.stringContaining('log.jsonl:2: $.usage.output_tokens: must be a whole number')])
  })
})

describe('results of a batch', () => {
  it('cost half, and what has no message costs nothing', async () => {
    const { records } = await readFiles({ 'results.jsonl': sample('anthropic-batch/results.jsonl') })
    expect(records.map(({ batch, errors, isSilent, model }) => [batch, errors, isSilent, model])).toEqual([
      [true, 0, undefined, 'claude-sonnet-4-5-20250929'],
      [true, 1, undefined, 'unknown'],
    ])
  })
})

it.each(Object.keys(variantsOf('{}\n')))('a log gives the same %s', async (way) => {
  const text = sample('anthropic/stream.jsonl')
  const { records, faults } = await readFiles(variantsOf(text)[way] ?? {})
  expect({ ...totalsOf(records), faults }).toEqual({ ...totalsOf((await readFiles({ 'log.jsonl': text })).records), faults: [] })
})
