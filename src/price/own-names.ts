import type { PriceList } from './list/list.ts'
import { type CatalogName, clean, listNames, type Providers, splitPrefix } from './names.ts'

/** What a record's model may be called in the user's own price file. */
export interface OwnNames {
  /** Who sold it; null where neither the record nor the name tells. */
  readonly seller: string | null
  /** Best first; without a provider where only the model's own name is meant. */
  readonly names: readonly CatalogName[]
}

/**
 * Names to look for in a price file: as the record writes them, and as the list spells them for the seller. One with the name of another seller in front is
 * none of them.
 */
export function namesFor(provider: string | null, model: string, list: PriceList, providers: Providers): OwnNames {
  const { address } = list.find(provider, model)
  const { seller } = address
  const written = listNames(provider, model, providers)
  if (seller === null) return { seller, names: written }
  const owner = provider === null ? null : clean(provider)
  const spelled = list.spellings(address)
  const isOther = (name: string) => (splitPrefix(name, providers)?.provider || seller) !== seller
  const alone = [...spelled, ...written.flatMap((name) => (name.provider === null ? [name.model] : []))].filter((name) => !isOther(name))
  return {
    seller,
    names: [
      ...written.filter((name) => name.provider === seller || name.provider === owner),
      ...spelled.map((name) => ({ provider: seller, model: name })),
      ...alone.map((name) => ({ provider: null, model: name })),
    ],
  }
}
