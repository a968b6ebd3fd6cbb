import { count, flag, get, object, text, time, usd } from '../fields.ts'
import type { Marks } from '../marks.ts'
import type { Tool } from '../tool.ts'
import { collectAnswers } from './collect.ts'
import { modelOf } from './names.ts'
import { OBJECT, readOpenai } from './openai/answer.ts'
import type { Said } from './said.ts'
import { anywhere, at, type Spot } from './spots.ts'

/** Nobody else's answer names who made it. */
const OF_ANSWER: Marks = { object: OBJECT, provider: true, model: true }

/** https://openrouter.ai/docs/use-cases/usage-accounting */
export const openrouter: Tool = {
  id: 'openrouter',
  name: 'OpenRouter',
  what: 'an answer of OpenRouter',
  site: 'https://openrouter.ai/docs/use-cases/usage-accounting',
  step: `
# Append each answer as a line: JSON.stringify(completion)
- run: node agents.js`,
  files: [
    {
      what: 'answers of the API',
      places: [],
      how: 'fs.appendFileSync("llm.jsonl", JSON.stringify({ ts: new Date(), step: "plan", response }) + "\\n")',
    },
    {
      what: 'what one generation used',
      places: [],
      how: 'curl -H "Authorization: Bearer $OPENROUTER_API_KEY" "https://openrouter.ai/api/v1/generation?id=$ID" >> llm.jsonl',
    },
  ],
  isLoose: true,
  marks: [
    ...at('chunk', OF_ANSWER),
    ...at('response.body', OF_ANSWER),
    ...anywhere(
      OF_ANSWER,
      { 'choices.0.native_finish_reason': true, model: true },
      { 'usage.cost_details': true, 'usage.prompt_tokens': true },
      { 'usage.is_byok': true, 'usage.prompt_tokens': true },
    ),
    ...['', 'data'].flatMap((path) => at(path, { native_tokens_prompt: true, native_tokens_completion: true })),
  ],
  traps: [
    'A credit is a US dollar.',
    'With a key of your own (`is_byok`) `cost` is only the fee, and `upstream_inference_cost` comes on top; without one it is a part of `cost`.',
    'A cost of 0 is no unknown one where the model ends in `:free`.',
  ],
  gaps: [
    'What a call with a key of your own cost upstream, where `upstream_inference_cost` is null: it is priced by its model and tokens.',
  ],
  open: (sink) => collectAnswers(sink, (spot) => readGeneration(spot) ?? readOpenai(spot)?.map((said) => withCost(said, spot)) ?? null),
}

function withCost(said: Said, spot: Spot): Said {
  const { answer } = spot
  // Between its answers those of others may stand, in the same form.
  const isIts =
    text(answer, 'id')?.startsWith('gen-') === true ||
    (get(answer, 'usage', 'is_byok') ?? get(answer, 'usage', 'cost_details') ?? null) !== null
  if (!isIts) return said
  const upstream = usd(answer, 'usage', 'cost_details', 'upstream_inference_cost')
  return { ...said, ...priceOf(spot, usd(answer, 'usage', 'cost'), flag(answer, 'usage', 'is_byok'), upstream) }
}

function priceOf(spot: Spot, cost: number | null, isByok: boolean, upstream: number | null): Said {
  const costUsd = !isByok ? cost : upstream === null || cost === null ? null : cost + upstream
  return { provider: 'openrouter', costUsd, isFree: costUsd === 0 && modelOf(spot)?.endsWith(':free') === true }
}

/** What the API tells of a generation afterwards. */
function readGeneration(spot: Spot): readonly Said[] | null {
  const { answer } = spot
  const input = count(answer, 'native_tokens_prompt')
  if (input === null || object(answer, 'usage') !== null) return null
  const id = text(answer, 'id')
  return [
    {
      input,
      output: count(answer, 'native_tokens_completion'),
      cached: count(answer, 'native_tokens_cached'),
      reasoning: count(answer, 'native_tokens_reasoning'),
      timeMs: time(answer, 'created_at'),
      ...priceOf(spot, usd(answer, 'total_cost'), flag(answer, 'is_byok'), usd(answer, 'upstream_inference_cost')),
      ids: id === null ? [] : [id],
    },
  ]
}
