import type { DatedPrice } from '../../src/generated/types.ts'
import type { ListData, ListedModel } from '../../src/price/list/data.ts'

/** A price that is another one in the new list. Unit: US dollars per 1 million tokens. */
export interface Change {
  /** Seller and model. */
  readonly model: string
  readonly kind: string
  readonly before: number
  readonly after: number
}

/** What is another in a list than in the one before. */
export interface Changes {
  readonly changed: readonly Change[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** A change beyond this part is refused until somebody has written about it. */
const LARGEST = 0.3
/** What differences of doubles lose. */
const ROUNDING = 1e-9
const KINDS = ['input', 'output', 'cached_input', 'cache_write', 'cache_write_1h', 'call', 'web_search'] as const

export function compareLists(before: ListData, after: ListData): Changes {
  const [old, fresh] = [modelsOf(before), modelsOf(after)]
  const changed = [...fresh].flatMap(([name, model]) => {
    const known = old.get(name)
    return known === undefined ? [] : changesOf(name, priceAt(known, before.as_of), priceAt(model, after.as_of))
  })
  return {
    changed,
    added: [...fresh.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !fresh.has(name)),
  }
}

/** Models with a large change that a text does not name. */
export function findUntold({ changed }: Changes, changelog: string): string[] {
  const large = changed.filter(({ before, after }) => Math.abs(after - before) > (LARGEST + ROUNDING) * before)
  return [...new Set(large.map(({ model }) => model))].filter((model) => !changelog.includes(`\`${model}\``))
}

/** A table for people. */
export function writeChanges({ changed, added, removed }: Changes): string {
  const rows = changed.map(({ model, kind, before, after }) => {
    const relative = before === 0 ? 'new' : `${after < before ? '' : '+'}${(((after - before) / before) * 100).toFixed(1)} %`
    return `${model}  ${kind}  ${before} -> ${after}  ${relative}`
  })
  return [...rows, `${changed.length} prices changed, ${added.length} models new, ${removed.length} gone`].join('\n')
}

function modelsOf({ sellers }: ListData): Map<string, ListedModel> {
  const entries = Object.entries(sellers).flatMap(([seller, { models = [] }]) =>
    models.map((model) => [`${seller}/${model.id}`, model] as const),
  )
  return new Map(entries)
}

function priceAt({ prices }: ListedModel, day: string): DatedPrice | undefined {
  return prices.findLast(({ effective }) => effective <= day) ?? prices[0]
}

function changesOf(model: string, before: DatedPrice | undefined, after: DatedPrice | undefined): Change[] {
  return KINDS.flatMap((kind) => {
    const [was, is] = [before?.[kind] ?? 0, after?.[kind] ?? 0]
    // A fee that nobody knew has not changed.
    const isNew = kind === 'web_search' && before?.[kind] === undefined
    return was === is || isNew ? [] : [{ model, kind, before: was, after: is }]
  })
}
