import { type Answer, type Call, type Operations, paginate, read, refuse, write } from '../answer.ts'
import { resolveCommit } from '../graph.ts'
import { isObject } from '../schema.ts'
import { showAccount } from '../shapes/account.ts'
import { showRepository } from '../shapes/repository.ts'
import type { Status } from '../stage/records.ts'
import { type State, takeId, tick } from '../state.ts'

/** Statuses of commits. */
export const statuses: Operations = new Map([
  ['POST /repos/{owner}/{repo}/statuses/{sha}', write(createStatus, 'statuses')],
  ['GET /repos/{owner}/{repo}/commits/{ref}/status', read(combine, 'statuses')],
])

function createStatus(state: State, { params, body, origin }: Call): Answer {
  const sha = params.get('sha') ?? ''
  if (!state.commits.has(sha)) return refuse(422, `No commit found for SHA: ${sha}`)
  const given = isObject(body) ? body : {}
  const description = textOf(given.description)
  if (description !== null && description.length > 140) {
    return refuse(422, 'Validation Failed', ['description is too long (maximum is 140 characters)'])
  }
  const status: Status = {
    id: takeId(state, 'event'),
    sha,
    state: String(given.state),
    context: textOf(given.context) ?? 'default',
    description,
    targetUrl: textOf(given.target_url),
    createdAt: tick(state),
  }
  state.statuses.push(status)
  return { status: 201, body: { ...showStatus(state, origin, status), creator: showAccount(origin, state.holder) } }
}

/** The newest status of each context. */
function combine(state: State, call: Call): Answer {
  const ref = call.params.get('ref') ?? ''
  const commit = resolveCommit(state, ref)
  if (commit === null) return refuse(404, 'Not Found')
  const newest = new Map(state.statuses.filter(({ sha }) => sha === commit.sha).map((status) => [status.context, status]))
  const found = [...newest.values()]
  const says = (...words: readonly string[]) => found.some(({ state: said }) => words.includes(said))
  const { page, headers } = paginate(found, call)
  const api = `${call.origin}/repos/${state.owner}/${state.repo}`
  const body = {
    state: says('failure', 'error') ? 'failure' : found.length === 0 || says('pending') ? 'pending' : 'success',
    sha: commit.sha,
    total_count: found.length,
    statuses: page.map((status) => showStatus(state, call.origin, status)),
    repository: showRepository(state, call.origin),
    commit_url: `${api}/commits/${commit.sha}`,
    url: `${api}/commits/${commit.sha}/status`,
  }
  return { status: 200, headers, body }
}

function showStatus({ owner, repo }: State, origin: string, status: Status): Record<string, unknown> {
  return {
    id: status.id,
    node_id: `SC_${status.id}`,
    url: `${origin}/repos/${owner}/${repo}/statuses/${status.sha}`,
    avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
