import type { Call } from '../../call.ts'
import { count, object } from '../../fields.ts'
import { wholePrompt } from '../../whole-prompt.ts'
import { type Answerer, isGoogle } from './provider.ts'

export type Usage = Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'reasoning' | 'calls'>

/** What a call from promptfoo's own cache on disk used: nothing. */
export const FROM_DISK = { input: 0, output: 0, costUsd: 0, isFromDisk: true } as const

/** What an object of usage says: what this run spent, or that all of it came from the disk; null where it says nothing. */
export function usageAt(row: object, path: readonly (string | number)[], who: Answerer): Usage | 'from disk' | null {
  // Newer versions tell apart what this run spent.
  if (object(row, ...path, 'incurredTokenUsage') !== null) {
    const spent = ownUsage(row, [...path, 'incurredTokenUsage'], who)
    return spent ?? (ownUsage(row, path, who) === null ? null : 'from disk')
  }
  return ownUsage(row, path, who)
}

function ownUsage(row: object, path: readonly (string | number)[], who: Answerer): Usage | 'from disk' | null {
  const [prompt, completion] = [count(row, ...path, 'prompt'), count(row, ...path, 'completion')]
  const [total, fromCache] = [count(row, ...path, 'total') ?? 0, count(row, ...path, 'cached') ?? 0]
  const requests = count(row, ...path, 'numRequests') ?? 0
  const calls = requests > 1 ? requests : 1
  if (!prompt && !completion) return total > fromCache ? { input: total - fromCache, calls } : total > 0 ? 'from disk' : null
  const reasoning = count(row, ...path, 'completionDetails', 'reasoning') ?? 0
  const read = count(row, ...path, 'completionDetails', 'cacheReadInputTokens') || (isGoogle(who) ? fromCache : 0)
  const written = count(row, ...path, 'completionDetails', 'cacheCreationInputTokens') ?? 0
  const sum = (prompt ?? 0) + (completion ?? 0)
  // The total shows whether reasoning is a part of the completion.
  const isApart = isGoogle(who) ? total === 0 || total >= sum + reasoning : total === sum + reasoning
  return {
    input: wholePrompt(prompt, read, written),
    output: isApart && completion !== null ? completion + reasoning : completion,
    cached: read,
    cacheWrite: written,
    reasoning,
    calls,
  }
}
