import { describe, expect, it } from 'vitest'
import { log } from '../../support/read/answers.ts'
import { readFiles } from '../../support/read/files.ts'

const line = (more: object) => ({
  _schema: 'token-usage/v0.28.0',
  timestamp: '2026-11-02T09:00:01.120Z',
  request_id: 'request-1',
  provider: 'anthropic',
  model: 'm',
  path: '/v1/messages',
  status: 200,
  input_tokens: 100,
  output_tokens: 10,
  cache_read_tokens: 40,
  cache_write_tokens: 0,
  ai_credits_this_response: 150,
  ai_credits_total: 900,
  ...more,
})
const read = async (more: object) => (await readFiles({ 'token-usage.jsonl': log(line(more)) })).records[0]

describe('token usage of the firewall', () => {
  it.each<[string, object, number]>([
    ['Anthropic leaves the cache out', {}, 140],
    ['the flag says that it is in', { input_tokens_include_cache: true }, 100],
    ['the flag says that it is not in', { provider: 'openai', path: '/v1/chat/completions', input_tokens_include_cache: false }, 140],
    ['OpenAI has it in', { provider: 'openai', path: '/v1/chat/completions' }, 100],
    ['Copilot has it in', { provider: 'copilot', path: '/chat/completions' }, 100],
    ['Copilot leaves out what it says apart', { provider: 'copilot', path: '/chat/completions', cache_write_tokens: 7 }, 147],
    ['Copilot asks Anthropic', { provider: 'copilot' }, 140],
    ['a prompt is smaller than its cached part', { provider: 'openai', path: '/v1/responses', cache_read_tokens: 120 }, 220],
  ])('%s', async (_, more, input) => {
    expect(await read(more)).toMatchObject({ inputTokens: input, outputTokens: 10, costUsd: 1.5 })
  })

  it('adds reasoning that is more than the output', async () => {
    expect(await read({ reasoning_tokens: 7 })).toMatchObject({ outputTokens: 10, reasoningTokens: 7 })
    expect(await read({ reasoning_tokens: 70 })).toMatchObject({ outputTokens: 80, reasoningTokens: 70 })
  })

  it('does not trust credits at the price of another model', async () => {
    expect(await read({ ai_credits_fallback_pricing_used: true })).toMatchObject({ inputTokens: 140, costUsd: null })
  })

  it('tells of calls that failed, and of those that choose a model', async () => {
    expect(await read({ status: 429, input_tokens: 0, output_tokens: 0, cache_read_tokens: 0, ai_credits_this_response: 0 })).toMatchObject(
      {
        calls: 1,
        errors: 1,
      },
    )
    expect(await read({ purpose: 'routing_classification' })).toMatchObject({ step: 'routing_classification', costUsd: 1.5 })
  })

  it('counts a request once', async () => {
    const { records } = await readFiles({ 'a.jsonl': log(line({}), line({}), line({ request_id: 'request-2' })), 'b.jsonl': log(line({})) })
    expect(records).toHaveLength(2)
  })
})
