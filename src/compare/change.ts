import type { Change, Figure } from '../generated/types.ts'
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
  const before = baseline?.costUsd ?? 0
  const after = head?.costUsd ?? 0
  return {
    name,
    status:
      baseline === null
        ? 'added'
        : head === null
          ? 'removed'
          : before === after && baseline.calls === head.calls && baseline.tokens === head.tokens
            ? 'unchanged'
            : 'changed',
    baseline_cost_usd: baseline?.costUsd ?? null,
    head_cost_usd: head?.costUsd ?? null,
    delta_usd: difference(before, after),
    percent: baseline === null || head === null ? null : percentOf(before, after),
    baseline_calls: baseline?.calls ?? null,
    head_calls: head?.calls ?? null,
    baseline_tokens: baseline?.tokens ?? null,
    head_tokens: head?.tokens ?? null,
  }
}

export function compareFigure(baseline: number | null, head: number | null): Figure {
  return { baseline, head, percent: baseline === null || head === null ? null : percentOf(baseline, head) }
}

function percentOf(before: number, after: number): number | null {
  return before === 0 ? (after === 0 ? 0 : null) : ((after - before) / before) * 100
}

/** Without the noise of subtracting doubles: amounts have 12 decimals at the most. */
function difference(before: number, after: number): number {
  return Number((after - before).toFixed(12))
}
