import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Read, readFiles, totalsOf } from '../../support/read/files.ts'

const samples = join(import.meta.dirname, '../../fixtures/samples')
const SESSION = '65291679-55f8-4c0f-80b9-a4de1b8955a2'

const sample = (name: string) => readFileSync(join(samples, name), 'utf8')
const stream = sample('claude-code/v2.1.332-stream-subagent-two-results.jsonl')
const main = sample(`claude-transcript/v2.1.332/${SESSION}.jsonl`)
const side = sample(`claude-transcript/v2.1.332/${SESSION}/subagents/agent-a7d1cc72172aaf613.jsonl`)
const print = sample('claude-code/v2.1.332-print.json')

const SPEND = { input: 14882, output: 347, cached: 8576, cacheWrite: 3151, reasoning: 0 }
const jsonl = (...lines: readonly object[]) => `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
const silent = ({ records }: Read) => records.filter(({ isSilent }) => isSilent !== undefined)
const told = ({ records }: Read) => totalsOf(records.filter(({ isSilent }) => isSilent === undefined))

/** A result as new versions give it, of one model. */
function result(tokens: number, over: object = {}) {
  const modelUsage = {
    'claude-a': { inputTokens: tokens, outputTokens: 10, cacheReadInputTokens: 0, cacheCreationInputTokens: 0, costUSD: tokens / 1000 },
  }
  return {
    type: 'result',
    subtype: 'success',
    is_error: false,
    duration_api_ms: 5,
    num_turns: 1,
    session_id: 's1',
    total_cost_usd: tokens / 1000,
    usage: { input_tokens: 1, output_tokens: 1 },
    modelUsage,
    ...over,
  }
}

const init = { type: 'system', subtype: 'init', session_id: 's1', model: 'claude-a' }

function answer(id: string, output: number, over: object = {}) {
  const usage = { input_tokens: 7, cache_read_input_tokens: 3, output_tokens: output }
  const message = { id, role: 'assistant', model: 'claude-a', content: [], stop_reason: null, usage, ...over }
  return { type: 'assistant', message, parent_tool_use_id: null, session_id: 's1' }
}

function line(id: string, usage: object, message: object = {}, over: object = {}) {
  return {
    type: 'assistant',
    uuid: `u-${id}`,
    sessionId: 's1',
    requestId: `req_${id}`,
    timestamp: '2026-11-02T09:00:00.000Z',
    message: { id, role: 'assistant', model: 'claude-a', content: [], stop_reason: 'end_turn', usage, ...message },
    ...over,
  }
}

describe('the turns of a session', () => {
  const callsOf = async (files: Readonly<Record<string, string>>) => (await readFiles(files)).records.map(({ calls }) => calls)
  const models = {
    small: { inputTokens: 5, outputTokens: 1, costUSD: 0.1 },
    large: { inputTokens: 500, outputTokens: 10, costUSD: 0.9 },
  }

  it('are the calls of the model that used the most', async () => {
    const text = jsonl(result(0, { num_turns: 8, modelUsage: models, total_cost_usd: 1 }))
    expect(await callsOf({ 'a.jsonl': text })).toEqual([1, 8])
  })

  it('add up over the results of a stream, and over a process that resumed it', async () => {
    const [first, second] = [result(100, { num_turns: 3, uuid: 'u1' }), result(300, { num_turns: 4, uuid: 'u2' })]
    expect(await callsOf({ 'a.jsonl': jsonl(init, first, second) })).toEqual([7])
    expect(await callsOf({ 'a.json': JSON.stringify(first), 'b.json': JSON.stringify(second) })).toEqual([7])
  })

  it('count once where a file is read twice', async () => {
    const text = JSON.stringify(result(100, { num_turns: 3, uuid: 'u1' }))
    expect(await callsOf({ 'a.json': text, 'b.json': text })).toEqual([3])
  })

  it.each([0, 1, null])('are one call where there is but one, or nobody says: %s', async (turns) => {
    expect(await callsOf({ 'a.json': JSON.stringify(result(100, { num_turns: turns })) })).toEqual([1])
  })
})

describe('results of Claude Code', () => {
  it('give a record per model, by run and agent, and how the run ended', async () => {
    const { records, formats, ends, faults } = await readFiles({ 'out.jsonl': stream })
    expect(records.map(({ model, provider, runId, agent, step, costUsd }) => ({ model, provider, runId, agent, step, costUsd }))).toEqual([
      { model: 'claude-sonnet-4-5', provider: 'anthropic', runId: SESSION, agent: 'claude-code', step: null, costUsd: 0.01844535 },
      { model: 'claude-haiku-4-5', provider: 'anthropic', runId: SESSION, agent: 'claude-code', step: null, costUsd: 0.0035379 },
    ])
    expect([formats, [...ends], faults]).toEqual([['claude-code'], [[SESSION, 'success']], []])
  })

  it('are running totals: of one session the largest counts, in whatever order and files', async () => {
    const files = [jsonl(init, result(100), result(300)), JSON.stringify(result(200)), jsonl(init, result(300))]
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const read = await readFiles(Object.fromEntries(order.map((file, index) => [`${index}.jsonl`, files[file] ?? ''])))
      expect(totalsOf(read.records)).toMatchObject({ records: 1, input: 300, output: 10, costUsd: 0.3 })
    }
  })

  it('add up where neither has the other in it, as when another session ran before one was resumed', async () => {
    const other = result(50, {
      modelUsage: {
        'claude-a': { inputTokens: 50, outputTokens: 40, cacheReadInputTokens: 0, cacheCreationInputTokens: 0, costUSD: 0.05 },
      },
    })
    const { records } = await readFiles({ 'a.json': JSON.stringify(result(100)), 'b.json': JSON.stringify(other) })
    expect(totalsOf(records)).toMatchObject({ records: 2, input: 150, output: 50, costUsd: 0.15 })
  })

  it('keep the larger cost where no model is named', async () => {
    const usage = (tokens: number) => ({ input_tokens: tokens, cache_read_input_tokens: 5, output_tokens: 2 })
    const lines = [
      init,
      result(500, { modelUsage: undefined, usage: usage(900) }),
      result(600, { modelUsage: undefined, usage: usage(10) }),
    ]
    const { records } = await readFiles({ 'a.jsonl': jsonl(...lines) })
    expect(records).toMatchObject([{ model: 'claude-a', inputTokens: 15, cachedTokens: 5, outputTokens: 2, costUsd: 0.6 }])
  })

  it('of old versions call the cost otherwise', async () => {
    const old = {
      type: 'result',
      subtype: 'success',
      cost_usd: 0.1,
      total_cost: 0.4,
      is_error: false,
      duration_api_ms: 5,
      num_turns: 1,
      session_id: 'old',
    }
    const { records } = await readFiles({ 'a.json': JSON.stringify(old) })
    expect(records).toMatchObject([{ costUsd: 0.4, runId: 'old' }])
  })

  it('of the Python SDK have no type', async () => {
    const { type: _, modelUsage, ...message } = result(100)
    const words = { content: [{ text: 'Hi' }], model: 'claude-a', parent_tool_use_id: null, usage: { input_tokens: 1, output_tokens: 1 } }
    const { records, faults } = await readFiles({ 'a.json': JSON.stringify([words, { ...message, model_usage: modelUsage }]) })
    expect([totalsOf(records), faults]).toMatchObject([{ records: 1, input: 100, costUsd: 0.1 }, []])
  })

  it('name models without their window, and sellers as they are', async () => {
    const arn = 'arn:aws:bedrock:eu-central-1:1:application-inference-profile/x'
    const modelUsage = {
      'claude-a[1m]': { inputTokens: 1, cacheReadInputTokens: 2, outputTokens: 3, costUSD: 0.1, provider: 'vertex', thinkingTokens: 2 },
      [arn]: { inputTokens: 1, outputTokens: 3, costUSD: 0.2, provider: 'bedrock', canonicalModel: 'claude-b', costBasis: 'managed' },
      'other-model': {
        inputTokens: 1,
        outputTokens: 3,
        cacheCreationEphemeral5mInputTokens: 4,
        cacheCreationEphemeral1hInputTokens: 5,
        costUSD: 0.7,
        costBasis: 'unknown',
      },
    }
    const { records } = await readFiles({ 'a.json': JSON.stringify(result(0, { modelUsage, total_cost_usd: 1 })) })
    expect(records).toMatchObject([
      { model: 'claude-a', provider: 'vertex', inputTokens: 3, cachedTokens: 2, outputTokens: 3, reasoningTokens: 2, costUsd: 0.1 },
      { model: 'claude-b', provider: 'bedrock', inputTokens: 1, costUsd: 0.2 },
      { model: 'other-model', provider: null, inputTokens: 10, cacheWriteTokens: 9, cacheWrite1hTokens: 5, costUsd: null },
    ])
  })

  it('may cost more than their models say, and the rest is not lost', async () => {
    const { records } = await readFiles({ 'a.json': JSON.stringify(result(100, { total_cost_usd: 0.5 })) })
    expect(totalsOf(records)).toMatchObject({ records: 2, input: 100, costUsd: 0.5 })
    const limits = { 'claude-a': { contextWindow: 200000, maxOutputTokens: 32000 } }
    const log = await readFiles({ 'a.json': JSON.stringify(result(100, { modelUsage: limits, usage: undefined })) })
    expect(totalsOf(log.records)).toMatchObject({ records: 1, input: 0, costUsd: 0.1 })
  })

  it('that failed at the API are a failed call of unknown cost', async () => {
    const read = await readFiles({ 'a.json': sample('claude-code/v2.1.332-api-error.json') })
    expect(read.records).toMatchObject([{ calls: 1, errors: 1, costUsd: null, isSilent: 'even-if-failed' }])
    expect([...read.ends.values()]).toEqual(['failure'])
  })

  it('of a run that gave up are whole, and the run failed', async () => {
    const read = await readFiles({ 'a.json': JSON.stringify(result(100, { subtype: 'error_max_turns', is_error: true })) })
    expect([totalsOf(read.records), [...read.ends]]).toMatchObject([{ records: 1, input: 100, costUsd: 0.1 }, [['s1', 'failure']]])
    expect(silent(read)).toEqual([])
  })

  it('without any usage are unknown, unless nothing was asked', async () => {
    const nothing = { modelUsage: {}, usage: undefined, total_cost_usd: 0 }
    const asked = await readFiles({ 'a.json': JSON.stringify(result(0, nothing)) })
    expect(silent(asked)).toMatchObject([{ calls: 1, errors: 0 }])
    const local = await readFiles({ 'a.json': JSON.stringify(result(0, { ...nothing, duration_api_ms: 0 })) })
    expect(local.records).toEqual([])
    const zero = { inputTokens: 0, outputTokens: 0, costUSD: 0 }
    const part = await readFiles({ 'a.json': JSON.stringify(result(100, { modelUsage: { ...result(100).modelUsage, 'claude-b': zero } })) })
    expect([told(part), silent(part)]).toMatchObject([{ records: 1, input: 100 }, [{ model: 'claude-b' }]])
  })

  it('are named where they are broken', async () => {
    const broken = result(100, { modelUsage: { 'claude-a': { inputTokens: -5, outputTokens: 1, costUSD: 1 } } })
    const read = await readFiles({ 'a.jsonl': jsonl(init, broken) })
    expect(read.faults).toEqual([expect.stringContaining('a.jsonl:2: $.modelUsage.claude-a.inputTokens: must be a whole number')])
    // Its total is still a total.
    expect(told(read)).toMatchObject({ records: 1, costUsd: result(100).total_cost_usd })
    const list = await readFiles({
      'a.json': JSON.stringify([init, result(100, { total_cost_usd: 'much' }), result(50, { session_id: 's2' })]),
    })
    expect(list.faults).toEqual([expect.stringContaining('$[1].total_cost_usd')])
    expect(told(list)).toMatchObject({ records: 1, input: 50 })
  })

  it('stand among lines of text', async () => {
    const { records, faults } = await readFiles({ 'job.log': `Starting\n> claude -p\n\n${print}\nError: exit 1 {\n` })
    expect([totalsOf(records), faults]).toMatchObject([{ records: 1, input: 5445, costUsd: 0.0134524 }, []])
  })
})

describe('a stream of Claude Code', () => {
  it('that ends before its result is unknown, with what is told of it', async () => {
    const read = await readFiles({
      'a.jsonl': jsonl(init, answer('msg_1', 1), answer('msg_1', 1), answer('msg_2', 50, { stop_reason: 'end_turn' })),
    })
    expect(told(read)).toMatchObject({ records: 2, input: 20, output: 50, cached: 6, costUsd: null })
    expect(silent(read)).toMatchObject([{ runId: 's1', agent: 'claude-code', calls: 1, errors: 0, costUsd: null }])
  })

  it('that ends at its beginning is unknown', async () => {
    expect(silent(await readFiles({ 'a.jsonl': jsonl(init) }))).toHaveLength(1)
    const resumed = await readFiles({ 'a.jsonl': jsonl(init, result(100)), 'b.jsonl': jsonl(init) })
    expect([told(resumed), silent(resumed)]).toMatchObject([{ input: 100 }, [{ runId: 's1' }]])
  })

  it('counts what follows its last result, and says that there is more', async () => {
    const cut = jsonl(init, answer('msg_1', 1), result(100), init, answer('msg_2', 1))
    const read = await readFiles({ 'a.jsonl': cut })
    expect([told(read), silent(read).length]).toMatchObject([{ records: 2, input: 110, output: 10 }, 1])
    const whole = await readFiles({ 'a.jsonl': cut, 'b.jsonl': cut + jsonl(result(200)) })
    expect(told(whole)).toMatchObject({ records: 1, input: 200 })
  })

  it('tells subagents from the main loop', async () => {
    const lines = stream.split('\n').filter((one) => !one.includes('"type":"result"'))
    const { records } = await readFiles({ 'a.jsonl': lines.join('\n') })
    expect(records.map(({ step }) => step)).toEqual([null, null, 'general-purpose', 'general-purpose', null, null])
  })

  it('is never read as less than its answers where it is cut, with any ends of lines', async () => {
    const lines = stream.trimEnd().split('\n')
    for (let length = 1; length <= lines.length; length++) {
      const read = await readFiles({ 'a.jsonl': `\uFEFF${lines.slice(0, length).join('\r\n')}` })
      const isWhole = lines.slice(0, length).some((one) => one.includes('"type":"result"'))
      expect(silent(read)).toHaveLength(isWhole ? 0 : 1)
      const document = await readFiles({ 'a.json': `\uFEFF[${lines.slice(0, length).join(',\r\n')}]\r\n` })
      expect([told(document), silent(document).length]).toEqual([told(read), silent(read).length])
      if (isWhole) expect(told(read)).toMatchObject(SPEND)
      const cut = await readFiles({ 'a.jsonl': lines.join('\n').slice(0, -1 - length) })
      expect(cut.faults).toEqual([expect.stringContaining('cut off')])
      expect(told(cut)).toMatchObject(SPEND)
    }
  })
})

describe('transcripts of Claude Code', () => {
  it('give a record per answer, with steps of subagents', async () => {
    const read = await readFiles({ 'a/s.jsonl': main, 'a/s/subagents/agent-1.jsonl': side })
    expect(told(read)).toMatchObject({ ...SPEND, records: 5, costUsd: null })
    expect(silent(read)).toEqual([])
    expect(read.records.map(({ step }) => step)).toEqual([null, null, null, 'general-purpose', 'general-purpose'])
    expect(read.records[0]).toMatchObject({ runId: SESSION, agent: 'claude-code', timeMs: Date.parse('2026-11-30T08:57:20.438Z') })
  })

  it('say that there is more where a subagent, or the main loop, is missing', async () => {
    for (const part of [main, side]) expect(silent(await readFiles({ 's.jsonl': part }))).toHaveLength(1)
  })

  it('write an answer in several lines, of which the last counts', async () => {
    const [usage, full] = [9, 159].map((output_tokens) => ({ input_tokens: 10, cache_creation_input_tokens: 11862, output_tokens }))
    const lines = jsonl(line('msg_1', usage ?? {}, { stop_reason: null }), line('msg_1', full ?? {}, { stop_reason: null }))
    const read = await readFiles({ 'a.jsonl': lines, 'b.jsonl': lines })
    expect(read.records).toMatchObject([{ inputTokens: 11872, outputTokens: 159 }])
  })

  it('may have been written before an answer was complete: its output is unknown then', async () => {
    const text = 'These are far more words than the few tokens that were counted when the answer began.'
    const unfinished = line('msg_1', { input_tokens: 10, output_tokens: 8 }, { stop_reason: null, content: [{ type: 'text', text }] })
    const read = await readFiles({ 'a.jsonl': jsonl(unfinished) })
    expect([told(read), silent(read).length]).toMatchObject([{ records: 1, input: 10, output: 0 }, 1])
  })

  it('have lines without usage, before and between', async () => {
    const lines = [
      { type: 'queue-operation', operation: 'enqueue', timestamp: '2026-11-02T09:00:00.000Z', sessionId: 's1' },
      { type: 'summary', summary: 'x', leafUuid: 'u' },
      { type: 'file-history-snapshot', messageId: 'u', snapshot: { timestamp: '2026-11-02T09:00:00.000Z' } },
      {
        type: 'user',
        uuid: 'u',
        sessionId: 's1',
        message: { role: 'user', content: 'x' },
        toolUseResult: { usage: { input_tokens: 5 }, totalTokens: 5 },
      },
      line('msg_1', { input_tokens: 0, output_tokens: 0 }, { model: '<synthetic>' }),
      line('msg_2', { input_tokens: 10, output_tokens: 20 }),
    ]
    for (let first = 0; first < lines.length; first++) {
      const read = await readFiles({ 'a.jsonl': jsonl(...lines.slice(first)) })
      expect([totalsOf(read.records), read.faults]).toMatchObject([{ records: 1, input: 10, output: 20 }, []])
    }
  })

  it('name fast mode, which has prices of its own', async () => {
    const read = await readFiles({ 'a.jsonl': jsonl(line('msg_1', { input_tokens: 10, output_tokens: 20, speed: 'fast' })) })
    expect(read.records).toMatchObject([{ model: 'claude-a-fast' }])
  })

  it('may hold what is nested without end', async () => {
    const deep = `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const text = jsonl(line('msg_1', { input_tokens: 10, output_tokens: 20 })).replace('"content":[]', `"content":[{"input":${deep}}]`)
    expect((await readFiles({ 'a.jsonl': text })).records).toHaveLength(1)
  })

  it('tell of calls that failed', async () => {
    const failed = line('e', { input_tokens: 0, output_tokens: 0 }, { model: '<synthetic>' }, { isApiErrorMessage: true })
    expect((await readFiles({ 'a.jsonl': jsonl(failed) })).records).toMatchObject([{ errors: 1, isSilent: 'even-if-failed' }])
  })

  it('are named where they are broken', async () => {
    const read = await readFiles({
      'a.jsonl': jsonl(line('1', { input_tokens: 1.5, output_tokens: 1 }), line('2', { input_tokens: 10, output_tokens: 20 })),
    })
    expect(read.faults).toEqual([expect.stringContaining('a.jsonl:1: $.message.usage.input_tokens: must be a whole number')])
    expect(told(read)).toMatchObject({ records: 1, input: 10 })
  })
})

describe('one session, told in several ways,', () => {
  const tellings = { stream, main, side, list: `[${stream.trimEnd().split('\n').join(',')}]` }
  const orders = [
    ['stream', 'main', 'side'],
    ['side', 'main', 'stream'],
    ['main', 'stream', 'side'],
    ['main', 'stream'],
    ['stream', 'side'],
    ['stream', 'list', 'stream'],
    ['side', 'list', 'main', 'main', 'side'],
  ] as const
  it.each(orders.map((names) => ({ names })))('is one spend: $names', async ({ names }) => {
    const read = await readFiles(Object.fromEntries(names.map((name, index) => [`${index}/x.jsonl`, tellings[name]])))
    expect(totalsOf(read.records)).toMatchObject({ ...SPEND, records: 2, costUsd: 0.02198325, unknown: 0 })
  })

  it('is that of the transcripts where the stream was cut off', async () => {
    const cut = stream.split('\n').slice(0, 8).join('\n')
    const read = await readFiles({ 'out.jsonl': cut, 's.jsonl': main, 'agent-1.jsonl': side })
    expect([totalsOf(read.records), silent(read)]).toMatchObject([{ ...SPEND, records: 5 }, []])
  })

  it.each(readdirSync(join(samples, 'claude-code')))('is one where its file is there twice: %s', async (name) => {
    const text = sample(`claude-code/${name}`)
    const [once, twice] = [await readFiles({ 'a.json': text }), await readFiles({ 'a.json': text, 'b.json': text })]
    expect(totalsOf(twice.records)).toEqual(totalsOf(once.records))
  })
})

describe('files that look like those of Claude Code', () => {
  it('are not its own', async () => {
    const foreign = [
      sample('gemini-cli/v0.61-stream.jsonl'),
      sample('copilot-cli/v1.0.102-output-no-tokens.jsonl'),
      sample('copilot-cli/v1.0.102-events.jsonl'),
      sample('opencode/v1.18-run.jsonl'),
      sample('anthropic/message.json'),
    ]
    for (const text of foreign) expect((await readFiles({ 'a.json': text })).formats).not.toContain('claude-code')
  })

  it('are refused where they stand in one of its files', async () => {
    const usage = { tokens_in: 5, tokens_out: 5 }
    const { faults, records } = await readFiles({ 'a.jsonl': jsonl(init, result(100), { kind: 'call', usage }) })
    expect([faults, totalsOf(records)]).toMatchObject([[expect.stringContaining('a.jsonl:3')], { input: 100 }])
  })
})

it('a model whose figures are broken does not hide the others, nor the total', async () => {
  const models = { a: { inputTokens: 10, outputTokens: 1, costUSD: 0.4 }, b: { inputTokens: -1, outputTokens: 1, costUSD: 0.1 } }
  const message = { type: 'result', subtype: 'success', is_error: false, session_id: 's', total_cost_usd: 0.5, modelUsage: models }
  const { records, faults } = await readFiles({ 'a.json': JSON.stringify(message) })
  expect(totalsOf(records)).toMatchObject({ records: 2, input: 10, costUsd: 0.5 })
  expect(faults).toEqual([expect.stringContaining('$.modelUsage.b.inputTokens: must be a whole number')])
})
