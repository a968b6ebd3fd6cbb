import type { Group } from './side.ts'

/** Drivers of a change in cost, in the order of the product they form. */
export type Factor = 'activity' | 'mix' | 'tokens_per_call' | 'price'

/** A cell with the parts of its change. */
export interface Part {
  readonly cell: Cell
  readonly parts: Readonly<Record<Factor, number>>
}

/** One model in one group on both sides: its cost is the product of the four factors. */
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
  readonly costUsd: number
}

/** Pairs both sides' groups: every model that a group has on either side. */
export function pairCells(baseline: readonly Group[], head: readonly Group[]): Cell[] {
  const cells = new Map<string, { group: string | null; by: Group['by']; model: string; baseline?: Group; head?: Group }>()
  for (const [side, groups] of [
    ['baseline', baseline],
    ['head', head],
  ] as const)
    for (const group of groups) {
      const key = JSON.stringify([group.by, group.name, group.model])
      cells.set(key, { ...(cells.get(key) ?? { group: group.name, by: group.by, model: group.model }), [side]: group })
    }
  const before = callsPerGroup(baseline)
  const after = callsPerGroup(head)
  return [...cells.values()].map((cell) => ({
    group: cell.group,
    by: cell.by,
    model: cell.model,
    baseline: sideOf(cell.baseline, before.get(groupKey(cell.by, cell.group)) ?? 0),
    head: sideOf(cell.head, after.get(groupKey(cell.by, cell.group)) ?? 0),
  }))
}

export function groupKey(by: Group['by'], name: string | null): string {
  return JSON.stringify([by, name])
}

function callsPerGroup(groups: readonly Group[]): Map<string, number> {
  const calls = new Map<string, number>()
  for (const group of groups) {
    const key = groupKey(group.by, group.name)
    calls.set(key, (calls.get(key) ?? 0) + group.calls)
  }
  return calls
}

function sideOf(group: Group | undefined, groupCalls: number): CellSide {
  return { groupCalls, calls: group?.calls ?? 0, tokens: group?.tokens ?? 0, costUsd: group?.costUsd ?? 0 }
}

/**
 * The change of one cell in four parts that add up to it: logarithmic mean Divisia index (LMDI-I, additive; Ang 2005).
 * Where a side costs nothing, the logarithmic mean is 0 and the analytic limit gives the whole change to the factor that is
 * 0 there (Ang and Liu 2007): a new group is activity, a new model in a known group is mix, first tokens are tokens per call,
 * a first price is price.
 */
export function decompose({ baseline, head }: Cell): Record<Factor, number> {
  const parts = { activity: 0, mix: 0, tokens_per_call: 0, price: 0 }
  const change = head.costUsd - baseline.costUsd
  if (change === 0 && head.costUsd === 0) return parts
  if (baseline.costUsd === 0 || head.costUsd === 0) {
    const empty = baseline.costUsd === 0 ? baseline : head
    parts[zeroFactor(empty)] = change
    return parts
  }
  const weight = logMean(head.costUsd, baseline.costUsd)
  // Cost without tokens has no price per token: then it is the price of a call.
  const tokenless = baseline.tokens === 0 || head.tokens === 0
  parts.activity = weight * Math.log(head.groupCalls / baseline.groupCalls)
  parts.mix = weight * Math.log(share(head) / share(baseline))
  parts.tokens_per_call = tokenless ? 0 : weight * Math.log(head.tokens / head.calls / (baseline.tokens / baseline.calls))
  parts.price = change - parts.activity - parts.mix - parts.tokens_per_call
  return parts
}

function zeroFactor(side: CellSide): Factor {
  if (side.groupCalls === 0) return 'activity'
  if (side.calls === 0) return 'mix'
  return side.tokens === 0 ? 'tokens_per_call' : 'price'
}

function share(side: CellSide): number {
  return side.calls / side.groupCalls
}

/** Logarithmic mean of two positive numbers. */
function logMean(a: number, b: number): number {
  const ratio = a / b - 1
  // Near 1 the quotient loses its digits; the mean of the two is right to 1e-16 there.
  if (Math.abs(ratio) < 1e-8) return (a + b) / 2
  // Far from 1 it is the ratio less 1 that loses them.
  return (a - b) / (Math.abs(ratio) < 0.5 ? Math.log1p(ratio) : Math.log(a / b))
}
