import type { Group } from '../groups.ts'
import type { Row } from './fit.ts'
import { KINDS } from './kinds.ts'

/** All that was recorded of one model. */
export interface ModelRows {
  readonly baseline: readonly Row[]
  readonly head: readonly Row[]
}

/** Rows of every model, of what has a price and tokens that are known by kind. Null: a side does not know its tokens by kind. */
export function rowsOf(baseline: readonly Group[], head: readonly Group[]): Map<string, ModelRows | null> {
  const models = new Map<string, { baseline: Row[]; head: Row[] } | null>()
  for (const [side, groups] of [
    ['baseline', baseline],
    ['head', head],
  ] as const)
    for (const { model, kinds, calls, costUsd, isPartlyPriced } of groups) {
      const known = models.get(model)
      const rows = known === undefined ? { baseline: [], head: [] } : known
      if (kinds === null || rows === null) models.set(model, null)
      else {
        models.set(model, rows)
        if (costUsd > 0 && !isPartlyPriced && KINDS.some((kind) => kinds[kind] > 0)) rows[side].push({ tokens: kinds, calls, costUsd })
      }
    }
  return models
}
