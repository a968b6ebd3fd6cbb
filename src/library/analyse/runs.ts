import { MOST_ROWS, ROWS, RUN_SORTS } from '../../analyse/query/sorts.ts'
import { listRuns } from '../../analyse/runs/make.ts'
import type { RunRow } from '../../generated/types.ts'
import type { RunsOptions } from './options.ts'
import { choose, quietContext, readNumber, select } from './select.ts'
import { type Total, toTotal } from './total.ts'

/** The first runs by one figure, and what is in none of them. */
export interface RunsAnswer {
  readonly runs: readonly RunRow[]
  /** How many runs have a call that matches. */
  readonly matches: number
  /** All calls of these runs that match. */
  readonly total: Total
  /** Calls that match and name no run: they are in no row and not in `total`. */
  readonly without_run: Total
  /** Calls of graders that match: they are in no other figure. */
  readonly graders: Total
  /** Calls that `since` or `until` leaves out because their time is not known. */
  readonly undated_calls: number
}

export async function queryRuns({ sort, limit, ...options }: RunsOptions): Promise<RunsAnswer> {
  const { settings, filter } = select(options, ['sort', 'limit'])
  const result = await listRuns(
    {
      ...settings,
      filter,
      sort: choose('sort', RUN_SORTS, 'cost', sort),
      limit: readNumber('limit', limit, MOST_ROWS, ROWS) ?? ROWS,
    },
    quietContext(settings),
  )
  return {
    runs: result.runs,
    matches: result.matches,
    total: toTotal(result.inRuns),
    without_run: toTotal(result.withoutRun),
    graders: toTotal(result.graders),
    undated_calls: result.undatedCalls,
  }
}
