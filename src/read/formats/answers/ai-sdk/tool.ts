import { text } from '../../fields.ts'
import type { Marks } from '../../marks.ts'
import type { Tool } from '../../tool.ts'
import { collectAnswers } from '../collect.ts'
import { at } from '../spots.ts'
import { readAiSdk } from './answer.ts'

/** Usage of other clients that has the same names for tokens. */
const OTHERS: Marks = {
  'usage.requests': false,
  'usage.cacheReadTokens': false,
  'usage.cacheReadInputTokens': false,
  'usage.cacheWriteInputTokens': false,
}
/** Parts of a stream that tell of one step; the part at its end adds them up. */
const STEPS = ['finish-step', 'step-finish']

/** https://ai-sdk.dev/docs/reference/ai-sdk-core/generate-text */
export const aiSdk: Tool = {
  id: 'ai-sdk',
  name: 'Vercel AI SDK',
  what: 'usage of the AI SDK',
  site: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/generate-text',
  step: `
# Append a line after each call: JSON.stringify({ timestamp: new Date(), model: result.response.modelId, usage: result.totalUsage })
- run: node agents.js`,
  files: [
    {
      what: 'results, or their usage with the model',
      places: [],
      how: 'onFinish: ({ totalUsage, response, providerMetadata }) => fs.appendFileSync("llm.jsonl", JSON.stringify({ ts: new Date(), step: "plan", totalUsage, response, providerMetadata }) + "\\n")',
    },
  ],
  isLoose: true,
  marks: ['', 'result', 'data', 'event'].flatMap((path) =>
    at(
      path,
      { 'usage.inputTokens': true, 'usage.outputTokens': true, ...OTHERS },
      { 'usage.inputTokens': true, model: true, ...OTHERS },
      { 'usage.promptTokens': true, 'usage.completionTokens': true },
      { 'totalUsage.inputTokens': true, 'totalUsage.outputTokens': true },
      { 'totalUsage.promptTokens': true, 'totalUsage.completionTokens': true },
      { 'response.modelId': true, finishReason: true },
      { finishReason: true, type: /^(finish-step|step-finish|finish)$/ },
      { 'usage.tokens': true, embedding: true },
      { 'usage.tokens': true, embeddings: true },
      { inputTokenDetails: true, inputTokens: true, model: true },
      { cachedInputTokens: true, inputTokens: true, model: true, cacheCreationTokens: false },
      { promptTokens: true, completionTokens: true, model: true },
    ),
  ),
  traps: [
    'Before version 6 `inputTokens` of Anthropic and Bedrock leave out what was read from the cache and written to it.',
    'Before version 6 `outputTokens` of Gemini leave out the thoughts: the total tells.',
    '`totalUsage` is the sum of all steps and is taken in place of `usage`, which may be that of the last step; `raw` repeats it.',
    'Steps that are listed are taken one by one, because only they tell what each wrote to the cache.',
  ],
  gaps: [
    'What a call cost: it is priced by its model and tokens.',
    'Before version 6: cache writes of all but the last step, where the steps are not listed, and whether the prompt leaves out the cache, where nothing names the provider.',
  ],
  open(sink) {
    let hasSteps = false
    const answers = collectAnswers(sink, (spot) => {
      const part = text(spot.answer, 'type') ?? ''
      if (hasSteps && part === 'finish') return []
      hasSteps ||= STEPS.includes(part)
      return readAiSdk(spot)
    })
    return {
      take: (line, place) => answers.take(line, place),
      endFile(file) {
        hasSteps = false
        answers.endFile?.(file)
      },
    }
  },
}
