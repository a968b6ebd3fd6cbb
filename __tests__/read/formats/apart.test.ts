import { describe, expect, it } from 'vitest'
import { readFiles } from '../../support/read/files.ts'

const openai = (object: string, usage: object, more: object = {}) => ({
  id: 'resp_67ccd2bed1ec8190',
  object,
  model: 'gpt-4o',
  usage,
  ...more,
})
const chat = { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 }
const sides = { input_tokens: 1000, output_tokens: 200, total_tokens: 1200 }
const message = { id: 'msg_01XFDUDYJgAACzvnptvVoYEL', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5' }
const claude = {
  input_tokens: 1000,
  output_tokens: 200,
  cache_read_input_tokens: 0,
  server_tool_use: { web_search_requests: 2, web_fetch_requests: 3 },
}
const search = (type?: string) => ({ type: 'web_search_call', status: 'completed', ...(type && { action: { type } }) })
const gemini = (usage: object, more: object = {}) => ({ responseId: 'r', modelVersion: 'gemini-2.5-flash', usageMetadata: usage, ...more })
const counts = { promptTokenCount: 1000, candidatesTokenCount: 200, totalTokenCount: 1200 }
const span = (attributes: object) => ({
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            {
              traceId: '5b8efff798038103d269b633813fc60c',
              spanId: 'eee19b7ec3c1b174',
              name: 'chat gpt-4o',
              attributes: Object.entries({ 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-4o', ...attributes }).map(
                ([key, value]) => ({
                  key,
                  value: typeof value === 'number' ? { intValue: value } : { stringValue: value as string },
                }),
              ),
            },
          ],
        },
      ],
    },
  ],
})
const inSpan = { 'gen_ai.usage.input_tokens': 1000, 'gen_ai.usage.output_tokens': 200 }
const run = (usage: object) => ({
  id: 'a',
  trace_id: 'a',
  run_type: 'llm',
  dotted_order: 'a',
  outputs: { usage_metadata: { ...sides, ...usage } },
})

describe('sound and images', () => {
  it.each([
    ['OpenAI: none', openai('chat.completion', { ...chat, prompt_tokens_details: { audio_tokens: 0 } }), undefined],
    ['OpenAI: a prompt', openai('chat.completion', { ...chat, prompt_tokens_details: { audio_tokens: 40 } }), 40],
    [
      'OpenAI: both sides',
      openai('chat.completion', { ...chat, prompt_tokens_details: { audio_tokens: 40 }, completion_tokens_details: { audio_tokens: 2 } }),
      42,
    ],
    ['OpenAI: an image that was made', openai('response', { ...sides, output_tokens_details: { image_tokens: 150 } }), 150],
    ['Gemini: text', gemini({ ...counts, promptTokensDetails: [{ modality: 'TEXT', tokenCount: 1000 }] }), undefined],
    [
      'Gemini: sound in a prompt',
      gemini({
        ...counts,
        promptTokensDetails: [
          { modality: 'TEXT', tokenCount: 900 },
          { modality: 'AUDIO', tokenCount: 100 },
        ],
      }),
      100,
    ],
    ['Gemini: sound that a tool added', gemini({ ...counts, toolUsePromptTokensDetails: [{ modality: 'AUDIO', tokenCount: 7 }] }), 7],
    [
      'Gemini: an image in a prompt costs what text costs',
      gemini({ ...counts, promptTokensDetails: [{ modality: 'IMAGE', tokenCount: 258 }] }),
      undefined,
    ],
    ['Gemini: an image that it made', gemini({ ...counts, candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 190 }] }), 190],
    [
      "Gemini: as Python's client writes it",
      {
        model_version: 'gemini-2.5-flash',
        usage_metadata: {
          prompt_token_count: 1000,
          candidates_token_count: 200,
          total_token_count: 1200,
          prompt_tokens_details: [{ modality: 'audio', token_count: 9 }],
        },
      },
      9,
    ],
    ['OpenTelemetry', span({ ...inSpan, 'gen_ai.usage.audio.input_tokens': 30, 'gen_ai.usage.image.output_tokens': 3 }), 33],
    ['OpenTelemetry: text', span({ ...inSpan, 'gen_ai.usage.text.input_tokens': 30 }), undefined],
    ['OpenInference', span({ ...inSpan, 'llm.token_count.prompt_details.audio': 11, 'llm.token_count.completion_details.audio': 2 }), 13],
    [
      'Langfuse in a span',
      span({ 'langfuse.observation.usage_details': JSON.stringify({ input: 900, input_audio_tokens: 100, output: 200 }) }),
      100,
    ],
    [
      'Langfuse',
      {
        traceId: 't',
        startTime: '2026-11-02T09:00:00Z',
        id: 'o',
        type: 'GENERATION',
        model: 'gpt-4o',
        usageDetails: { input: 900, input_audio_tokens: 100, output: 150, output_image: 50 },
      },
      150,
    ],
    ['LangSmith', run({ input_token_details: { audio: 5 }, output_token_details: { audio: 6 } }), 11],
    [
      'Braintrust',
      {
        root_span_id: 'r',
        span_id: 's',
        span_attributes: { type: 'llm' },
        metadata: { model: 'gpt-4o' },
        metrics: { prompt_tokens: 1000, completion_tokens: 200, prompt_audio_tokens: 4, completion_audio_tokens: 5 },
      },
      9,
    ],
    [
      'LiteLLM',
      {
        call_type: 'acompletion',
        request_id: 'q',
        spend: 0,
        model: 'gpt-4o',
        prompt_tokens: 1000,
        completion_tokens: 200,
        total_tokens: 1200,
        metadata: { usage_object: { prompt_tokens_details: { audio_tokens: 8 } } },
      },
      8,
    ],
    [
      'AI SDK',
      {
        response: { id: 'chatcmpl-9f3a9f3a', modelId: 'gpt-4o' },
        finishReason: 'stop',
        usage: { inputTokens: 1000, outputTokens: 200, raw: { completion_tokens_details: { audio_tokens: 12 } } },
      },
      12,
    ],
    ['a ledger', { timestamp: '2026-11-02T09:00:00Z', model: 'gpt-4o', input_tokens: 1000, output_tokens: 200, media_tokens: 6 }, 6],
  ])('%s', async (_name, value, mediaTokens) => {
    const { records, faults } = await readFiles({ 'usage.jsonl': `${JSON.stringify(value)}\n` })
    expect(faults).toEqual([])
    expect(records.map((record) => [record.inputTokens, record.mediaTokens])).toEqual([[1000, mediaTokens]])
  })
})

describe('tools that a provider runs', () => {
  it.each([
    ['Anthropic', { ...message, usage: claude }, { webSearches: 2 }],
    [
      'Anthropic, in a stream',
      [
        { type: 'message_start', message: { ...message, usage: { input_tokens: 1000, output_tokens: 1 } } },
        { type: 'message_delta', usage: claude },
        { type: 'message_stop' },
      ],
      { webSearches: 2 },
    ],
    [
      'Claude Code',
      { type: 'assistant', uuid: 'u', sessionId: 's', timestamp: '2026-11-02T09:00:00Z', message: { ...message, usage: claude } },
      { webSearches: 2 },
    ],
    [
      'OpenAI: a search',
      openai('response', sides, { output: [search(), search('search'), search('open_page'), search('find_in_page')] }),
      { webSearches: 2 },
    ],
    [
      'OpenAI: functions cost nothing',
      openai('response', sides, { output: [{ type: 'function_call' }, { type: 'mcp_call' }, { type: 'message' }] }),
      {},
    ],
    [
      'OpenAI: others',
      openai('response', sides, {
        output: [{ type: 'file_search_call' }, { type: 'code_interpreter_call' }, { type: 'image_generation_call' }],
      }),
      { paidTools: 3 },
    ],
    [
      'Gemini',
      gemini(counts, { candidates: [{ finishReason: 'STOP', groundingMetadata: { webSearchQueries: ['a', 'b', 'c'] } }] }),
      { webSearches: 3 },
    ],
    [
      'AI SDK',
      {
        response: { id: 'msg_01XFDUDYJgAACzvnptvVoYEL', modelId: 'claude-sonnet-4-5' },
        finishReason: 'stop',
        usage: { inputTokens: 1000, inputTokenDetails: {}, outputTokens: 200 },
        providerMetadata: { anthropic: { usage: { server_tool_use: { web_search_requests: 2 } } } },
      },
      { webSearches: 2 },
    ],
    [
      'AI SDK in a span',
      span({
        ...inSpan,
        'ai.response.providerMetadata': JSON.stringify({
          anthropic: { usage: { input_tokens: 1000, server_tool_use: { web_search_requests: 4 } } },
        }),
      }),
      { webSearches: 4 },
    ],
    ['OpenTelemetry', span({ ...inSpan, 'gen_ai.usage.details.web_search_requests': 5 }), { webSearches: 5 }],
    [
      'LiteLLM',
      {
        call_type: 'acompletion',
        request_id: 'q',
        spend: 0,
        model: 'gpt-4o',
        prompt_tokens: 1000,
        completion_tokens: 200,
        total_tokens: 1200,
        metadata: { usage_object: { server_tool_use: { web_search_requests: 6 } } },
      },
      { webSearches: 6 },
    ],
    [
      'a ledger',
      { timestamp: '2026-11-02T09:00:00Z', model: 'gpt-4o', input_tokens: 1000, output_tokens: 200, web_searches: 2, paid_tools: 1 },
      { webSearches: 2, paidTools: 1 },
    ],
    [
      'a ledger: none',
      { timestamp: '2026-11-02T09:00:00Z', model: 'gpt-4o', input_tokens: 1000, output_tokens: 200, web_searches: 0, paid_tools: 0 },
      {},
    ],
  ])('%s', async (_name, value, uses) => {
    const lines = [value].flat().map((line) => `${JSON.stringify(line)}\n`)
    const { records, faults } = await readFiles({ 'usage.jsonl': lines.join('') })
    expect(faults).toEqual([])
    expect(records.map(({ inputTokens, webSearches, paidTools }) => ({ inputTokens, webSearches, paidTools }))).toEqual([
      { inputTokens: 1000, ...uses },
    ])
  })
})

it('a row of a ledger with them is no model for the rows after it', async () => {
  const plain = { timestamp: '2026-11-02T09:00:00Z', model: 'gpt-4o', input_tokens: 1000, output_tokens: 200 }
  const rows = [plain, { ...plain, web_searches: 2 }, { ...plain, input_tokens: 7 }, { ...plain, input_tokens: 8, web_searches: 3 }]
  const { records } = await readFiles({ 'usage.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join('') })
  expect(records.map(({ webSearches }) => webSearches)).toEqual([undefined, 2, undefined, 3])
})

it('a broken count is named where it stands', async () => {
  const value = openai('chat.completion', { ...chat, prompt_tokens_details: { audio_tokens: 'many' } })
  const { faults } = await readFiles({ 'usage.jsonl': `${JSON.stringify(value)}\n` })
  expect(faults.join()).toMatch(/audio_tokens: must be a whole number/)
})
