import { isObject } from './schema.ts'
import { showComment, showHolder } from './shapes.ts'
import { addComment, type State, tick } from './state.ts'

/** A request that was found to be well formed. */
export interface Call {
  readonly params: ReadonlyMap<string, string>
  readonly query: URLSearchParams
  readonly body: unknown
  /** Root of this server. */
  readonly origin: string
  readonly path: string
}

/** What the server says. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Handler = (state: State, call: Call) => Answer

/** What this server plays of GitHub: routes as Octokit writes them. */
export const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET /user', readUser],
  ['GET /repos/{owner}/{repo}/issues/{issue_number}/comments', listComments],
  ['POST /repos/{owner}/{repo}/issues/{issue_number}/comments', createComment],
  ['GET /repos/{owner}/{repo}/issues/comments/{comment_id}', readComment],
  ['PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', updateComment],
])

/** GitHub's refusals, as its documentation shows them. */
export function refuse(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}

function readUser(state: State, { origin }: Call): Answer {
  if (state.holder.isInstallation) return refuse(403, 'Resource not accessible by integration')
  return { status: 200, body: showHolder(origin, state.holder) }
}

function listComments(state: State, call: Call): Answer {
  const issue = Number(call.params.get('issue_number'))
  if (!isHere(state, call) || !state.pulls.has(issue)) return refuse(404, 'Not Found')
  const { items, headers } = paginate(
    state.comments.filter((comment) => comment.issue === issue),
    call,
  )
  return { status: 200, headers, body: items.map((comment) => showComment(state, call.origin, comment)) }
}

function createComment(state: State, call: Call): Answer {
  const issue = Number(call.params.get('issue_number'))
  if (!isHere(state, call) || !state.pulls.has(issue)) return refuse(404, 'Not Found')
  const body = readBody(call)
  if (body.length > 65_536) return tooLong()
  return { status: 201, body: showComment(state, call.origin, addComment(state, state.holder, body, issue)) }
}

function readComment(state: State, call: Call): Answer {
  const comment = findComment(state, call)
  return comment === undefined ? refuse(404, 'Not Found') : { status: 200, body: showComment(state, call.origin, comment) }
}

function updateComment(state: State, call: Call): Answer {
  const comment = findComment(state, call)
  if (comment === undefined) return refuse(404, 'Not Found')
  const body = readBody(call)
  if (body.length > 65_536) return tooLong()
  comment.body = body
  comment.updatedAt = tick(state)
  return { status: 200, body: showComment(state, call.origin, comment) }
}

function findComment(state: State, call: Call): State['comments'][number] | undefined {
  const id = Number(call.params.get('comment_id'))
  return isHere(state, call) ? state.comments.find((comment) => comment.id === id) : undefined
}

function readBody({ body }: Call): string {
  return isObject(body) && typeof body.body === 'string' ? body.body : ''
}

function tooLong(): Answer {
  const errors = [
    { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long (maximum is 65536 characters)' },
  ]
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: 'https://docs.github.com/rest', status: '422' } }
}

function isHere({ owner, repo }: State, { params }: Call): boolean {
  return params.get('owner') === owner && params.get('repo') === repo
}

function paginate<Item>(
  items: readonly Item[],
  { query, origin, path }: Call,
): { items: readonly Item[]; headers: Record<string, string> } {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100)
  const page = Number(query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, rel: string) => `<${origin}${path}?per_page=${size}&page=${to}>; rel="${rel}"`
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return { items: items.slice((page - 1) * size, page * size), headers: links.length === 0 ? {} : { link: links.join(', ') } }
}
