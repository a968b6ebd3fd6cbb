import { mediaIn } from '../../apart.ts'
import { count, get, object, text } from '../../fields.ts'
import type { Said } from '../said.ts'

/** Names of the figures in the two APIs. */
const NAMES = {
  chat: { input: 'prompt_tokens', output: 'completion_tokens', ofInput: 'prompt_tokens_details', ofOutput: 'completion_tokens_details' },
  responses: { input: 'input_tokens', output: 'output_tokens', ofInput: 'input_tokens_details', ofOutput: 'output_tokens_details' },
}

/** Where usage stands in an answer: under its name, where Groq streams it, or beside the model. */
const PLACES: readonly (readonly string[])[] = [['usage'], ['x_groq', 'usage'], []]

/** The figures of an answer with OpenAI's names; null where it has none. */
export function figuresOf(answer: object): Said | null {
  for (const at of PLACES) {
    if (at.length > 0 ? object(answer, ...at) === null : text(answer, 'model') === null) continue
    if (has(answer, at, 'prompt_tokens') || has(answer, at, 'completion_tokens')) return read(answer, at, NAMES.chat)
    const isResponse =
      text(answer, 'object') === 'response' || has(answer, at, 'input_tokens_details') || has(answer, at, 'output_tokens_details')
    if (isResponse && has(answer, at, 'input_tokens')) return read(answer, at, NAMES.responses)
    if (isEmbedding(answer) && has(answer, at, 'total_tokens')) return { input: count(answer, ...at, 'total_tokens'), output: 0 }
  }
  return null
}

function has(answer: object, at: readonly string[], key: string): boolean {
  return (get(answer, ...at, key) ?? null) !== null
}

function read(answer: object, at: readonly string[], names: (typeof NAMES)['chat']): Said {
  const of = (...path: readonly string[]) => count(answer, ...at, ...path)
  const input = of(names.input)
  const total = of('total_tokens')
  const told = of(names.output) ?? (isEmbedding(answer) ? 0 : null)
  // What only the total holds are thoughts, which some servers leave out of the answer.
  const output = input !== null && total !== null && total - input >= (told ?? 0) ? total - input : told
  return {
    input,
    output,
    cached: of(names.ofInput, 'cached_tokens') ?? of('prompt_cache_hit_tokens') ?? of('cache_read_input_tokens') ?? of('cached_tokens'),
    cacheWrite: of(names.ofInput, 'cache_write_tokens') ?? of('cache_creation_input_tokens'),
    reasoning: of(names.ofOutput, 'reasoning_tokens'),
    mediaTokens: mediaIn(object(answer, ...at, names.ofInput), object(answer, ...at, names.ofOutput)),
  }
}

function isEmbedding(answer: object): boolean {
  return text(answer, 'object') === 'list'
}
