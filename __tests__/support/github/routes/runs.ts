import { type Answer, type Call, notFound, type Operations, paginate, read } from '../answer.ts'
import { showRun, statusOf } from '../shapes/run.ts'
import type { Run } from '../stage/records.ts'
import type { State } from '../state.ts'

/** Runs of workflows. */
export const runs: Operations = new Map([
  ['GET /repos/{owner}/{repo}/actions/runs', read(listRuns, 'actions')],
  ['GET /repos/{owner}/{repo}/actions/runs/{run_id}', read(readRun, 'actions')],
])

const filters: ReadonlyMap<string, (run: Run, value: string) => boolean> = new Map<string, (run: Run, value: string) => boolean>([
  ['event', (run, value) => run.event === value],
  ['branch', (run, value) => run.headBranch === value],
  ['head_sha', (run, value) => run.headSha === value],
  ['actor', (run, value) => run.actor === value],
  // One word for how far a run is, and for how it ended.
  ['status', (run, value) => run.conclusion === value || statusOf(run) === value],
])
const others = new Set(['per_page', 'page', 'exclude_pull_requests'])
/** GitHub gives no more of a list that is filtered. */
const MOST_FILTERED = 1000

function listRuns(state: State, call: Call): Answer {
  let listed = [...state.runs.values()].sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id - one.id)
  for (const [name, value] of call.query) {
    const filter = filters.get(name)
    if (filter !== undefined) listed = listed.filter((run) => filter(run, value))
    else if (!others.has(name)) throw new Error(`does not filter by ${name}`)
  }
  const isFiltered = [...call.query.keys()].some((name) => filters.has(name))
  const { page, headers } = paginate(isFiltered ? listed.slice(0, MOST_FILTERED) : listed, call)
  return { status: 200, headers, body: { total_count: listed.length, workflow_runs: page.map((run) => show(state, call, run)) } }
}

function readRun(state: State, call: Call): Answer {
  const run = state.runs.get(Number(call.params.get('run_id')))
  return run === undefined ? notFound() : { status: 200, body: show(state, call, run) }
}

function show(state: State, { origin, query }: Call, run: Run): Record<string, unknown> {
  const shown = showRun(state, origin, run)
  return query.get('exclude_pull_requests') === 'true' ? { ...shown, pull_requests: [] } : shown
}
