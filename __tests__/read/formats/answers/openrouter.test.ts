import { expect, it } from 'vitest'
import { readLog, sample } from '../../../support/read/answers.ts'
import { readFiles } from '../../../support/read/files.ts'

const answer = { id: 'gen-1763700301-AbCdEf', object: 'chat.completion', created: 1763700301, model: 'openai/gpt-4o', provider: 'OpenAI' }
const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 }
const costOf = async (...lines: object[]) => (await readLog(...lines)).records.map(({ costUsd }) => costUsd)

it('takes the cost in credits, the fee and what a key of the user cost, and knows what is free', async () => {
  const { records, formats } = await readFiles({ 'a.jsonl': sample('openrouter/byok-and-free.jsonl') })
  expect(formats).toEqual(['openrouter'])
  expect(records.map(({ costUsd, isFree, provider }) => [Math.round((costUsd ?? 0) * 1e7) / 1e7, isFree, provider])).toEqual([
    [0.0378795, undefined, 'openrouter'],
    [0.01, undefined, 'openrouter'],
    [0, true, 'openrouter'],
    [0.00035, undefined, 'openrouter'],
  ])
})

it('does not take a fee for the cost', async () => {
  expect(
    await costOf({ ...answer, usage: { ...usage, cost: 0.001, is_byok: true, cost_details: { upstream_inference_cost: null } } }),
  ).toEqual([null])
  expect(await costOf({ ...answer, usage })).toEqual([null])
})

it('takes what the API tells of a generation, and counts it once beside the answer', async () => {
  const generation = {
    data: {
      id: answer.id,
      model: 'openai/gpt-4o',
      total_cost: 0.002,
      usage: 0.002,
      is_byok: false,
      native_tokens_prompt: 100,
      native_tokens_completion: 10,
      native_tokens_cached: 64,
      created_at: '2026-11-03T10:00:00Z',
      provider_name: 'OpenAI',
    },
  }
  const { records } = await readLog(generation)
  expect(records).toMatchObject([
    { inputTokens: 100, outputTokens: 10, cachedTokens: 64, costUsd: 0.002, timeMs: Date.UTC(2026, 10, 3, 10), provider: 'openrouter' },
  ])
  expect(await costOf(generation, { ...answer, usage: { ...usage, cost: 0.002 } })).toEqual([0.002])
})

it('leaves answers of others between its own as they are', async () => {
  const { records } = await readLog(
    { ...answer, usage: { ...usage, cost: 0.001 } },
    { ts: 1763700301, model: 'gpt-4o', provider: 'openai', usage },
  )
  expect(records.map(({ provider, costUsd }) => [provider, costUsd])).toEqual([
    ['openrouter', 0.001],
    ['openai', null],
  ])
})

it('names a broken cost', async () => {
  const { faults } = await readLog({ ...answer, usage: { ...usage, cost: -1 } })
  expect(faults).toEqual([expect.stringContaining('log.jsonl:1: $.usage.cost: must be an amount')])
})
