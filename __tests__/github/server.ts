import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { checkAnswer, checkRequest, match } from './referee.ts'
import { type Answer, refuse, routes } from './routes.ts'
import { createState, type State } from './state.ts'

/** What goes wrong: another answer, text in place of JSON, half an answer, or none at all. */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly message: string }
  | { readonly kind: 'text'; readonly status: number; readonly type: string; readonly text: string }
  | { readonly kind: 'half' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'silent' }

/** A request that was made. */
export interface Request {
  readonly route: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

/** GitHub on this machine: state is kept, and every request and answer is held against GitHub's own description. */
export interface GitHubServer {
  readonly apiUrl: string
  readonly state: State
  readonly requests: Request[]
  /** What was not as GitHub describes it. A test asserts that there is none. */
  readonly violations: string[]
  /** Faults by route, for example `GET /user`. */
  readonly faults: Map<string, Fault>
  close(): Promise<void>
}

/** Starts a server on a free port of this machine. */
export async function startGitHub(): Promise<GitHubServer> {
  const state = createState()
  const requests: Request[] = []
  const violations: string[] = []
  const faults = new Map<string, Fault>()
  const server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = apiUrl
    const url = new URL(request.url ?? '/', origin)
    const text = await readText(request)
    const found = match(request.method ?? 'GET', url.pathname)
    if (found === null) {
      violations.push(`${request.method} ${url.pathname}: GitHub describes no such operation`)
      return send(response, refuse(404, 'Not Found'))
    }
    const { endpoint, params } = found
    const body = parse(text)
    requests.push({ route: endpoint.route, headers: request.headers, body })
    violations.push(...checkRequest(endpoint, params, url.searchParams, body))
    const fault = faults.get(endpoint.route)
    if (fault !== undefined && fault.kind !== 'half' && fault.kind !== 'cut') return sendFault(response, fault)
    const said = decide(request, endpoint.route, { params, query: url.searchParams, body, origin, path: url.pathname })
    violations.push(...checkAnswer(endpoint, said.status, said.body))
    send(response, said, fault?.kind)
  }

  function decide(request: IncomingMessage, route: string, call: Parameters<NonNullable<ReturnType<typeof routes.get>>>[1]): Answer {
    if (request.headers.authorization !== `token ${state.token}`) return refuse(401, 'Bad credentials')
    const handler = routes.get(route)
    if (handler !== undefined) return handler(state, call)
    violations.push(`${route}: this server does not play it`)
    return refuse(404, 'Not Found')
  }

  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const apiUrl = `http://127.0.0.1:${port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { apiUrl, state, requests, violations, faults, close }
}

function send(response: ServerResponse, { status, body, headers }: Answer, fault?: 'half' | 'cut'): void {
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const sent = fault === undefined ? bytes : bytes.subarray(0, bytes.length / 2)
  // half: an answer that claims to be whole. cut: the connection breaks in the middle of one.
  const length = fault === 'cut' ? bytes.length : sent.length
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length, ...headers })
  if (fault === 'cut') response.write(sent, () => response.destroy())
  else response.end(sent)
}

function sendFault(response: ServerResponse, fault: Exclude<Fault, { kind: 'half' | 'cut' }>): void {
  if (fault.kind === 'answer') send(response, refuse(fault.status, fault.message))
  if (fault.kind === 'text') response.writeHead(fault.status, { 'content-type': fault.type }).end(fault.text)
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
