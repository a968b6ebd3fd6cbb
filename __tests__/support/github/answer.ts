import type { IncomingHttpHeaders } from 'node:http'
import type { Artifact } from './stage/records.ts'
import type { Scope, State } from './state.ts'

/** A request that was found to be well formed. */
export interface Call {
  readonly params: ReadonlyMap<string, string>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly headers: IncomingHttpHeaders
  /** Root of this server. */
  readonly origin: string
  readonly path: string
  /** Address of an artifact's bytes in the blob store, with a signature. */
  readonly signDownload: (artifact: Artifact) => string
}

/** What the server says: a body that becomes JSON, or bytes as they are. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly bytes?: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (state: State, call: Call) => Answer

/** An operation as this server plays it, and what a token needs for it: any one of the scopes. */
export interface Operation {
  readonly handle: Handler
  readonly access: 'read' | 'write'
  readonly scopes: readonly Scope[]
}

/** Operations by route, as Octokit writes it. */
export type Operations = ReadonlyMap<string, Operation>

/** An operation that a token may do which may read one of the scopes; without scopes, any token. */
export function read(handle: Handler, ...scopes: readonly Scope[]): Operation {
  return { handle, access: 'read', scopes }
}

/** An operation that a token may do which may write one of the scopes. */
export function write(handle: Handler, ...scopes: readonly Scope[]): Operation {
  return { handle, access: 'write', scopes }
}

/** GitHub's refusals, as its documentation shows them. */
export function refuse(status: number, message: string, errors?: readonly unknown[]): Answer {
  const details = errors === undefined ? {} : { errors }
  return { status, body: { message, ...details, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}

export function notFound(): Answer {
  return refuse(404, 'Not Found')
}

/** The part of a list that was asked for, with links to the others. */
export function paginate<Item>(
  items: readonly Item[],
  { query, origin, path }: Call,
): { page: readonly Item[]; headers: Record<string, string> } {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100)
  const number = Number(query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, rel: string) => {
    const target = new URLSearchParams(query)
    target.set('per_page', String(size))
    target.set('page', String(to))
    return `<${origin}${path}?${target}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ]
  return { page: items.slice((number - 1) * size, number * size), headers: links.length === 0 ? {} : { link: links.join(', ') } }
}

/** A list as an answer. */
export function answerList<Item>(items: readonly Item[], call: Call, show: (item: Item) => unknown): Answer {
  const { page, headers } = paginate(items, call)
  return { status: 200, headers, body: page.map(show) }
}
