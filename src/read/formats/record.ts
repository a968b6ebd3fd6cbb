import { type CostRecord, UNKNOWN_MODEL } from '../../usage/record.ts'
import { splitTokens } from '../../usage/tokens.ts'
import type { Call } from './call.ts'
import { Misread } from './tool.ts'

/** A call in the normal form. @throws Misread where its figures contradict each other. */
export function toRecord(call: Call): CostRecord {
  const { input = null, output = null, costUsd = null } = call
  const { cached, cacheWrite, cacheWrite1h } = call
  const tokens = splitTokens({ input, output })
  const parts = (cached ?? 0) + (cacheWrite ?? 0)
  if (parts > tokens.inputTokens)
    throw new Misread('$', `has more tokens read from and written to the cache (${parts}) than prompt tokens (${tokens.inputTokens})`)
  if ((cacheWrite1h ?? 0) > (cacheWrite ?? 0))
    throw new Misread('$', `has more tokens kept in the cache for an hour (${cacheWrite1h}) than written to it (${cacheWrite ?? 0})`)
  const calls = Math.max(1, call.calls ?? 1)
  return {
    timeMs: call.timeMs ?? null,
    model: call.model || UNKNOWN_MODEL,
    provider: call.provider ?? null,
    calls,
    errors: call.hasFailed ? calls : 0,
    ...tokens,
    cachedTokens: cached ?? 0,
    cacheWriteTokens: cacheWrite ?? 0,
    ...(cacheWrite1h && { cacheWrite1hTokens: cacheWrite1h }),
    reasoningTokens: call.reasoning ?? 0,
    ...(call.mediaTokens && { mediaTokens: call.mediaTokens }),
    ...(call.webSearches && { webSearches: call.webSearches }),
    ...(call.paidTools && { paidTools: call.paidTools }),
    costUsd,
    runId: call.run ?? null,
    step: call.step ?? null,
    agent: call.agent ?? null,
    customer: call.customer ?? null,
    batch: call.isBatch === true || call.serviceTier === 'batch',
    ...(call.serviceTier && { serviceTier: call.serviceTier }),
    ...(call.testCase && { testCase: call.testCase }),
    ...(call.isFree && { isFree: true }),
    ...(call.isFromDisk && { isFromDisk: true }),
    ...(call.isGrader && { isGrader: true }),
    // A failed call may have been billed, too: of what a tool does not tell nothing is known.
    ...(input === null && output === null && costUsd === null && { isSilent: 'even-if-failed' as const }),
  }
}
