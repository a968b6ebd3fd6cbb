import type { DatedPrice } from '../../src/generated/types.ts'
import type { ListedModel } from '../../src/price/list/data.ts'
import { withoutEndings } from '../../src/price/list/endings.ts'

/** What calls of other classes cost, for the names that a pattern fits: without a date or another ending, if they have one. */
export type Term = { readonly pattern: string } & Terms
type Terms = Pick<DatedPrice, 'service_tiers' | 'batch_discount'>

/** The model with its terms; several where some of its names have others. */
export function withTerms(model: ListedModel, terms: readonly Term[]): ListedModel[] {
  const groups = new Map<string, { terms: Terms; names: string[]; stems: string[] }>()
  const { id, names = [], stems = [] } = model
  const put = (name: string, kind: 'names' | 'stems') => {
    const own = termsOf(name, terms)
    const key = JSON.stringify(own)
    const group = groups.get(key) ?? { terms: own, names: [], stems: [] }
    group[kind].push(name)
    groups.set(key, group)
  }
  for (const name of [id, ...names]) put(name, 'names')
  for (const stem of stems) put(stem, 'stems')
  return [...groups.values()].map(({ terms: own, names: exact, stems: open }) => {
    const others = exact.slice(1)
    return {
      id: exact[0] ?? open[0] ?? id,
      ...(others.length > 0 && { names: others }),
      ...(open.length > 0 && { stems: open }),
      // What an entry says itself stays.
      prices: model.prices.map((price) => ({ ...price, ...own, ...termsIn(price) })),
    }
  })
}

export function hasTerms({ prices }: ListedModel): boolean {
  return prices.some((price) => Object.keys(termsIn(price)).length > 0)
}

function termsOf(name: string, terms: readonly Term[]): Terms {
  const shorter = [name, ...withoutEndings(name)]
  const fitting = terms.filter(({ pattern }) => shorter.some((one) => new RegExp(pattern).test(one)))
  const tiers = fitting.find(({ service_tiers }) => service_tiers !== undefined)?.service_tiers
  const discount = fitting.find(({ batch_discount }) => batch_discount !== undefined)?.batch_discount
  return { ...(tiers !== undefined && { service_tiers: tiers }), ...(discount !== undefined && { batch_discount: discount }) }
}

function termsIn({ service_tiers, batch_discount }: DatedPrice): Terms {
  return { ...(service_tiers !== undefined && { service_tiers }), ...(batch_discount !== undefined && { batch_discount }) }
}
