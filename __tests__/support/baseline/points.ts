import type { HistoryPoint } from '../../../src/generated/types.ts'

/** A record of a commit that is named by its place in the list. */
export function buildPoint(total: number, index = 0, overrides: Partial<HistoryPoint> = {}): HistoryPoint {
  return {
    commit: `commit-${index}`,
    created_at: new Date(Date.UTC(2026, 9, 1) + index * 86_400_000).toISOString(),
    total_cost_usd: total,
    calls: 6,
    models: { 'gpt-4o': { calls: 6, total_tokens: 1000, cost_usd: total } },
    agents: { planner: { calls: 6, total_tokens: 1000, cost_usd: total } },
    ...overrides,
  }
}

/** Records of these totals, the oldest first. */
export function buildPoints(totals: readonly number[]): HistoryPoint[] {
  return totals.map((total, index) => buildPoint(total, index))
}
