import type { Call } from './call.ts'

const NAMES = ['model', 'provider', 'timeMs', 'run', 'step', 'agent', 'customer', 'testCase', 'webSearches', 'paidTools'] as const
const OF_INPUT = ['cached', 'cacheWrite', 'cacheWrite1h'] as const

/** A call with what only another telling of it knows: whose it is, what the cache held of the same prompt, what it paid apart, and that it was in a batch. */
export function fill(call: Call, other: Call): Call {
  const isSamePrompt = call.input === other.input && OF_INPUT.every((part) => !call[part])
  return {
    ...call,
    ...pick(NAMES, call, other),
    ...(isSamePrompt && pick(OF_INPUT, other, call)),
    ...(call.output === other.output && pick(['reasoning', 'mediaTokens'], call, other)),
    ...((call.isBatch || other.isBatch) && { isBatch: true }),
    ids: [...new Set([...(call.ids ?? []), ...(other.ids ?? [])])],
  }
}

function pick<K extends keyof Call>(keys: readonly K[], call: Call, other: Call): Partial<Pick<Call, K>> {
  const known = keys.map((key) => [key, call[key] ?? other[key]] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Partial<Pick<Call, K>>
}
