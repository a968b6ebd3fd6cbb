import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCopies, readFiles, totalsOf } from '../../support/read/files.ts'
import { hex, logLine, type SpanOf, spanLine, spanLines } from '../../support/read/otlp.ts'

const samples = join(import.meta.dirname, '../../fixtures/samples/otlp')
const sample = (name: string) => readCopies({ [name]: join(samples, name) })
const one = async (attributes: NonNullable<SpanOf['attributes']>, more: Partial<SpanOf> = {}) => {
  const { records, faults } = await readFiles({ 'a.jsonl': spanLines({ id: 'a', ...more, attributes }) })
  expect(faults).toEqual([])
  return records
}

describe('whom a call belongs to', () => {
  it('is said by the agent around it, in the AI SDK', async () => {
    const { records, formats } = await sample('ai-sdk-v7.0.173-openai-anthropic.otlp.jsonl')
    expect(formats).toEqual(['opentelemetry'])
    expect(records.map(({ agent, step, provider }) => [agent, step, provider])).toEqual([
      ['two-steps', null, 'openai'],
      ['two-steps', null, 'openai'],
      ['anthropic', null, 'anthropic'],
      ['stream', null, 'openai'],
      [null, 'embeddings', 'openai'],
    ])
    expect(records[0]).toMatchObject({ runId: '89437c3392d584cd56d3629a75a89d63', timeMs: 1796030255814 })
  })

  it('is said by its conversation, its user, or its service', async () => {
    const { records } = await sample('collector-file-exporter.jsonl')
    expect(records).toMatchObject([{ runId: 'conv-7f3a' }, { agent: 'triage', customer: 'acme' }])
    expect((await sample('otel-js-instrumentation-openai.otlp.jsonl')).records[0]).toMatchObject({ agent: 'otel-official' })
  })

  it('is said by whatever span around it says so, the nearest first', async () => {
    const { records } = await readFiles({
      'a.jsonl': spanLines(
        { id: 'c', parent: 'b', attributes: { 'gen_ai.usage.input_tokens': 3, 'gen_ai.operation.name': 'chat' } },
        { id: 'b', parent: 'a', attributes: { 'ai.telemetry.functionId': 'summarise', 'gen_ai.agent.name': 'inner' } },
        { id: 'a', attributes: { 'gen_ai.agent.name': 'outer', 'langfuse.user.id': 'acme', 'session.id': 's', 'test.case.name': 'short' } },
      ),
    })
    expect(records).toMatchObject([{ agent: 'inner', step: 'summarise', customer: 'acme', runId: 's', testCase: 'short' }])
  })

  it('tells how a run ended where its root says so', async () => {
    const chat = { 'gen_ai.operation.name': 'chat', 'gen_ai.usage.input_tokens': 3 }
    const { ends } = await readFiles({
      'a.jsonl': spanLines(
        { id: 'a', trace: 'good', status: 1 },
        { id: 'b', parent: 'a', trace: 'good', attributes: chat },
        { id: 'a', trace: 'bad', status: 2 },
        { id: 'b', parent: 'a', trace: 'bad', status: 1, attributes: chat },
        { id: 'a', trace: 'unset', status: 0, attributes: chat },
        { id: 'b', trace: 'no root', parent: 'a', status: 1, attributes: chat },
        { id: 'a', trace: 'no call', status: 2 },
      ),
    })
    expect([...ends]).toEqual([
      [hex('good', 32), 'success'],
      [hex('bad', 32), 'failure'],
    ])
  })
})

describe('calls of unknown cost', () => {
  it('are streams without usage, and failed calls', async () => {
    const { records } = await sample('instrumentation-openai-0.22.otlp.jsonl')
    expect(records.map(({ isSilent, errors }) => [isSilent, errors])).toEqual([
      [undefined, 0],
      [undefined, 0],
      ['even-if-failed', 0],
      [undefined, 0],
      ['even-if-failed', 1],
    ])
  })

  it('are counted once, though the SDK and each attempt have a span', async () => {
    const { records } = await sample('ai-sdk-v7.0.173-openai-anthropic.otlp.jsonl')
    expect(records.filter(({ errors }) => errors > 0)).toMatchObject([{ isSilent: 'even-if-failed' }])
  })

  it('are those of Langfuse that failed, whose cost it writes as 0', async () => {
    const attributes = {
      'langfuse.observation.type': 'generation',
      'langfuse.observation.level': 'ERROR',
      'langfuse.observation.cost_details': '{"input":0,"output":0,"total":0}',
    }
    expect(await one(attributes)).toMatchObject([{ isSilent: 'even-if-failed', errors: 1, costUsd: null }])
  })

  it('are none of the spans of tools, agents and requests', async () => {
    const names = ['execute_tool', 'invoke_agent', 'agent_step', 'create_agent', 'retrieval']
    const spans = names.map((name) => ({
      id: name.slice(0, 8),
      attributes: { 'gen_ai.operation.name': name, 'gen_ai.request.model': 'm' },
    }))
    const { records, faults } = await readFiles({ 'a.jsonl': spanLines(...spans, { id: 'h', attributes: { 'http.route': '/' } }) })
    expect([records, faults]).toEqual([[], []])
  })

  it('are those with zeros alone, and with what is no number', async () => {
    const zeros = { 'gen_ai.operation.name': 'chat', 'gen_ai.usage.input_tokens': 0, 'gen_ai.usage.output_tokens': 0 }
    expect(await one(zeros)).toMatchObject([{ isSilent: 'even-if-failed' }])
    const line = spanLine({ id: 'a', attributes: { 'ai.operationId': 'ai.streamText.doStream', 'ai.usage.promptTokens': 0.5 } })
    const { records, faults } = await readFiles({ 'a.jsonl': line.replace('0.5', '"NaN"') })
    expect([records.length, faults]).toEqual([1, []])
  })
})

describe('figures', () => {
  const figures = ({
    inputTokens,
    outputTokens,
    cachedTokens,
    cacheWriteTokens,
    reasoningTokens,
    costUsd,
  }: Awaited<ReturnType<typeof one>>[0]) => [inputTokens, outputTokens, cachedTokens, cacheWriteTokens, reasoningTokens, costUsd]
  const sentry = {
    'gen_ai.usage.input_tokens': 100,
    'gen_ai.usage.input_tokens.cached': 60,
    'gen_ai.usage.input_tokens.cache_write': 20,
    'gen_ai.usage.output_tokens': 9,
    'gen_ai.usage.output_tokens.reasoning': 4,
  }
  const anthropic = {
    anthropic: { usage: { input_tokens: 81, cache_read_input_tokens: 4096, cache_creation_input_tokens: 2048, output_tokens: 64 } },
  }

  it.each([
    ['Sentry', sentry, [100, 9, 60, 20, 4, null]],
    [
      'Traceloop',
      { 'gen_ai.usage.prompt_tokens': 100, 'gen_ai.usage.completion_tokens': 9, 'gen_ai.usage.cache_read_input_tokens': 60 },
      [100, 9, 60, 0, 0, null],
    ],
    [
      'OpenInference',
      { 'llm.token_count.prompt': 100, 'llm.token_count.completion': 9, 'llm.cost.prompt': 0.25, 'llm.cost.completion': 0.5 },
      [100, 9, 0, 0, 0, 0.75],
    ],
    ['Laminar', { ...sentry, 'gen_ai.usage.input_cost': 0.25, 'gen_ai.usage.output_cost': 0.5 }, [100, 9, 60, 20, 4, 0.75]],
    ['OpenLIT', { ...sentry, 'gen_ai.usage.cost': 0.5 }, [100, 9, 60, 20, 4, 0.5]],
    ['Pydantic AI', { ...sentry, 'operation.cost': 0.5 }, [100, 9, 60, 20, 4, 0.5]],
    ['an AI SDK before 5', { 'ai.usage.promptTokens': 100, 'ai.usage.completionTokens': 9 }, [100, 9, 0, 0, 0, null]],
    ['embeddings of the AI SDK', { 'ai.operationId': 'ai.embed.doEmbed', 'ai.usage.tokens': 7 }, [7, 0, 0, 0, 0, null]],
    [
      'the AI SDK 5 with Anthropic',
      {
        'gen_ai.usage.input_tokens': 81,
        'gen_ai.usage.output_tokens': 64,
        'ai.usage.cachedInputTokens': 4096,
        'ai.response.providerMetadata': JSON.stringify(anthropic),
      },
      [6225, 64, 4096, 2048, 0, null],
    ],
    [
      'a cache that is larger than the prompt',
      { 'gen_ai.usage.input_tokens': 81, 'gen_ai.usage.cache_read.input_tokens': 4096 },
      [4177, 0, 4096, 0, 0, null],
    ],
    [
      'a total that has the cache in it',
      {
        'gen_ai.usage.input_tokens': 5000,
        'gen_ai.usage.output_tokens': 10,
        'gen_ai.usage.total_tokens': 9106,
        'gen_ai.usage.cache_read.input_tokens': 4096,
      },
      [9096, 10, 4096, 0, 0, null],
    ],
    [
      'Langfuse',
      {
        'langfuse.observation.usage_details':
          '{"input":50,"input_cached_tokens":30,"input_cache_write_tokens":20,"input_audio_tokens":0,"output":5,"output_reasoning_tokens":4,"output_accepted_prediction_tokens":0,"total":109}',
        'langfuse.observation.cost_details': '{"input":0.25,"output":0.5}',
      },
      [100, 9, 30, 20, 4, 0.75],
    ],
    [
      'MLflow',
      {
        'mlflow.spanType': '"CHAT_MODEL"',
        'mlflow.chat.tokenUsage': '{"input_tokens":100,"output_tokens":9,"total_tokens":109,"cache_read_input_tokens":60}',
        'mlflow.llm.cost': '{"input_cost":0.25,"output_cost":0.5,"total_cost":0.75}',
      },
      [100, 9, 60, 0, 0, 0.75],
    ],
  ])('of %s', async (_name, attributes, expected) => {
    expect((await one(attributes)).map(figures)).toEqual([expected])
  })

  it('have the model and the provider', async () => {
    const attributes = {
      'ai.model.id': 'asked',
      'ai.model.provider': 'openai.responses',
      'gen_ai.response.model': 'given',
      'ai.usage.inputTokens': 3,
    }
    expect(await one(attributes)).toMatchObject([{ model: 'given', provider: 'openai' }])
  })

  it('that are broken are named with their place, and hide no others', async () => {
    const broken = spanLine({ id: 'b', attributes: { 'gen_ai.request.model': 'm', 'gen_ai.usage.input_tokens': -1 } })
    const json = spanLine({ id: 'c', attributes: { 'langfuse.observation.usage_details': '{"input":"many"}' } })
    const good = spanLine({ id: 'd', attributes: { 'gen_ai.usage.input_tokens': 5 } })
    const { records, faults } = await readFiles({ 'a.jsonl': `${broken}\n${json}\n${good}\n` })
    expect(records).toMatchObject([{ inputTokens: 5 }])
    expect(faults).toEqual([
      expect.stringMatching(
        /^a\.jsonl:1: \$\.resourceSpans\[0\]\.scopeSpans\[0\]\.spans\[0\]\.attributes\[1\]\.value: must be a whole number/,
      ),
      expect.stringMatching(/^a\.jsonl:2: .*attributes\[0\]\.value\.input: must be a whole number/),
    ])
  })

  it('are found in old files, and in documents with line breaks', async () => {
    const line = spanLine({ id: 'a', attributes: { 'gen_ai.usage.input_tokens': 5 } })
    const old = line.replace('scopeSpans', 'instrumentationLibrarySpans')
    expect((await readFiles({ 'a.json': old })).records).toHaveLength(1)
    expect((await readFiles({ 'a.json': JSON.stringify(JSON.parse(line), null, 2) })).records).toHaveLength(1)
  })
})

describe('logs', () => {
  const name = 'claude-code-v2.1.332-logs.otlp.jsonl'

  it('of Claude Code have its requests', async () => {
    const { records } = await sample(name)
    expect(records[0]).toMatchObject({
      agent: 'claude-code',
      runId: '30a6000e-b4c9-4d83-8f72-e8429e6b2311',
      provider: 'anthropic',
      customer: null,
    })
  })

  it('of Claude Code and its spans are one session', async () => {
    const text = readFileSync(join(samples, name), 'utf8')
    const logs = totalsOf((await readFiles({ 'a.jsonl': text })).records)
    const attributes = {
      'session.id': '30a6000e-b4c9-4d83-8f72-e8429e6b2311',
      'gen_ai.request.model': 'claude-sonnet-4-5',
      model: 'claude-sonnet-4-5',
      input_tokens: '972',
      output_tokens: '87',
      cache_read_tokens: '2912',
      cache_creation_tokens: '972',
    }
    const span = spanLine({ id: 'a', name: 'claude_code.llm_request', attributes })
    expect(totalsOf((await readFiles({ 'a.jsonl': text, 'b.jsonl': `${span}\n` })).records)).toEqual(logs)
    expect((await readFiles({ 'b.jsonl': span })).records).toMatchObject([{ inputTokens: 4856, outputTokens: 87, cachedTokens: 2912 }])
  })

  it('of Claude Code have its failed requests', async () => {
    const line = logLine('claude_code.api_error', { model: 'm', 'session.id': 's', error: 'Overloaded' })
    expect((await readFiles({ 'a.jsonl': line })).records).toMatchObject([{ errors: 1, isSilent: 'even-if-failed', runId: 's' }])
  })

  it('that repeat a span are the same call', async () => {
    const attributes = { 'gen_ai.usage.input_tokens': 5, 'gen_ai.usage.output_tokens': 1 }
    const log = logLine('gen_ai.client.inference.operation.details', attributes, 't', 'a')
    expect((await readFiles({ 'a.jsonl': `${log}\n${spanLine({ id: 'a', attributes })}\n` })).records).toMatchObject([{ inputTokens: 5 }])
    expect((await readFiles({ 'a.jsonl': log })).records).toMatchObject([{ inputTokens: 5 }])
  })

  it('of other tools with tokens are refused once, by name', async () => {
    const line = logLine('other.response', { input_token_count: 5 })
    const { faults } = await readFiles({ 'a.jsonl': `${line}\n${line}\n${logLine('other.prompt', { length: 5 })}\n` })
    expect(faults).toEqual([expect.stringContaining('the event "other.response" tells of tokens and is not read')])
  })
})

describe('metrics', () => {
  const metrics = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 'gen_ai.client.token.usage' }] }] }] })

  it('alone are refused in one line', async () => {
    const { records, faults } = await readFiles({ 'a.jsonl': `${metrics}\n${metrics}\n`, 'b.jsonl': metrics })
    expect([records, faults]).toEqual([[], [expect.stringContaining('a.jsonl:1: holds metrics')]])
  })

  it('beside traces are passed over', async () => {
    const { records, faults } = await readFiles({
      'a.jsonl': metrics,
      'b.jsonl': spanLines({ id: 'a', attributes: { 'gen_ai.usage.input_tokens': 5 } }),
    })
    expect([records.length, faults]).toEqual([1, []])
  })
})

describe('the same spend in another file', () => {
  it.each([
    'ai-sdk-v7.0.173-openai-anthropic.otlp.jsonl',
    'openinference-plus-anthropic-native.otlp.jsonl',
  ])('is %s under another name', async (name) => {
    const twice = await readCopies({ 'a.jsonl': join(samples, name), 'b.jsonl': join(samples, name) })
    expect(totalsOf(twice.records)).toEqual(totalsOf((await sample(name)).records))
  })

  it('has the same id of its answer, in another trace', async () => {
    const attributes = { 'gen_ai.response.id': 'resp_1', 'gen_ai.usage.input_tokens': 5 }
    expect(await readFiles({ 'a.jsonl': spanLines({ id: 'a', attributes }, { id: 'b', trace: 'u', attributes }) })).toMatchObject({
      records: [{}],
    })
  })
})

describe('reasoning', () => {
  it.each<[string, Record<string, number>, number]>([
    [
      'is in the output',
      { 'llm.token_count.completion': 30, 'llm.token_count.completion_details.reasoning': 25, 'llm.token_count.total': 40 },
      30,
    ],
    [
      'stands beside it',
      { 'llm.token_count.completion': 5, 'llm.token_count.completion_details.reasoning': 25, 'llm.token_count.total': 40 },
      30,
    ],
    ['stands beside it, and no total tells', { 'llm.token_count.completion': 5, 'llm.token_count.completion_details.reasoning': 25 }, 30],
    ['is in the total alone', { 'llm.token_count.completion': 5, 'llm.token_count.total': 40 }, 30],
  ])('%s', async (_, figures, output) => {
    const attributes = { 'openinference.span.kind': 'LLM', 'llm.token_count.prompt': 10, ...figures }
    expect(await one(attributes)).toMatchObject([{ inputTokens: 10, outputTokens: output }])
  })
})

it('names the seller without the kind of its API', async () => {
  const names = ['openai.responses', 'anthropic.messages', 'google.generative-ai', 'azure.ai.openai', 'aws.bedrock', 'gcp.vertex_ai']
  const spans = names.map((name, index) => ({ id: `${index}`, attributes: { 'gen_ai.system': name, 'gen_ai.usage.input_tokens': 3 } }))
  const { records } = await readFiles({ 'a.jsonl': spanLines(...spans) })
  expect(records.map(({ provider }) => provider)).toEqual([
    'openai',
    'anthropic',
    'google',
    'azure.ai.openai',
    'aws.bedrock',
    'gcp.vertex_ai',
  ])
})
