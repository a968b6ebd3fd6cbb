import { describe, expect, it } from 'vitest'
import { figuresOf, readLog, sample, variantsOf } from '../../../support/read/answers.ts'
import { readFiles, totalsOf } from '../../../support/read/files.ts'

const v5 = { inputTokens: 81, outputTokens: 64, totalTokens: 145, cachedInputTokens: 40 }
const v6 = {
  inputTokens: 121,
  inputTokenDetails: { noCacheTokens: 81, cacheReadTokens: 40 },
  outputTokens: 64,
  outputTokenDetails: {},
  totalTokens: 185,
}
const written = { anthropic: { cacheCreationInputTokens: 20 } }

describe('usage of the AI SDK', () => {
  it('tells model, time and step', async () => {
    const { records, formats } = await readFiles({ 'log.jsonl': sample('vercel-ai-sdk/usage-log-v7.0.173.jsonl') })
    expect(formats).toEqual(['ai-sdk'])
    expect(records.map(({ model, step, timeMs }) => [model, step, timeMs])).toEqual([
      ['gpt-5-mini', 'two-steps', Date.UTC(2026, 10, 30, 9, 17, 36, 600)],
      ['claude-sonnet-4-5', 'anthropic', Date.UTC(2026, 10, 30, 9, 17, 37, 353)],
      ['gpt-4o-mini', 'stream', Date.UTC(2026, 10, 30, 9, 17, 37, 782)],
    ])
  })

  it.each<[string, object, number[]]>([
    ['version 4', { usage: { promptTokens: 787, completionTokens: 60, totalTokens: 847 } }, [787, 60, 0, 0]],
    ['version 4 beside the model', { promptTokens: 787, completionTokens: 60 }, [787, 60, 0, 0]],
    ['version 5 of another provider', { usage: v5 }, [81, 64, 40, 0]],
    ['version 5 of Anthropic', { usage: v5, providerMetadata: written }, [141, 64, 40, 20]],
    ['version 5 of Anthropic by the name of the provider', { usage: v5, provider: 'anthropic.messages' }, [121, 64, 40, 0]],
    ['version 5 of Anthropic by the gateway', { usage: v5, model: 'anthropic/m' }, [121, 64, 40, 0]],
    ['version 5 of Anthropic by the id of the answer', { usage: v5, response: { id: 'msg_1', modelId: 'm' } }, [121, 64, 40, 0]],
    ['version 5 of Bedrock', { usage: v5, providerMetadata: { bedrock: { usage: { cacheWriteInputTokens: 9 } } } }, [130, 64, 40, 9]],
    ['version 5 with more in the cache than in the prompt', { usage: { ...v5, cachedInputTokens: 90 } }, [171, 64, 90, 0]],
    [
      'version 5 of Gemini',
      { usage: { inputTokens: 100, outputTokens: 20, reasoningTokens: 350, totalTokens: 470, cachedInputTokens: 40 } },
      [100, 370, 40, 0],
    ],
    [
      'version 5 of OpenAI, which has reasoning in its output',
      { usage: { inputTokens: 100, outputTokens: 20, reasoningTokens: 15, totalTokens: 120 } },
      [100, 20, 0, 0],
    ],
    ['version 6', { usage: v6 }, [121, 64, 40, 0]],
    ['version 6 of Anthropic', { usage: v6, provider: 'anthropic.messages' }, [121, 64, 40, 0]],
    [
      'version 6 with a model that names its provider',
      { model: { provider: 'anthropic.messages', modelId: 'm' }, usage: v5 },
      [121, 64, 40, 0],
    ],
    ['version 6 beside the model', { ...v6 }, [121, 64, 40, 0]],
    ['all steps, not the last', { usage: v5, totalUsage: { ...v5, inputTokens: 200 } }, [200, 64, 40, 0]],
    ['an embedding', { embedding: [0.1], usage: { tokens: 8 } }, [8, 0, 0, 0]],
    ['a result in a line', { result: { usage: v6, response: { modelId: 'm' } } }, [121, 64, 40, 0]],
  ])('is read: %s', async (_, line, figures) => {
    expect(await figuresOf({ model: 'm', ...line })).toEqual([figures])
  })

  it('is taken step by step where the steps are listed', async () => {
    const steps = [1, 2].map((step) => ({ usage: v5, providerMetadata: written, response: { id: `msg_${step}`, modelId: 'm' } }))
    expect(await figuresOf({ totalUsage: { inputTokens: 162, outputTokens: 128 }, usage: v5, steps })).toEqual([
      [141, 64, 40, 20],
      [141, 64, 40, 20],
    ])
  })

  it('is taken from the steps of a stream, or from its end', async () => {
    const step = { type: 'finish-step', usage: v6, response: { modelId: 'm' }, finishReason: 'stop' }
    const end = { type: 'finish', totalUsage: v6, finishReason: 'stop' }
    expect(await figuresOf(step, end)).toEqual([[121, 64, 40, 0]])
    expect(await figuresOf(end)).toEqual([[121, 64, 40, 0]])
  })

  it('is unknown where the provider did not tell it', async () => {
    const { records } = await readLog(
      { finishReason: 'stop', response: { modelId: 'm' }, usage: { inputTokenDetails: {}, outputTokenDetails: {} } },
      { finishReason: 'error', response: { modelId: 'm' }, usage: {} },
    )
    expect(records.map(({ isSilent, errors }) => [isSilent, errors])).toEqual([
      ['even-if-failed', 0],
      ['even-if-failed', 1],
    ])
  })

  it("is not another client's with the same names", async () => {
    const { faults } = await readLog({ model: 'm', usage: { inputTokens: 3, outputTokens: 9, cacheReadInputTokens: 900 } })
    expect(faults).toEqual([expect.stringContaining('$.usage.inputTokens: is the AI SDK')])
  })

  it('names what is broken', async () => {
    const { faults } = await readLog({ model: 'm', totalUsage: { ...v6, inputTokenDetails: { cacheReadTokens: -1 } } })
    expect(faults).toEqual([expect.stringContaining('log.jsonl:1: $.totalUsage.inputTokenDetails.cacheReadTokens: must be a whole number')])
  })

  it.each(Object.keys(variantsOf('{}\n')))('gives the same %s', async (way) => {
    const { records, faults } = await readFiles(variantsOf(sample('vercel-ai-sdk/usage-log-v7.0.173.jsonl'))[way] ?? {})
    expect({ ...totalsOf(records), faults }).toMatchObject({ records: 3, input: 375, output: 314, cached: 176, cacheWrite: 78, faults: [] })
  })
})
