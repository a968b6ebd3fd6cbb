import { isId } from '../ledger/calls/ids.ts'
import type { Call } from './call.ts'
import { fill } from './fill.ts'
import { bestTellings, type Told } from './views.ts'

/**
 * Each call once: of the tellings of a session one counts, and calls with an id in common are one call. Without an id, calls that agree in
 * everything and have a time finer than a second are one, too.
 */
export function tellOnce(all: readonly Told[]): Told[] {
  const lines = unite(all, ({ tool, call }) => JSON.stringify([tool, call.view?.session, call.view?.telling]))
  return unite(bestTellings(lines), () => '')
}

/** Servers that use an id again for more prompts than these give ids that say nothing: then only the same prompt is the same call. */
const MOST_PROMPTS = 64

/**
 * Keeps of calls that are one the one that says the most, in the place of the first. What has ids of several calls tells that these are one.
 * @param scopeOf where an id is looked for.
 */
function unite(all: readonly Told[], scopeOf: (told: Told) => string): Told[] {
  const kept: (Told | null)[] = []
  const places = new Map<string, number[]>()
  for (const told of all) {
    const scope = scopeOf(told)
    const keys = keysOf(told).map((key) => `${scope}${key}`)
    const same = findSame(told, kept, keys, places)
    const place = same[0] === undefined ? kept.length : Math.min(...same)
    const one = same.reduce((now, at) => join(now, kept[at] ?? now), told)
    for (const at of same) kept[at] = null
    kept[place] = one
    for (const key of same.length > 1 ? keysOf(one).map((id) => `${scope}${id}`) : keys) note(places, key, told, place)
  }
  return kept.filter((told) => told !== null)
}

function note(places: Map<string, number[]>, key: string, { call }: Told, place: number): void {
  const known = places.get(key)
  if (known === undefined) places.set(key, [place])
  else if (known.length < MOST_PROMPTS && !known.includes(place)) known.push(place)
  else if (known.length >= MOST_PROMPTS) places.set(`${key} of ${call.input}`, [place])
}

/** Places of the tellings of a call: the one that agrees best, and those that are one with it, too. */
function findSame(told: Told, kept: readonly (Told | null)[], keys: readonly string[], places: ReadonlyMap<string, number[]>): number[] {
  const found: { readonly place: number; readonly other: Told }[] = []
  for (const key of keys) {
    const known = places.get(key)
    if (known === undefined) continue
    const more = known.length < MOST_PROMPTS ? [] : (places.get(`${key} of ${told.call.input}`) ?? [])
    for (const place of [...known, ...more]) {
      const other = kept[place] ?? null
      if (other !== null && isSameCall(told, other) && !found.some((one) => one.place === place)) found.push({ place, other })
    }
  }
  const first = found.find(({ other }) => other.call.input === told.call.input) ?? found[0]
  return first === undefined
    ? []
    : found.filter(({ other }) => other === first.other || isSameCall(other, first.other)).map(({ place }) => place)
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

/** The telling that says more, with what only the other knows. */
function join(later: Told, before: Told): Told {
  const [told, other] = saysMore(later.call, before.call) ? [later, before] : [before, later]
  return { ...told, call: fill(told.call, other.call) }
}

/** Of the same call the later telling counts, unless it says less: without the cost, the model, some of the tokens, or what the cache held. */
function saysMore(call: Call, before: Call): boolean {
  if (hasCost(call) !== hasCost(before)) return hasCost(call)
  if (isKnown(call.model) !== isKnown(before.model)) return isKnown(call.model)
  const [tokens, known] = [(call.input ?? 0) + (call.output ?? 0), (before.input ?? 0) + (before.output ?? 0)]
  return tokens === known ? partsOf(call) >= partsOf(before) : tokens > known
}

function partsOf({ cached, cacheWrite, reasoning }: Call): number {
  return (cached ?? 0) + (cacheWrite ?? 0) + (reasoning ?? 0)
}

/** A cost of 0 says nothing, unless the tool says that it is one. */
function hasCost({ costUsd, isFree }: Call): boolean {
  return isFree === true || (costUsd ?? 0) > 0
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined
}
