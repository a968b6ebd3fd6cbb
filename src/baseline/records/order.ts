import type { Ancestry } from './ancestry.ts'

/** Nothing but the commit itself is nearer than the one before it. */
const NEXT = 1

/** Something of a run that was on a commit. */
export interface OfCommit {
  readonly headSha: string
  readonly runId: number
  /** ISO 8601. */
  readonly createdAt: string
}

/** Where one lies: how many commits older than the one that was asked about; null where it does not come before. */
export interface Placed<Item> {
  readonly item: Item
  readonly commitsBehind: number | null
}

/** Those of the newest runs first. A run keeps its number when it is repeated, so numbers follow the order of the commits better than times do. */
export function newestFirst<Item extends OfCommit>(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => other.runId - one.runId || Date.parse(other.createdAt) - Date.parse(one.createdAt))
}

/**
 * The nearest first, of one commit the newest run, and among them those that do not come before. Runs are mostly in the order of their commits, but nothing
 * is concluded from that: one is given when all that are nearer are known. Commits are compared when it is needed for the next one.
 */
export async function* nearestFirst<Item extends OfCommit>(
  items: readonly Item[],
  ancestry: Pick<Ancestry, 'reach' | 'distanceOf' | 'isBefore' | 'measure' | 'surround'>,
): AsyncGenerator<Placed<Item>, undefined> {
  let open = newestFirst(items)
  for (;;) {
    const placed = open.map((item) => ({ item, distance: ancestry.distanceOf(item.headSha) }))
    const unknown = placed.flatMap(({ item, distance }) => (distance === undefined ? item : []))
    const hidden = unknown.find(({ headSha }) => ancestry.isBefore(headSha))
    const reach = unknown.length === 0 ? Number.POSITIVE_INFINITY : hidden === undefined ? ancestry.reach : NEXT
    const ready = placed.flatMap(({ item, distance }) =>
      distance === undefined || Number(distance) > reach ? [] : { item, commitsBehind: distance },
    )
    yield* ready.sort((one, other) => Number(one.commitsBehind) - Number(other.commitsBehind))
    const given = new Set(ready.map(({ item }) => item))
    open = open.filter((item) => !given.has(item))
    const asked = hidden ?? unknown[0]
    if (asked === undefined) return
    const distance = await ancestry.measure(asked.headSha)
    const hasOthers = unknown.some(({ headSha }) => headSha !== asked.headSha)
    if (distance !== null && distance > NEXT && hasOthers) await ancestry.surround(asked.headSha, distance)
  }
}
