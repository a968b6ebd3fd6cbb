import type { Group } from '../../../src/compare/groups.ts'
import type { Side } from '../../../src/compare/side.ts'

/** A group of calls: one model in one step. */
export function group(overrides: Partial<Group> = {}): Group {
  return {
    name: 'plan',
    by: 'step',
    model: 'gpt-4o',
    calls: 10,
    tokens: 10_000,
    kinds: null,
    costUsd: 1,
    isPartlyPriced: false,
    ...overrides,
  }
}

/** One side whose total is the sum of its groups, and what is beyond them. */
export function side(groups: readonly Group[] | null, beyondUsd = 0): Side {
  const totalUsd = (groups ?? []).reduce((sum, { costUsd }) => sum + costUsd, 0) + beyondUsd
  return { totalUsd, figures: {}, models: null, agents: null, steps: new Map(), customers: null, cases: null, groups }
}
