import { once } from '../../once.ts'
import type { ListData, ListedModel, SellerData } from './data.ts'
import { indexModels, type Models } from './models.ts'

/** A spelling of a name, and how much dearer the model is with what it left out. */
export interface Spelling {
  readonly name: string
  readonly factor: number
}

/** One who sells models. */
export interface Seller {
  readonly name: string
  readonly data: SellerData
  models(): Models
  claims(name: string): boolean
  isFree(name: string): boolean
  /** Whether a name that names no seller may be one of its own models. */
  makes(name: string): boolean
  /**
   * The name as it is, then shorter ones that mean the same to this seller: without its own name in front, without what its names may have around
   * them, without the name of who makes the model.
   * @param cut gives a name without the seller in front of it, by that seller's name; null where there is none.
   */
  spell(name: string, cut: Cut): Iterable<Spelling>
}

/** Takes a seller's name from the front of a model's; null where none, or one of no use, stands there. */
export type Cut = (name: string, whose: 'own' | 'maker') => string | null

/** A name could have hundreds of parts. */
const MOST_CUTS = 3

export function readSellers({ sellers }: ListData): ReadonlyMap<string, Seller> {
  return new Map(Object.entries(sellers).map(([name, data]) => [name, toSeller(name, data)]))
}

function toSeller(name: string, data: SellerData): Seller {
  const { claims, free, models } = data
  const leftOut = once(() =>
    (data.leave_out ?? []).map(({ pattern, becomes = '', factor = 1 }) => ({ pattern: new RegExp(pattern), becomes, factor })),
  )
  return {
    name,
    data,
    models: once(() => indexModels(models ?? noModels)),
    claims: matcher(claims),
    isFree: matcher(free),
    makes: data.makes === undefined ? () => true : matcher([data.makes]),
    *spell(written, cut) {
      let [rest, dearer] = [written, 1]
      yield { name: rest, factor: dearer }
      for (const shorter of cutAll(rest, 'own', cut)) {
        rest = shorter
        yield { name: rest, factor: dearer }
      }
      for (const { pattern, becomes, factor } of leftOut()) {
        const shorter = rest.replace(pattern, becomes)
        if (shorter === rest) continue
        ;[rest, dearer] = [shorter, dearer * factor]
        yield { name: rest, factor: dearer }
      }
      for (const shorter of cutAll(rest, 'maker', cut)) yield { name: shorter, factor: dearer }
    },
  }
}

function* cutAll(name: string, whose: 'own' | 'maker', cut: Cut): Generator<string> {
  let rest: string | null = name
  for (let cuts = 0; cuts < MOST_CUTS; cuts++) {
    rest = cut(rest, whose)
    if (rest === null) return
    yield rest
  }
}

const noModels: readonly ListedModel[] = []

function matcher(patterns: readonly string[] | undefined): (name: string) => boolean {
  if (patterns === undefined) return () => false
  const expressions = once(() => patterns.map((pattern) => new RegExp(pattern)))
  return (name) => expressions().some((expression) => expression.test(name))
}
