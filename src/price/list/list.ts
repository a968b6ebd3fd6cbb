import { splitPrefix } from '../names.ts'
import { type Address, addressOf } from './address.ts'
import type { ListData } from './data.ts'
import type { Found, Listed, Missing } from './found.ts'
import { withoutSearch } from './search.ts'
import { readSellers, type Seller, type Spelling } from './sellers.ts'

/** What a user's price file says of sellers. */
export interface Terms {
  /** What writers call sellers, lower case; '' for one that sells nothing itself. */
  readonly providers: ReadonlyMap<string, string>
  /** Sellers who take the prices of others. */
  readonly samePrices: ReadonlyMap<string, readonly string[]>
  /** Whether a model that its seller does not list gets the price of those who make it. */
  readonly allowsOthers: boolean
}

/** The longest name of a model or a provider. Characters. */
const LONGEST = 512

/** The bundled price list. */
export class PriceList {
  private readonly terms: Terms
  private readonly sellers: ReadonlyMap<string, Seller>
  private readonly makers: readonly Seller[]

  constructor(data: ListData, terms: Terms) {
    this.terms = terms
    this.sellers = readSellers(data)
    this.makers = this.named(data.makers)
  }

  find(provider: string | null, model: string): Found {
    // No list has such a name, and patterns would take their time.
    if (model.length > LONGEST || (provider ?? '').length > LONGEST)
      return { address: { seller: null, name: '' }, listed: null, missing: 'unknown_model' }
    const address = addressOf(provider, model, this.terms.providers, this.sellers)
    const listed = this.priceOf(address)
    return { address, listed, missing: listed === null ? this.whyNot(address.seller) : null }
  }

  /** What a seller may mean by a name: the name itself, then shorter ones. */
  spellings({ seller, name }: Address): string[] {
    const owner = seller === null ? undefined : this.sellers.get(seller)
    return owner === undefined ? [name] : [...new Set([...this.spell(owner, name)].map((one) => one.name))]
  }

  /** Names of all models of a seller, or of all that are meant by a name alone. */
  namesOf(seller: string | null): string[] {
    return (seller === null ? this.makers : this.named([seller])).flatMap((one) => one.models().names)
  }

  /** Names of all entries, and of those of others that a seller takes the prices of. */
  entryNames(): string[] {
    const sellers = new Map([...this.sellers].map(([name, { data }]) => [name, data.same_prices_as ?? []]))
    for (const [name, others] of this.terms.samePrices) sellers.set(name, [...others, ...(sellers.get(name) ?? [])])
    const idsOf = (name: string) => (this.sellers.get(name)?.data.models ?? []).map(({ id }) => id)
    return [...sellers].flatMap(([name, others]) => [name, ...others].flatMap(idsOf).map((id) => `${name}/${id}`))
  }

  get sellerNames(): string[] {
    return [...this.sellers.keys()]
  }

  private whyNot(name: string | null): Missing {
    const seller = name === null ? undefined : this.sellers.get(name)
    if (seller?.data.self_hosted === true) return 'self_hosted'
    const hasPrices = this.namesOf(name).length > 0 || (name !== null && this.terms.samePrices.has(name))
    return hasPrices ? 'unknown_model' : 'unknown_seller'
  }

  private priceOf({ seller, name }: Address): Listed | null {
    if (seller === null) return this.lookUpMakers(name)
    const owner = this.sellers.get(seller)
    const own = owner === undefined ? null : this.lookUp(owner, name)
    return own ?? this.sameAsOthers(seller, owner, name) ?? (this.allowsOthers(owner) ? this.lookUpMakers(name) : null)
  }

  /** @param asked sellers and names that were looked for already. */
  private sameAsOthers(seller: string, owner: Seller | undefined, name: string, asked = new Set<string>()): Listed | null {
    const key = JSON.stringify([seller, name])
    if (asked.has(key)) return null
    asked.add(key)
    const others = [...(this.terms.samePrices.get(seller) ?? []), ...(owner?.data.same_prices_as ?? [])]
    for (const spelling of owner === undefined ? [{ name, factor: 1 }] : this.spell(owner, name)) {
      const listed = this.firstOf(others, spelling.name, asked)
      if (listed === null) continue
      const { name: whose, model } = listed
      return {
        name: `${seller}/${whose.slice(whose.indexOf('/') + 1)}`,
        model: model && { ...model, prices: model.prices.map(withoutSearch) },
        factor: listed.factor * spelling.factor,
        hasBatch: listed.hasBatch && owner?.data.no_batch !== true,
      }
    }
    return null
  }

  /** The price of the first of these sellers that has one, be it that of a further seller. */
  private firstOf(sellers: readonly string[], name: string, asked: Set<string>): Listed | null {
    for (const seller of sellers) {
      const owner = this.sellers.get(seller)
      const own = owner === undefined ? null : this.lookUp(owner, name)
      const listed = own ?? this.sameAsOthers(seller, owner, name, asked)
      if (listed !== null) return listed
    }
    return null
  }

  /** What a token costs on a machine of one's own is not what another seller takes. */
  private allowsOthers(owner: Seller | undefined): boolean {
    return this.terms.allowsOthers && owner?.data.self_hosted !== true
  }

  private lookUpMakers(name: string): Listed | null {
    for (const maker of this.makers) {
      const listed = maker.makes(name) ? this.lookUp(maker, name) : null
      if (listed !== null) return listed
    }
    return null
  }

  private lookUp(seller: Seller, name: string): Listed | null {
    for (const spelling of this.spell(seller, name)) {
      const listed = lookUpExactly(seller, spelling)
      if (listed !== null) return listed
    }
    return null
  }

  private spell(seller: Seller, name: string): Iterable<Spelling> {
    return seller.spell(name, (long, whose) => {
      const prefixed = splitPrefix(long, this.terms.providers)
      if (prefixed === null) return null
      // Before a dot stands who makes it, and where: that may have a price of its own.
      const isOwn = prefixed.provider === seller.name && (whose === 'maker' || long.charAt(long.length - prefixed.rest.length - 1) !== '.')
      const isWanted = isOwn || (whose === 'maker' && this.makers.some((maker) => maker.name === prefixed.provider))
      return isWanted ? prefixed.rest : null
    })
  }

  private named(names: readonly string[]): Seller[] {
    return names.flatMap((name) => this.sellers.get(name) ?? [])
  }
}

function lookUpExactly(seller: Seller, { name, factor }: Spelling): Listed | null {
  const hasBatch = seller.data.no_batch !== true
  if (seller.isFree(name)) return { name: `${seller.name}/${name}`, model: null, factor, hasBatch }
  const model = seller.models().find(name)
  return model === null ? null : { name: `${seller.name}/${model.id}`, model, factor, hasBatch }
}
