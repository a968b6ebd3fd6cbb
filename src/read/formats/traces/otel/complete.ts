import type { Call } from '../../call.ts'

/** A call as its own span tells of it, with what only a span around it knows: one that stands for this call alone, and so has the same output. */
export function complete(call: Call, outer: Call | null): Call {
  if (outer === null || (outer.output ?? call.output) !== (call.output ?? outer.output)) return call
  const known = {
    ...call,
    model: call.model ?? outer.model ?? null,
    provider: call.provider ?? outer.provider ?? null,
    costUsd: call.costUsd || (outer.costUsd ?? call.costUsd ?? null),
    output: call.output ?? outer.output ?? null,
    reasoning: call.reasoning ?? (isIn(outer.reasoning, call.output ?? outer.output) ? outer.reasoning : null) ?? null,
    ids: call.ids?.length ? call.ids : (outer.ids ?? []),
  }
  return knowsMore(outer, call) ? { ...known, ...promptOf(outer) } : known
}

/** Whether the outer span knows a part of the prompt that the inner one does not: what the cache holds, or all of it. */
function knowsMore(outer: Call, inner: Call): boolean {
  if ((inner.input ?? null) === null) return (outer.input ?? null) !== null
  return (
    (outer.cached ?? 0) + (outer.cacheWrite ?? 0) > (inner.cached ?? 0) + (inner.cacheWrite ?? 0) &&
    (outer.input ?? 0) >= (inner.input ?? 0)
  )
}

function promptOf({ input, cached, cacheWrite, cacheWrite1h }: Call): Pick<Call, 'input' | 'cached' | 'cacheWrite' | 'cacheWrite1h'> {
  return { input: input ?? null, cached: cached ?? null, cacheWrite: cacheWrite ?? null, cacheWrite1h: cacheWrite1h ?? null }
}

function isIn(part: number | null | undefined, whole: number | null | undefined): boolean {
  return (part ?? null) !== null && (part ?? 0) <= (whole ?? 0)
}
