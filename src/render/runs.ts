import type { RunSort } from '../analyse/query/sorts.ts'
import type { RunsResult } from '../analyse/runs/runs.ts'
import type { RunRow } from '../generated/types.ts'
import { alignColumns } from '../words/columns.ts'
import { renderCsv } from '../words/csv.ts'
import { plain } from '../words/escape.ts'
import { count, integer, listSome, usd } from '../words/format.ts'
import type { Paint } from '../words/paint.ts'
import { isUnpriced } from './changes/models.ts'
import { describeGraders, writeUse } from './findings/graders.ts'

const NONE = '–'
const ORDERS: Record<RunSort, string> = { cost: 'most expensive', time: 'newest', calls: 'busiest', tokens: 'largest' }
const RIGHT = { right: true }
const COLUMNS = [
  { title: 'Began (UTC)' },
  { title: 'Cost', ...RIGHT },
  { title: 'Calls', ...RIGHT },
  { title: 'Tokens', ...RIGHT },
  { title: 'Outcome' },
  { title: 'Agent' },
  { title: 'Run' },
]

/** Runs for a terminal. */
export function renderRunsText(result: RunsResult, sort: RunSort, paint: Paint): string {
  const gaps = writeRunGaps(result)
  if (result.matches === 0) return `${['No runs match.', ...gaps].join('\n')}\n`
  const [title = '', ...lines] = alignColumns(COLUMNS, result.runs.map(toCells))
  return `${[paint('bold', writeHead(result, sort)), '', paint('dim', title), ...lines, ...(gaps.length > 0 ? ['', ...gaps] : [])].join('\n')}\n`
}

/** `$0.5727 in 12 runs; the 3 most expensive:`. */
function writeHead({ runs, matches, inRuns }: RunsResult, sort: RunSort): string {
  const { cost_usd } = inRuns.toStats()
  const sum = `${writeCost(isUnpriced(inRuns.toStats()) ? null : cost_usd, inRuns.unpriced)} in ${count(matches, 'run')}`
  return runs.length < matches ? `${sum}; the ${integer(runs.length)} ${ORDERS[sort]}:` : `${sum}, the ${ORDERS[sort]} first:`
}

function toCells({ run_id, started_at, agents, outcome, calls, total_tokens, total_cost_usd, unpriced_calls }: RunRow): string[] {
  return [
    started_at === null ? NONE : started_at.slice(0, 19).replace('T', ' '),
    writeCost(total_cost_usd, unpriced_calls),
    integer(calls),
    integer(total_tokens),
    outcome,
    agents.length === 0 ? NONE : listSome(agents.map((agent) => plain(agent))),
    plain(run_id),
  ]
}

/** `$1.20`, `at least $1.20`, or `unknown`: what has no known price is no amount, above all not $0. */
function writeCost(costUsd: number | null, unpricedCalls: number): string {
  if (costUsd === null) return 'unknown'
  return `${unpricedCalls > 0 ? 'at least ' : ''}${usd(costUsd)}`
}

/** What is in no row, and what is in no amount, a line each. */
export function writeRunGaps({ inRuns: { unpriced }, withoutRun, graders, undatedCalls }: RunsResult): string[] {
  const is = (calls: number) => (calls === 1 ? 'is' : 'are')
  return [
    withoutRun.calls > 0 ? `Calls without a run, in no row: ${writeUse(withoutRun.toStats())}.` : null,
    unpriced > 0 ? `${count(unpriced, 'call')} without a known price ${is(unpriced)} in no amount.` : null,
    graders.calls > 0 ? `${describeGraders(graders.toStats())}.` : null,
    undatedCalls > 0 ? `${count(undatedCalls, 'call')} without a time ${is(undatedCalls)} left out of this period.` : null,
  ].filter((line) => line !== null)
}

/** Runs as CSV. Figures are not rounded; a cost that is not known is empty. */
export function renderRunsCsv({ runs }: RunsResult): string {
  const titles = ['run_id', 'started_at', 'last_call_at', 'agents', 'outcome', 'calls', 'failed_calls', 'unpriced_calls']
  const figures = ['input_tokens', 'output_tokens', 'total_tokens', 'total_cost_usd']
  const rows = runs.map((run) => [
    ...[run.run_id, run.started_at, run.last_call_at, run.agents.length === 0 ? null : run.agents.join('; '), run.outcome],
    ...[run.calls, run.errors, run.unpriced_calls, run.input_tokens, run.output_tokens, run.total_tokens, run.total_cost_usd],
  ])
  return renderCsv([...titles, ...figures], rows)
}
