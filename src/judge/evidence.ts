import { compare } from '../compare/compare.ts'
import type { KnownHistory } from '../compare/noise/known.ts'
import type { StudentQuantile } from '../compare/noise/measured.ts'
import type { Side } from '../compare/side.ts'
import { compareSuccess } from '../compare/success.ts'
import { compareWorkload } from '../compare/workload.ts'
import type { Comparison, CostSummary, Noise, Projection, Success, Workload } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import { restsOnFewer } from './growth/fewer.ts'
import type { RegressionLimits } from './growth/regression.ts'
import { assessNoise } from './noise/assess.ts'
import type { Chance } from './noise/chance.ts'
import { project } from './projection/project.ts'

/** What is known before any rule is applied. */
export interface Evidence {
  /** null: no baseline. */
  readonly comparison: Comparison | null
  readonly workload: Workload | null
  /** How the runs of both sides ended; null: neither says. */
  readonly success: Success | null
  /** null: no baseline. */
  readonly noise: Noise | null
  /** null: the policy gives no volume. */
  readonly projection: Projection | null
  /** What the records of the base branch tell of chance; null where the baseline has none. */
  readonly chance: Chance | null
}

export interface Sides {
  readonly policy: Pick<Policy, 'volume'> | null
  readonly limits: Pick<RegressionLimits, 'maxIncreasePercent' | 'minIncreaseUsd'>
  readonly head: CostSummary
  readonly headSide: Side
  readonly baseline: { readonly side: Side | null; readonly history: KnownHistory | null }
  /** Needed from 8 comparable records on. */
  readonly student: StudentQuantile | null
}

/** Compares head with the baseline in everything that rules ask for. */
export function gatherEvidence({ policy, limits, head, headSide, baseline: { side, history }, student }: Sides): Evidence {
  const comparison = side && compare(side, headSide)
  const workload = side && compareWorkload(side, headSide)
  const chance = history && { ...history, student }
  const limit = { percent: limits.maxIncreasePercent, minUsd: limits.minIncreaseUsd }
  const isOnFewer = side !== null && restsOnFewer(workload, { baselineUsd: side.totalUsd, headUsd: head.total_cost_usd }, limit) !== null
  const noise = comparison && assessNoise({ head, comparison, chance, limit, restsOnFewer: isOnFewer })
  return {
    comparison,
    workload,
    success: compareSuccess(side, headSide),
    noise,
    projection: project(policy?.volume ?? null, side, headSide, noise?.reach_percent ?? null),
    chance,
  }
}
