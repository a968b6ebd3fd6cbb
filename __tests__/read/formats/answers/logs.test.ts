import { describe, expect, it } from 'vitest'
import { figuresOf, log, readLog, sample } from '../../../support/read/answers.ts'
import { readFiles, totalsOf } from '../../../support/read/files.ts'

const ts = '2026-11-03T10:00:00.123Z'
const usage = { prompt_tokens: 100, completion_tokens: 10 }
const openai = { id: 'chatcmpl-000000000001', object: 'chat.completion', created: 1763700001, model: 'gpt-4o', usage }
const anthropic = {
  id: 'msg_000000000001',
  type: 'message',
  role: 'assistant',
  model: 'm',
  usage: { input_tokens: 5, cache_read_input_tokens: 50, cache_creation_input_tokens: 0, output_tokens: 10 },
}
const gemini = { usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 2, totalTokenCount: 9 }, modelVersion: 'm', responseId: 'abc' }
const openrouter = { ...openai, id: 'gen-1', provider: 'OpenAI', usage: { ...usage, cost: 0.5 } }
const aiSdk = { ts, model: 'm', usage: { inputTokens: 30, outputTokens: 3 } }
const plain = { ts, model: 'm', usage: { input_tokens: 20, output_tokens: 4 } }
const all = [openai, anthropic, gemini, openrouter, aiSdk, plain]

describe('lines of several providers in one log', () => {
  it('add up in any order', async () => {
    for (let turn = 0; turn < all.length - 1; turn++) {
      const turned = [...all.slice(turn, -1), ...all.slice(0, turn), plain]
      const { records, faults } = await readLog(...turned)
      expect(faults).toEqual([])
      expect(totalsOf(records)).toMatchObject({ records: 6, input: 312, output: 39, cached: 50, costUsd: 0.5, unknown: 5 })
    }
  })

  it('count once with the answers in files of their own', async () => {
    const files = {
      'a.jsonl': log(openai, anthropic, openrouter),
      'b.json': JSON.stringify(anthropic),
      'c.jsonl': log({ ts, response: openai }, openrouter),
    }
    expect(totalsOf((await readFiles(files)).records)).toMatchObject({ records: 3, input: 255 })
  })
})

describe('a line around an answer', () => {
  it.each(['response', 'body', 'result', 'message', 'data'])('may have it under %s', async (key) => {
    for (const answer of [openai, anthropic, gemini, openrouter]) {
      const { records, faults } = await readLog({ ts, run_id: 'run-7', step: 'plan', [key]: answer })
      expect({ faults, records }).toMatchObject({
        faults: [],
        records: [{ runId: 'run-7', step: 'plan', timeMs: Date.parse(ts), model: answer === gemini ? 'm' : expect.any(String) }],
      })
    }
  })

  it.each<[object, object]>([
    [
      { runId: 'r', name: 's', agent_name: 'a', user_id: 'u', test_case: 't' },
      { runId: 'r', step: 's', agent: 'a', customer: 'u', testCase: 't' },
    ],
    [{ metadata: { run_id: 7, step: 's', agent: 'a', customer: 'u' } }, { runId: '7', step: 's', agent: 'a', customer: 'u' }],
    [
      { provider: 'azure', time: 1.23 },
      { provider: 'azure', timeMs: null },
    ],
    [{ timestamp: 1763700001 }, { timeMs: 1763700001000 }],
    [{ created_at: '2026-11-03T10:00:00Z' }, { timeMs: Date.UTC(2026, 10, 3, 10) }],
    [{ cost_usd: 0.25 }, { costUsd: 0.25 }],
    [{ cost: { total: 0.25 } }, { costUsd: 0.25 }],
    [{ status_code: 500 }, { errors: 1 }],
    [{ status: 'error' }, { errors: 1 }],
    [{ status: 'ok', error: null }, { errors: 0 }],
  ])('tells who and when: %j', async (around, record) => {
    expect((await readLog({ model: 'm', usage, ...around })).records).toMatchObject([record])
    expect((await readLog({ model: 'm', ...usage, ...around })).records).toMatchObject([record])
  })

  it('may have a short id of its own that others have, too', async () => {
    expect(await figuresOf({ id: '1', model: 'm', usage }, { id: '1', model: 'm', usage })).toHaveLength(2)
    const id = 'a-request-that-nobody-else-has'
    expect(await figuresOf({ id, model: 'm', usage }, { id, model: 'm', usage })).toHaveLength(1)
  })
})

describe('between answers', () => {
  it('calls without usage are unknown, and other lines are none', async () => {
    const { records } = await readLog(
      openai,
      { ts, model: 'm', usage: null },
      { ts, level: 'info', message: 'started' },
      { ts, model: 'm', event: 'request' },
    )
    expect(records.map(({ model, isSilent }) => [model, isSilent])).toEqual([
      ['gpt-4o', undefined],
      ['m', 'even-if-failed'],
    ])
  })

  it.each<[string, object]>([
    [
      '$.usage: is not understood, got the keys "input_tokens", "cache_read',
      { model: 'm', usage: { input_tokens: 3, cache_read_input_tokens: 9 } },
    ],
    ['$.usage: is not understood, got the keys "units"', { model: 'm', usage: { units: 9 } }],
    ['$.usage: is not understood', { model: 'm', usage: { input_tokens: 3, output_tokens: 3, more: { cache_read_input_tokens: 9 } } }],
    ['$.response.usage: is not understood', { ts, response: { usage: { inputTokenCount: 9 } } }],
    ['$["completion"].usage: is not understood', { ts, model: 'm', completion: { usage: { prompt_tokens: 9, completion_tokens: 9 } } }],
    ['$.prompt_tokens: stands in an answer of OpenAI', { total: true, prompt_tokens: 9, completion_tokens: 9 }],
    ['$.inputTokenCount: stands in', { model: 'm', inputTokenCount: 9 }],
    ['$.input_tokens: stands in', { timestamp: ts, model: 'm', input_tokens: 1, output_tokens: 1, cost_usd: 1, run_id: 'r', metadata: {} }],
  ])('usage that nobody understands is refused: %s', async (fault, line) => {
    const { records, faults } = await readLog(openai, line)
    expect(records).toHaveLength(1)
    expect(faults).toEqual([expect.stringContaining(fault)])
  })
})

describe('a log that begins', () => {
  it.each<[string, object]>([
    ['with a call whose usage was not told', { ts, model: 'm', usage: null }],
    ['with a call that failed', { timestamp: ts, model: 'm', error: { message: 'overloaded' } }],
  ])('%s is still one of answers', async (_, first) => {
    const { records, faults } = await readLog(first, openai)
    expect({ records, faults }).toMatchObject({ records: [{ isSilent: 'even-if-failed' }, { inputTokens: 100 }], faults: [] })
  })

  it('with a call that has names of all providers is one of answers', async () => {
    expect(await figuresOf(plain, anthropic)).toEqual([
      [20, 4, 0, 0],
      [55, 10, 50, 0],
    ])
  })
})

describe('what the framework writes stays its own', () => {
  it.each<[string, object]>([
    ['a call log', { ts, server: 'llm', tool: 'complete', status: 'ok', model: 'gpt-4o', usage: { input_tokens: 9, output_tokens: 1 } }],
    ['a call log without a tool', plain],
    [
      'a row of a ledger',
      {
        timestamp: ts,
        model: 'm',
        input_tokens: 100,
        output_tokens: 10,
        total_tokens: 110,
        cost_usd: 0.5,
        run_id: 'r',
        metadata: {},
        usage,
        prompt_tokens: 100,
        completion_tokens: 10,
      },
    ],
  ])('%s', async (_, line) => {
    const { formats } = await readLog(line)
    expect(['mcp-calls', 'ledger']).toEqual(expect.arrayContaining([...formats]))
    expect(formats).toHaveLength(1)
  })

  it.each(['tool', 'server', 'call_type', 'sessionId'])('and a line with %s is no answer', async (key) => {
    expect((await readLog({ ts, [key]: 'x', model: 'gpt-4o', usage })).formats).not.toContain('openai')
  })
})

it('no sample of an answer is anything else', async () => {
  const names = ['openai/chat-completion.json', 'anthropic/message.json', 'gemini/generate-content.json', 'openrouter/chat-completion.json']
  for (const name of names) expect((await readFiles({ 'a.json': sample(name) })).formats).toEqual([name.split('/')[0]])
})
