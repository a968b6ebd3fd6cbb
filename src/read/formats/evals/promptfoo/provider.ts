import { get, text } from '../../fields.ts'

/** Who answers, by promptfoo's id of it: `openai:chat:<model>`. */
export interface Answerer {
  readonly provider: string | null
  readonly model: string | null
}

export const NOBODY: Answerer = { provider: null, model: null }

/** What stands between the seller and the model: the kind of API. */
const KINDS = new Set(
  'chat completion completions converse embedding embeddings feature-extraction image live messages moderation realtime responses text-classification text-generation transcription tts video'.split(
    ' ',
  ),
)
/** What begins like this is code, an address or a service: it names no model. */
const NO_SELLER =
  /^(?:(?:https?|wss?|file|exec|python|golang|ruby|package|custom|custom-function|webhook|websocket|browser|mcp|promptfoo|bedrock-agent|langflow):|(?:openai|azure|azureopenai):(?:assistant|agents):|bedrock:(?:kb|agents):)/

/** Model ids may hold colons themselves. */
export function answererOf(id: string | null): Answerer {
  const [seller = '', ...rest] = id === null || NO_SELLER.test(id) ? [] : id.split(':')
  const model = (rest.length > 1 && KINDS.has(rest[0] ?? '') ? rest.slice(1) : rest).join(':')
  return model === '' ? { provider: null, model: id } : { provider: seller, model }
}

/** The id of a provider that is given as a text, as an object, or by what it is for. */
export function idOf(provider: unknown): string | null {
  if (typeof provider === 'string') return text({ provider }, 'provider')
  const id = text(provider, 'id')
  const named = get(provider, 'text')
  return id ?? (named === undefined ? null : (text(named, 'id') ?? text({ named }, 'named')))
}

/** Whether its answers leave reasoning out of the generated tokens, and what was read from the cache stands elsewhere. */
export function isGoogle({ provider }: Answerer): boolean {
  return provider !== null && ['google', 'vertex', 'palm'].includes(provider)
}

/** Providers that ask no model: they hand the prompt back, or take what a person types. */
const NO_MODEL: ReadonlySet<string> = new Set(['echo', 'promptfoo:manual-input'])

export function asksModel(id: string | null): boolean {
  return id === null || !NO_MODEL.has(id)
}
