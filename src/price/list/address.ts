import { clean, splitPrefix } from '../names.ts'
import type { Seller } from './sellers.ts'

/** Whose price a record asks for, and by what name. */
export interface Address {
  /** Null where neither the record nor the name tells who sold it. */
  readonly seller: string | null
  /** Lower case, as the seller may call it. */
  readonly name: string
}

/**
 * Finds who sold a call. The provider of the record decides; else a name as only one seller writes them; else what stands before the name,
 * the outermost first: `openrouter/anthropic/…` was bought at the router.
 * @param providers what writers call sellers, lower case; one that is called '' sells nothing itself.
 */
export function addressOf(
  provider: string | null,
  model: string,
  providers: ReadonlyMap<string, string>,
  sellers: ReadonlyMap<string, Seller>,
): Address {
  const name = clean(model)
  const owner = provider === null ? '' : clean(provider)
  const named = owner === '' ? '' : (nameOf(owner, providers) ?? owner)
  if (named !== '') return { seller: named, name }
  for (const seller of sellers.values()) if (seller.claims(name)) return { seller: seller.name, name }
  const prefixed = splitPrefix(name, providers)
  if (prefixed === null) return { seller: null, name }
  // A proxy in front: what comes after it decides.
  return prefixed.provider === '' ? addressOf(null, prefixed.rest, providers, sellers) : { seller: prefixed.provider, name: prefixed.rest }
}

/** The seller that a record's provider stands for: the longest known name that it begins with, as `openai` of `openai.responses`. */
function nameOf(owner: string, providers: ReadonlyMap<string, string>): string | null {
  const known = providers.get(owner)
  if (known !== undefined) return known
  for (let end = owner.length - 1; end > 0; end--) {
    const shorter = '/:.'.includes(owner.charAt(end)) ? providers.get(owner.slice(0, end)) : undefined
    // A proxy in front: what comes after it decides.
    if (shorter === '') return nameOf(owner.slice(end + 1), providers) ?? shorter
    if (shorter !== undefined) return shorter
  }
  return null
}
