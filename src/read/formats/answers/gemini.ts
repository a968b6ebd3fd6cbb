import { groundingIn, modalitiesIn } from '../apart.ts'
import { count, get, list, object, plus, text } from '../fields.ts'
import type { Tool } from '../tool.ts'
import { collectAnswers } from './collect.ts'
import { idsOf, modelOf } from './names.ts'
import type { Said } from './said.ts'
import { anywhere, type Spot } from './spots.ts'

/** https://ai.google.dev/api/generate-content#UsageMetadata */
export const gemini: Tool = {
  id: 'gemini',
  name: 'Gemini API',
  what: 'an answer of Gemini',
  site: 'https://ai.google.dev/api/generate-content#UsageMetadata',
  step: `
# Append each answer as a line: JSON.stringify(response), or response.model_dump_json()
- run: python agents.py`,
  files: [
    {
      what: 'answers of generateContent, of the Gemini API or Vertex AI, and output of a batch',
      places: [],
      how: 'fs.appendFileSync("llm.jsonl", JSON.stringify({ ts: new Date(), step: "plan", response }) + "\\n")',
    },
  ],
  isLoose: true,
  marks: anywhere(
    { usageMetadata: true, modelVersion: true },
    { usage_metadata: true, model_version: true },
    { 'usageMetadata.promptTokenCount': true, 'usageMetadata.totalTokenCount': true },
    { 'usage_metadata.prompt_token_count': true, 'usage_metadata.total_token_count': true },
    { 'usage.promptTokenCount': true, 'usage.totalTokenCount': true },
    { 'usage.prompt_token_count': true, 'usage.total_token_count': true },
    { candidates: true, modelVersion: true },
    { promptTokenCount: true, candidatesTokenCount: true, model: true },
    { prompt_token_count: true, candidates_token_count: true, model: true },
  ),
  traps: [
    '`candidatesTokenCount` leaves out the thoughts, and `promptTokenCount` what tools added to the prompt.',
    'A count that is missing is 0.',
    'Each chunk of a stream tells a running total; the last one of an answer counts.',
    'A batch costs half.',
    'Sound, and images that it makes, have prices of their own; so have searches, of which some are free each day: such calls have no price.',
  ],
  gaps: [
    'What a call cost: it is priced by its model and tokens.',
    'When a call was made, where neither `createTime` nor the line around it says.',
  ],
  open: (sink) => collectAnswers(sink, readGemini),
}

const PLACES: readonly (readonly string[])[] = [['usageMetadata'], ['usage_metadata'], ['usage'], []]
const MAIN = ['promptTokenCount', 'candidatesTokenCount', 'totalTokenCount', 'responseTokenCount']

function readGemini(spot: Spot): readonly Said[] | null {
  const { answer } = spot
  const id = text(answer, 'responseId') ?? text(answer, 'response_id')
  const at = PLACES.find((path) =>
    MAIN.some((key) => count(answer, ...path, key) !== null || count(answer, ...path, toSnake(key)) !== null),
  )
  const isAnswer = Array.isArray(get(answer, 'candidates')) && (text(answer, 'modelVersion') ?? text(answer, 'model_version')) !== null
  if (at === undefined ? !isAnswer : at.length === 0 && modelOf(spot) === null) return null
  const ids = id === null ? idsOf(spot) : [id]
  return [{ ...(at && figuresAt(answer, at)), webSearches: groundingIn(answer), ids, isPart: isChunk(answer), isBatch: isOfBatch(spot) }]
}

function figuresAt(answer: object, at: readonly string[]): Said {
  const of = (key: string) => count(answer, ...at, key) ?? count(answer, ...at, toSnake(key))
  const input = plus(of('promptTokenCount'), of('toolUsePromptTokenCount')) ?? 0
  const reasoning = of('thoughtsTokenCount')
  const output = plus(of('candidatesTokenCount') ?? of('responseTokenCount'), reasoning) ?? 0
  const total = of('totalTokenCount') ?? 0
  const parts = (key: string) => [...list(answer, ...at, key), ...list(answer, ...at, toSnake(key))]
  // An image in a prompt costs what text costs.
  const heard = plus(modalitiesIn(parts('promptTokensDetails'), /^audio$/i), modalitiesIn(parts('toolUsePromptTokensDetails'), /^audio$/i))
  const made = modalitiesIn([...parts('candidatesTokensDetails'), ...parts('responseTokensDetails')], /^(audio|image|video)$/i)
  return {
    input,
    output: Math.max(output, total - input),
    cached: of('cachedContentTokenCount'),
    reasoning,
    mediaTokens: plus(heard, made),
  }
}

/** Python's client writes the same names so. */
function toSnake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Only the last chunk of a stream says why it ended. */
function isChunk(answer: object): boolean {
  const candidates = list(answer, 'candidates')
  return candidates.length > 0 && candidates.every((one) => (get(one, 'finishReason') ?? get(one, 'finish_reason') ?? null) === null)
}

/** A line of a batch has the key of its request, or when it was processed, beside the answer. */
function isOfBatch({ objects, path }: Spot): boolean {
  const [line] = objects
  return path === '.response' && (text(line, 'key') !== null || (text(line, 'processed_time') !== null && object(line, 'request') !== null))
}
