import type { Call } from './call.ts'
import { count, get, list, plus, text } from './fields.ts'

/** What a call used that the price of a token of text does not pay for. */
export type Apart = Pick<Call, 'mediaTokens' | 'webSearches' | 'paidTools'>

/** Tokens of sound and images in what usage says of its parts, whatever a provider calls them. @throws Misread */
export function mediaIn(...details: readonly (object | null)[]): number | null {
  return plus(...details.flatMap((one) => ['audio_tokens', 'image_tokens', 'audio', 'image'].map((key) => count(one, key))))
}

/** Tools that OpenAI runs, by the kind of their items in an answer; a page that is opened after a search costs nothing. */
const PAID = /^(file_search|code_interpreter|image_generation)_call$/

/** What tools that the provider ran cost apart, by the items of an answer of OpenAI. */
export function toolsIn(answer: object): Apart {
  const items = list(answer, 'output')
  const isSearch = (item: unknown) => text(item, 'type') === 'web_search_call' && (text(item, 'action', 'type') ?? 'search') === 'search'
  return {
    webSearches: items.filter(isSearch).length,
    paidTools: items.filter((item) => PAID.test(text(item, 'type') ?? '')).length,
  }
}

/** Tokens of a list of modalities, as Gemini gives it. @throws Misread */
export function modalitiesIn(details: readonly unknown[], wanted: RegExp): number | null {
  const tokens = details.map((one, index) => {
    if (!wanted.test(text(one, 'modality') ?? '')) return null
    return count(details, index, 'tokenCount') ?? count(details, index, 'token_count')
  })
  return plus(...tokens)
}

/** Searches of the web, as Gemini lists them with an answer. */
export function groundingIn(answer: object): number {
  return list(answer, 'candidates').reduce<number>((sum, one) => {
    const metadata = get(one, 'groundingMetadata') ?? get(one, 'grounding_metadata')
    const searches = list(metadata, 'webSearchQueries').length + list(metadata, 'web_search_queries').length
    return sum + searches
  }, 0)
}
