import { compare as compareSides } from '../compare/compare.ts'
import { explain as explainSides } from '../compare/explain.ts'
import { sideOfSummary } from '../compare/side.ts'
import type { Comparison, CostSummary, Explanation } from '../generated/types.ts'
import { checkBaseline, checkSummary } from './documents.ts'
import type { BaselineDocument } from './options.ts'

/** Head against a baseline: the total, and each model, agent, step, customer and case. Throws an InputError for a document that breaks its schema. */
export function compare(baseline: BaselineDocument, head: CostSummary): Comparison {
  const { before, after } = sidesOf(baseline, head)
  return compareSides(before, after)
}

/** Why the total changed: parts that add up to the change, by prices that recorded costs settle, and no price list. Null where the baseline has no calls and tokens per model. */
export function explain(baseline: BaselineDocument, head: CostSummary): Explanation | null {
  const { before, after } = sidesOf(baseline, head)
  return explainSides(before, after)
}

function sidesOf(baseline: BaselineDocument, head: CostSummary) {
  const { side } = checkBaseline(baseline)
  if (side === null) throw new TypeError('a baseline document always has a side')
  return { before: side, after: sideOfSummary(checkSummary(head)) }
}
