import type { Cause } from '../generated/types.ts'
import type { Part } from './factors.ts'
import { type CellSide, groupKey } from './factors.ts'

/** Concrete causes, the largest first: per group for calls and mix, per group and model for tokens and price. */
export function findCauses(parts: readonly Part[]): Cause[] {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const key = groupKey(part.cell.by, part.cell.group)
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  const causes = [...groups.values()].flatMap((group) => [activityOf(group), ...mixOf(group), ...group.flatMap(perCall)])
  return causes.sort((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd) || (nameOf(a) < nameOf(b) ? -1 : 1))
}

function nameOf(cause: Cause): string {
  return JSON.stringify([cause.group, cause.driver, cause.model])
}

function activityOf(group: readonly Part[]): Cause {
  const [first] = group
  const models = new Set(group.filter(({ parts }) => parts.activity !== 0).map(({ cell }) => cell.model))
  return {
    driver: 'activity',
    delta_usd: sum(group, 'activity'),
    group: first?.cell.group ?? null,
    group_by: first?.cell.by ?? 'none',
    model: models.size === 1 ? ([...models][0] ?? null) : null,
    from_model: null,
    baseline_value: first?.cell.baseline.groupCalls ?? null,
    head_value: first?.cell.head.groupCalls ?? null,
  }
}

/** Calls of a group that moved between models: from the one whose share fell most to the one whose share rose most. */
function mixOf(group: readonly Part[]): Cause[] {
  const moves = group.map(({ cell }) => ({ cell, rise: share(cell.head) - share(cell.baseline) })).sort((a, b) => b.rise - a.rise)
  const [to, from] = [moves[0], moves.at(-1)]
  if (!to || !from || to === from) return []
  return [
    {
      driver: 'mix',
      delta_usd: sum(group, 'mix'),
      group: to.cell.group,
      group_by: to.cell.by,
      model: to.cell.model,
      from_model: from.cell.model,
      baseline_value: share(to.cell.baseline),
      head_value: share(to.cell.head),
    },
  ]
}

function perCall({ cell, parts }: Part): Cause[] {
  const place = { group: cell.group, group_by: cell.by, model: cell.model, from_model: null }
  return [
    {
      ...place,
      driver: 'tokens_per_call',
      delta_usd: parts.tokens_per_call,
      baseline_value: ratio(cell.baseline.tokens, cell.baseline.calls),
      head_value: ratio(cell.head.tokens, cell.head.calls),
    },
    {
      ...place,
      driver: 'price',
      delta_usd: parts.price,
      baseline_value: pricePerMillion(cell.baseline),
      head_value: pricePerMillion(cell.head),
    },
  ]
}

function pricePerMillion(side: CellSide): number | null {
  return ratio(side.costUsd * 1_000_000, side.tokens)
}

function share(side: CellSide): number {
  return side.groupCalls === 0 ? 0 : side.calls / side.groupCalls
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function sum(group: readonly Part[], factor: 'activity' | 'mix'): number {
  return group.reduce((total, { parts }) => total + parts[factor], 0)
}
