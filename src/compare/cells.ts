import type { Group } from './groups.ts'
import type { Kinds } from './kinds/kinds.ts'

/** One model in one group on both sides. */
export interface Cell {
  readonly group: string | null
  readonly by: Group['by']
  readonly model: string
  readonly baseline: CellSide
  readonly head: CellSide
}

export interface CellSide {
  /** Calls of the whole group. */
  readonly groupCalls: number
  readonly calls: number
  readonly tokens: number
  /** Null: not known by kind. */
  readonly kinds: Kinds | null
  readonly costUsd: number
  /** Whether some of its calls have no known price. */
  readonly isPartlyPriced: boolean
}

/** Pairs both sides' groups: every model that a group has on either side. */
export function pairCells(baseline: readonly Group[], head: readonly Group[]): Cell[] {
  const pairs = new Map<string, { first: Group; baseline?: Group; head?: Group }>()
  for (const [side, groups] of [
    ['baseline', baseline],
    ['head', head],
  ] as const)
    for (const group of groups) {
      const key = JSON.stringify([group.by, group.name, group.model])
      pairs.set(key, { ...(pairs.get(key) ?? { first: group }), [side]: group })
    }
  const before = callsPerGroup(baseline)
  const after = callsPerGroup(head)
  return [...pairs.values()].map(({ first: { by, name, model }, ...pair }) => ({
    group: name,
    by,
    model,
    baseline: sideOf(pair.baseline, before.get(groupKey(by, name)) ?? 0),
    head: sideOf(pair.head, after.get(groupKey(by, name)) ?? 0),
  }))
}

export function groupKey(by: Group['by'], name: string | null): string {
  return JSON.stringify([by, name])
}

/** Part of a group's calls that the model has. */
export function shareOf({ calls, groupCalls }: CellSide): number {
  return groupCalls === 0 ? 0 : calls / groupCalls
}

function callsPerGroup(groups: readonly Group[]): Map<string, number> {
  const calls = new Map<string, number>()
  for (const group of groups) {
    const key = groupKey(group.by, group.name)
    calls.set(key, (calls.get(key) ?? 0) + group.calls)
  }
  return calls
}

const NOTHING = { calls: 0, tokens: 0, kinds: null, costUsd: 0, isPartlyPriced: false }

function sideOf(group: Group | undefined, groupCalls: number): CellSide {
  const { calls, tokens, kinds, costUsd, isPartlyPriced } = group ?? NOTHING
  return { groupCalls, calls, tokens, kinds, costUsd, isPartlyPriced }
}
