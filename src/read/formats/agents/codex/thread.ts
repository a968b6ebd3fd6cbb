import type { Place } from '../../call.ts'
import { add, growth, isNothing, NO_TOKENS, type Tokens } from './tokens.ts'

/** The total of a thread after a request. */
export interface Row {
  readonly total: Tokens
  /** What the request used, where it is told. */
  readonly last: Tokens | null
  readonly model: string | null
  readonly timeMs: number | null
  readonly place: Place
}

/** A thread, as one rollout tells of it. */
export interface Thread {
  readonly id: string
  readonly run: string | null
  readonly place: Place
  readonly startedMs: number | null
  /** The thread that it was forked or spawned from. */
  readonly parent: string | null
  readonly provider: string | null
  readonly rows: readonly Row[]
}

/** What a thread used of a model. */
export interface Use {
  readonly model: string | null
  readonly calls: number
  readonly tokens: Tokens
  readonly last: Row
}

/** What a thread used itself, by model: together what its total has grown by. @param parents rows of the thread that it was forked from. */
export function rowsByModel(thread: Thread, parents: readonly Row[]): Use[] {
  const uses = new Map<string | null, Use>()
  const start = thread.parent === null ? 0 : countInherited(thread, parents)
  const own = thread.rows.slice(start)
  let before = thread.parent === null ? NO_TOKENS : inheritedTotal(own[0], thread.rows[start - 1])
  for (const row of own) {
    // A count that begins anew.
    const tokens = growth(row.total, before) ?? row.last ?? row.total
    before = row.total
    if (isNothing(tokens)) continue
    const use = uses.get(row.model)
    uses.set(row.model, { model: row.model, calls: (use?.calls ?? 0) + 1, tokens: add(use?.tokens ?? NO_TOKENS, tokens), last: row })
  }
  return [...uses.values()]
}

/** How many of the first rows of a fork are copies: its parent has them, too, or they are older than the fork. */
function countInherited({ rows, startedMs }: Thread, parents: readonly Row[]): number {
  const known = new Set(parents.map(keyOf))
  const isOld = ({ timeMs }: Row) => timeMs !== null && startedMs !== null && timeMs < startedMs
  const own = rows.findIndex((row) => !known.has(keyOf(row)) && !isOld(row))
  return own < 0 ? rows.length : own
}

/** The total of a fork before its own first request: some go on counting from that of their parent, others begin at 0. */
function inheritedTotal(first: Row | undefined, copied: Row | undefined): Tokens {
  const before = first?.last ? growth(first.total, first.last) : null
  return before ?? copied?.total ?? NO_TOKENS
}

function keyOf({ total, last }: Row): string {
  return JSON.stringify([total, last])
}
