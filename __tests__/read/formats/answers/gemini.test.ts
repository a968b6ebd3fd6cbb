import { describe, expect, it } from 'vitest'
import { figuresOf, readLog, sample } from '../../../support/read/answers.ts'
import { readFiles } from '../../../support/read/files.ts'

const camel = {
  promptTokenCount: 1200,
  cachedContentTokenCount: 1024,
  candidatesTokenCount: 80,
  thoughtsTokenCount: 350,
  toolUsePromptTokenCount: 70,
  totalTokenCount: 1700,
}
const snake = {
  prompt_token_count: 1200,
  cached_content_token_count: 1024,
  candidates_token_count: 80,
  thoughts_token_count: 350,
  tool_use_prompt_token_count: 70,
  total_token_count: 1700,
}
const whole = [1270, 430, 1024, 0]
const ended = [{ finishReason: 'STOP' }]

describe('answers of Gemini', () => {
  it('tell their model and thoughts', async () => {
    const { records, formats } = await readFiles({ 'a.json': sample('gemini/generate-content.json') })
    expect(formats).toEqual(['gemini'])
    expect(records).toMatchObject([{ model: 'gemini-2.5-flash', reasoningTokens: 350, costUsd: null }])
  })

  it.each<[string, object]>([
    ['of the API', { candidates: ended, usageMetadata: camel, modelVersion: 'gemini-2.5-flash' }],
    ["of Python's client", { candidates: [{ finish_reason: 'STOP' }], usage_metadata: snake, model_version: 'gemini-2.5-flash' }],
    ['in a log line', { ts: '2026-11-03T10:00:00Z', model: 'gemini-2.5-flash', usage: camel }],
    ['wrapped', { ts: '2026-11-03T10:00:00Z', response: { usageMetadata: camel, modelVersion: 'gemini-2.5-flash' } }],
    ['beside the model', { model: 'gemini-2.5-flash', ...snake }],
  ])('have thoughts in the output and tools in the prompt, %s', async (_, line) => {
    expect(await figuresOf(line)).toEqual([whole])
  })

  it('count 0 for what is missing, and are unknown where all of it is', async () => {
    expect(await figuresOf({ usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 }, modelVersion: 'm' })).toEqual([[9, 0, 0, 0]])
    expect((await readLog({ candidates: ended, modelVersion: 'm' })).records).toMatchObject([{ isSilent: 'even-if-failed', model: 'm' }])
  })

  it('in a stream count once, with or without an id', async () => {
    const text = sample('gemini/stream.jsonl')
    for (const log of [text, text + text, text.replaceAll(',"responseId":"stream-answer-1"', '')])
      expect((await readFiles({ 'a.jsonl': log })).records).toMatchObject([{ inputTokens: 940, outputTokens: 129 }])
  })

  it('of a batch cost half', async () => {
    const response = { candidates: ended, usageMetadata: camel, modelVersion: 'gemini-2.5-flash' }
    const { records } = await readLog(
      { key: 'request-1', response },
      { status: '', processed_time: '2026-11-03T10:00:00Z', request: {}, response },
    )
    expect(records.map(({ batch }) => batch)).toEqual([true, true])
  })

  it('name what is broken', async () => {
    const { faults } = await readLog({ modelVersion: 'm', usageMetadata: { ...camel, promptTokenCount: 'x' } })
    expect(faults).toEqual([expect.stringContaining('log.jsonl:1: $.usageMetadata.promptTokenCount: must be a whole number')])
  })
})
