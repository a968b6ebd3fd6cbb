import { isId } from '../ledger/calls/ids.ts'
import type { Call } from './call.ts'
import { bestTellings, type Told } from './views.ts'

/**
 * Each call once: of the tellings of a session one counts, and calls with an id in common are one call. Without an id, calls that agree in
 * everything and have a time finer than a second are one, too.
 */
export function tellOnce(all: readonly Told[]): Told[] {
  const lines = unite(all, ({ tool, call }) => JSON.stringify([tool, call.view?.session, call.view?.telling]))
  return unite(bestTellings(lines), () => '')
}

/**
 * Keeps of calls that are one the one that says the most, in the place of the first. What has ids of several calls tells that these are one.
 * @param scopeOf where an id is looked for.
 */
function unite(all: readonly Told[], scopeOf: (told: Told) => string): Told[] {
  const kept: (Told | null)[] = []
  const keysAt: (readonly string[])[] = []
  const places = new Map<string, number[]>()
  for (const told of all) {
    const scope = scopeOf(told)
    const own = keysOf(told).map((key) => `${scope}${key}`)
    const same = [...new Set(own.flatMap((key) => places.get(key) ?? []))].filter((place) => {
      const other = kept[place]
      return other !== null && other !== undefined && isSameCall(told, other)
    })
    const [place = kept.length, ...others] = same.sort((one, other) => one - other)
    const keys = [...new Set([...same.flatMap((one) => keysAt[one] ?? []), ...own])]
    const tellings = [...same.map((one) => kept[one] ?? told), told]
    for (const other of others) kept[other] = null
    kept[place] = tellings.reduce((best, one) => (saysMore(one.call, best.call) ? one : best))
    keysAt[place] = keys
    for (const key of keys) {
      const known = places.get(key)
      if (known === undefined) places.set(key, [place])
      else if (!known.includes(place)) known.push(place)
    }
  }
  return kept.filter((told) => told !== null)
}

function keysOf({ tool, call }: Told): string[] {
  const ids = (call.ids ?? []).filter(isId)
  if (ids.length > 0) return ids
  const { timeMs = null } = call
  if (timeMs === null || timeMs % 1000 === 0) return []
  const { place: _, ...rest } = call
  return [JSON.stringify([tool, rest])]
}

/** Servers use an id again, so that the prompt has to agree as well; tools count it with or without what the cache holds of it. */
function isSameCall(one: Told, other: Told): boolean {
  if ((one.call.hasFailed === true) !== (other.call.hasFailed === true)) return false
  if (one.tool !== other.tool) return true
  const [input, before] = [one.call.input ?? null, other.call.input ?? null]
  return input === null || before === null || input === before || withoutCache(one.call) === before || withoutCache(other.call) === input
}

function withoutCache({ input, cached, cacheWrite }: Call): number {
  return (input ?? 0) - (cached ?? 0) - (cacheWrite ?? 0)
}

/** Of the same call the later telling counts, unless it says less: without the cost, the model, or some of the tokens. */
function saysMore(call: Call, before: Call): boolean {
  if (hasCost(call) !== hasCost(before)) return hasCost(call)
  if (isKnown(call.model) !== isKnown(before.model)) return isKnown(call.model)
  return (call.input ?? 0) + (call.output ?? 0) >= (before.input ?? 0) + (before.output ?? 0)
}

/** A cost of 0 says nothing, unless the tool says that it is one. */
function hasCost({ costUsd, isFree }: Call): boolean {
  return isFree === true || (costUsd ?? 0) > 0
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined
}
