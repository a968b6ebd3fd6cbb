import type { StepModelStats } from '../generated/types.ts'
import { sumUsd } from '../usage/money.ts'
import { KINDS, type Kinds } from './kinds/kinds.ts'

/** Calls, tokens and cost of one model in one step (or agent, where the step is not known): what a change is explained from. */
export interface Group {
  /** Step or agent; null: the records name neither. */
  readonly name: string | null
  readonly by: 'step' | 'agent' | 'none'
  readonly model: string
  readonly calls: number
  readonly tokens: number
  /** The same by kind; null: not known. */
  readonly kinds: Kinds | null
  readonly costUsd: number
  /** Whether some of its calls have no known price, so that its cost is not that of its tokens. */
  readonly isPartlyPriced: boolean
}

/** A group as a cost summary gives it. */
export function groupOf(stats: StepModelStats): Group {
  return {
    ...(stats.step !== null
      ? { name: stats.step, by: 'step' as const }
      : stats.agent !== null
        ? { name: stats.agent, by: 'agent' as const }
        : { name: null, by: 'none' as const }),
    model: stats.model,
    // What was spent was spent by a call: shares and costs per call need one.
    calls: stats.cost_usd > 0 ? Math.max(stats.calls, 1) : stats.calls,
    tokens: stats.total_tokens,
    kinds: kindsOf(stats),
    costUsd: stats.cost_usd,
    isPartlyPriced: Boolean(stats.unpriced_calls),
  }
}

/** Tokens by kind. Cached tokens that no record tells of are none. */
export function kindsOf(
  stats: Pick<StepModelStats, 'input_tokens' | 'output_tokens' | 'cached_input_tokens' | 'cache_write_tokens'>,
): Kinds {
  const { input_tokens: prompt, output_tokens: output, cached_input_tokens: cached = 0, cache_write_tokens: written = 0 } = stats
  return { input: Math.max(0, prompt - cached - written), cached, written, output }
}

/** The same calls without steps and agents, to explain a change against a side that knows models only. */
export function mergeGroups(groups: readonly Group[]): Group[] {
  const merged = new Map<string, Group>()
  for (const group of groups) {
    const same = merged.get(group.model)
    merged.set(group.model, {
      name: null,
      by: 'none',
      model: group.model,
      calls: group.calls + (same?.calls ?? 0),
      tokens: group.tokens + (same?.tokens ?? 0),
      kinds: same === undefined ? group.kinds : addKinds(group.kinds, same.kinds),
      costUsd: sumUsd([group.costUsd, same?.costUsd ?? 0]),
      isPartlyPriced: group.isPartlyPriced || (same?.isPartlyPriced ?? false),
    })
  }
  return [...merged.values()]
}

function addKinds(one: Kinds | null, other: Kinds | null): Kinds | null {
  if (one === null || other === null) return null
  const sum = { ...one }
  for (const kind of KINDS) sum[kind] += other[kind]
  return sum
}
