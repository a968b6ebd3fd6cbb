import type { Group } from '../../../src/compare/groups.ts'
import { costAt, KINDS, type Kinds, scale } from '../../../src/compare/kinds/kinds.ts'
import { group } from './sides.ts'

/** US dollars per token. */
export const PRICES: Kinds = { input: 2.5e-6, cached: 1.25e-6, written: 3.125e-6, output: 10e-6 }
export const CHEAP: Kinds = { input: 0.15e-6, cached: 0.075e-6, written: 0.1875e-6, output: 0.6e-6 }

/** One step of a model: calls, and tokens of each kind in each of them. */
export interface Usage {
  readonly step: string
  readonly model: string
  readonly calls: number
  readonly perCall: Kinds
}

/** Calls whose cost is that of their tokens. */
export function priced({ step, model, calls, perCall }: Usage, prices: Kinds = PRICES): Group {
  const kinds = scale(perCall, calls)
  const tokens = KINDS.reduce((sum, kind) => sum + kinds[kind], 0)
  return group({ name: step, model, calls, tokens, kinds, costUsd: costAt(prices, kinds) })
}

/** Six steps of one model, no two of which have the same blend of tokens. */
export const STEPS: readonly Usage[] = [
  { step: 'plan', model: 'a', calls: 10, perCall: { input: 1000, cached: 400, written: 100, output: 200 } },
  { step: 'search', model: 'a', calls: 40, perCall: { input: 300, cached: 2000, written: 0, output: 50 } },
  { step: 'read', model: 'a', calls: 7, perCall: { input: 5000, cached: 0, written: 900, output: 120 } },
  { step: 'draft', model: 'a', calls: 12, perCall: { input: 800, cached: 100, written: 300, output: 1500 } },
  { step: 'check', model: 'a', calls: 25, perCall: { input: 2000, cached: 1000, written: 50, output: 10 } },
  { step: 'send', model: 'a', calls: 3, perCall: { input: 150, cached: 70, written: 20, output: 90 } },
]
