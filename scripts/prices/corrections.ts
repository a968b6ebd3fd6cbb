import type { PricedModel } from '../../src/generated/types.ts'
import type { ListedModel } from '../../src/price/list/data.ts'

/** The models of the pricing file as entries of the list, by seller. */
export function correctionsOf(models: readonly PricedModel[]): ReadonlyMap<string, readonly ListedModel[]> {
  const bySeller = new Map<string, ListedModel[]>()
  for (const { id, aliases = [], dated, prices } of models) {
    const [seller = '', ...rest] = id.toLowerCase().split('/')
    const [name, others] = [rest.join('/'), aliases.map((alias) => alias.toLowerCase())]
    const names = dated === true ? { stems: [name, ...others] } : others.length > 0 && { names: others }
    bySeller.set(seller, [...(bySeller.get(seller) ?? []), { id: name, ...names, prices }])
  }
  return bySeller
}

/** Corrections, then what needs none. A correction keeps the names that the library has for its model. */
export function correct(known: readonly ListedModel[], corrections: readonly ListedModel[]): ListedModel[] {
  const byId = new Map(known.map((model) => [model.id, model]))
  const corrected = new Set(corrections.map(({ id }) => id))
  return [
    ...corrections.map(({ id, names = [], stems = [], prices }) => {
      const old = byId.get(id)
      const open = union(stems, old?.stems)
      const exact = union(names, old?.names).filter((name) => name !== id && !open.includes(name))
      return { id, ...(exact.length > 0 && { names: exact }), ...(open.length > 0 && { stems: open }), prices }
    }),
    ...known.filter(({ id }) => !corrected.has(id)),
  ]
}

function union(some: readonly string[], others: readonly string[] = []): string[] {
  return [...new Set([...some, ...others])]
}
