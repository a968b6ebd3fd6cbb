import type { Efficiency } from '../../generated/types.ts'
import { money } from '../../usage/money.ts'
import type { Tally } from './tally.ts'

/** How many runs are known to have succeeded and failed, of how many. */
interface Tasks {
  readonly successful_tasks: number | null
  readonly failed_tasks: number | null
  /** Null: not known. */
  readonly runs: number | null
}

/**
 * The guides' efficiency figures, and the mean cost of a run. Null, not infinity, where undefined; a cost per successful task is undefined
 * too while the outcome of some runs is not known, because their cost is in the total. While calls have no known price, no unit has a cost.
 * Units: US dollars, and tokens per token.
 */
export function efficiency({ cost, withoutRun, input, output, unpriced }: Tally, tasks: Tasks): Required<Efficiency> {
  const { runs, successful_tasks: successes, failed_tasks: failures } = tasks
  const isKnown = runs !== null && (successes ?? 0) + (failures ?? 0) >= runs
  const inRuns = money(0)
  inRuns.plus(cost)
  if (withoutRun !== null) inRuns.minus(withoutRun)
  const per = (units: number | null, sum = cost) => (units !== null && units > 0 && unpriced === 0 ? sum.toNumber() / units : null)
  return {
    cost_per_run_usd: per(runs, inRuns),
    cost_per_successful_task: isKnown ? per(successes) : null,
    cost_per_1k_tokens: per((input + output) / 1000),
    token_efficiency: input > 0 ? output / input : null,
  }
}
