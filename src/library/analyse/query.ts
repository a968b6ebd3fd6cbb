import { expectSearch, findRecords } from '../../analyse/query/make.ts'
import { type QueryRow, toRow } from '../../analyse/query/row.ts'
import { MOST_ROWS, QUERY_SORTS, ROWS } from '../../analyse/query/sorts.ts'
import type { QueryOptions } from './options.ts'
import { choose, quietContext, readNumber, select } from './select.ts'
import { type Total, toTotal } from './total.ts'

/** The first records by one figure, and the sums of all that match. */
export interface QueryAnswer {
  readonly records: readonly QueryRow[]
  /** How many records match. */
  readonly matches: number
  /** All of them, those of graders included. */
  readonly total: Total
  /** Calls of graders among them, which no total of the gate holds. */
  readonly grader_calls: number
  /** Calls that `since` or `until` leaves out because their time is not known. */
  readonly undated_calls: number
}

export async function queryRecords({ search, sort, limit, ...options }: QueryOptions): Promise<QueryAnswer> {
  const { settings, filter } = select(options, ['search', 'sort', 'limit'])
  const result = await findRecords(
    {
      ...settings,
      filter,
      search: search === undefined ? null : expectSearch('search', search, "search: 'refund'"),
      sort: choose('sort', QUERY_SORTS, 'cost', sort),
      limit: readNumber('limit', limit, MOST_ROWS, ROWS) ?? ROWS,
    },
    quietContext(settings),
  )
  return {
    records: result.records.map(toRow),
    matches: result.matches,
    total: toTotal(result.all),
    grader_calls: result.graderCalls,
    undated_calls: result.undatedCalls,
  }
}
