import type { Change, Figure } from '../generated/types.ts'
import { differenceUsd } from '../usage/money.ts'
import type { SideStats } from './side.ts'

/** Subjects of one dimension on both sides, the largest change first; null where a side does not say. */
export function compareSubjects(
  baseline: ReadonlyMap<string, SideStats> | null,
  head: ReadonlyMap<string, SideStats> | null,
): Change[] | null {
  if (baseline === null || head === null) return null
  const names = [...new Set([...baseline.keys(), ...head.keys()])]
  return names
    .map((name) => compareSubject(name, baseline.get(name) ?? null, head.get(name) ?? null))
    .sort(
      (a, b) =>
        Math.abs(b.delta_usd) - Math.abs(a.delta_usd) || (b.head_cost_usd ?? 0) - (a.head_cost_usd ?? 0) || (a.name < b.name ? -1 : 1),
    )
}

/** One subject on both sides; null: it is not there. */
export function compareSubject(name: string, baseline: SideStats | null, head: SideStats | null): Change {
  const before = baseline === null ? 0 : baseline.costUsd
  const after = head === null ? 0 : head.costUsd
  const known = before !== null && after !== null
  return {
    name,
    status: statusOf(baseline, head),
    baseline_cost_usd: baseline?.costUsd ?? null,
    head_cost_usd: head?.costUsd ?? null,
    delta_usd: known ? differenceUsd(after, before) : 0,
    percent: known && baseline !== null && head !== null ? percentOf(before, after) : null,
    baseline_calls: baseline?.calls ?? null,
    head_calls: head?.calls ?? null,
    baseline_tokens: baseline?.tokens ?? null,
    head_tokens: head?.tokens ?? null,
  }
}

function statusOf(baseline: SideStats | null, head: SideStats | null): Change['status'] {
  if (baseline === null) return 'added'
  if (head === null) return 'removed'
  return baseline.costUsd === head.costUsd && baseline.calls === head.calls && baseline.tokens === head.tokens ? 'unchanged' : 'changed'
}

export function compareFigure(baseline: number | null, head: number | null): Figure {
  return { baseline, head, percent: baseline === null || head === null ? null : percentOf(baseline, head) }
}

function percentOf(before: number, after: number): number | null {
  return before === 0 ? (after === 0 ? 0 : null) : ((after - before) / before) * 100
}
