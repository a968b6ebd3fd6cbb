import type { Source } from '../../generated/types.ts'
import type { Call } from './call.ts'

/** A call, and the tool that tells of it. */
export interface Told {
  readonly tool: Source['format']
  readonly call: Call
}

interface Telling {
  readonly name: string
  readonly rank: number
  tokens: number
  costUsd: number
}

/** Calls without those of sessions that another telling tells better: with more tokens, or more than tokens. */
export function bestTellings(all: readonly Told[]): Told[] {
  const sessions = new Map<string, Map<string, Telling>>()
  for (const { call } of all) {
    if (call.view === undefined) continue
    const { session, telling: name, rank } = call.view
    const tellings = sessions.get(session) ?? new Map<string, Telling>()
    sessions.set(session, tellings)
    const telling = tellings.get(name) ?? { name, rank, tokens: 0, costUsd: 0 }
    tellings.set(name, telling)
    telling.tokens += (call.input ?? 0) + (call.output ?? 0)
    telling.costUsd += call.costUsd ?? 0
  }
  const best = new Map([...sessions].map(([session, tellings]) => [session, findBest([...tellings.values()])]))
  return all.filter(({ call }) => call.view === undefined || best.get(call.view.session) === call.view.telling)
}

function findBest(tellings: readonly Telling[]): string | undefined {
  return tellings.reduce<Telling | undefined>(
    (best, telling) => (best === undefined || isBetter(telling, best) ? telling : best),
    undefined,
  )?.name
}

/** Of equals the later one: it was written last. */
function isBetter(one: Telling, other: Telling): boolean {
  if (one.tokens !== other.tokens) return one.tokens > other.tokens
  if (one.rank !== other.rank) return one.rank > other.rank
  return one.costUsd >= other.costUsd
}
