import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { deliver, type Fault, type Faults, lose, type Reply, takeFault } from './faults.ts'

/** A request as it came over the wire. */
export interface Incoming {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

/** What a request asks for; `act` carries it out. */
export interface Asked {
  /** For example `GET /rate_limit`, `TWIRP CreateArtifact`, `BLOB PUT`. */
  readonly route: string
  readonly body: unknown
  act(): Reply
}

/** One of the services: how it reads a request, and how it refuses. Null: no such operation. */
export interface Service {
  read(incoming: Incoming): Asked | null
  refuse(status: number, message: string): Reply
}

/** A request that was made. */
export interface Request {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** JSON as data, all else as text; bytes for the blob store. */
  readonly body: unknown
  /** Milliseconds, of `performance.now()`. */
  readonly time: number
}

/** Called with the route and number, from 0, of a request among all. Drop: the connection ends here. */
export type Hook = (route: string, index: number) => undefined | 'drop' | Promise<undefined | 'drop'>

/** What a test sees and sets, shared by all hosts. */
export interface Desk {
  readonly requests: Request[]
  readonly violations: string[]
  readonly faults: Faults
  /** Before a request takes effect. */
  onRequest: Hook | undefined
  /** After a request took effect, before its answer. A request that a fault lost before does not come here. */
  onEffect: Hook | undefined
}

/** A server on this machine. */
export interface Host {
  readonly origin: string
  close(): Promise<void>
}

/** Starts a service on a free port of this machine. */
export async function startHost(desk: Desk, createService: (origin: string) => Service): Promise<Host> {
  const server = createServer((request, response) => {
    // A client that goes away in the middle of its request is no fault of ours.
    serve(request, response).catch((error: unknown) => {
      if (!request.destroyed && !response.destroyed) desk.violations.push(`the local GitHub failed: ${String(error)}`)
      response.destroy()
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const origin = `http://127.0.0.1:${port}`
  const service = createService(origin)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [method, url] = [request.method ?? 'GET', new URL(request.url ?? '/', origin)]
    const incoming = { method, url, headers: request.headers, bytes: await readBytes(request) }
    const asked = service.read(incoming)
    if (asked === null) {
      desk.violations.push(`${method} ${url.pathname}: GitHub describes no such operation`)
      return deliver(response, service.refuse(404, 'Not Found'), null)
    }
    const { route, body } = asked
    const about = { route, method, path: url.pathname, query: url.searchParams, headers: request.headers, body, time: performance.now() }
    const index = desk.requests.push(about) - 1
    if ((await desk.onRequest?.(route, index)) === 'drop') return void response.destroy()
    // Only now, so that the hook can set one for this very request.
    const fault = takeFault(desk.faults, route)
    if (fault !== null && isLoss(fault)) return lose(response, fault, service.refuse)
    const reply = asked.act()
    if ((await desk.onEffect?.(route, index)) === 'drop') return void response.destroy()
    if (fault?.kind === 'after') return lose(response, fault.loss, service.refuse)
    return deliver(response, reply, fault)
  }

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin, close }
}

/** JSON in an answer. */
export function replyJson(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, bytes }
}

/** A body as data where it is JSON, else as text; undefined where there is none. */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  const text = bytes.toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function isLoss(fault: Fault): fault is Extract<Fault, { kind: 'answer' | 'text' | 'reset' | 'silent' }> {
  return fault.kind === 'answer' || fault.kind === 'text' || fault.kind === 'reset' || fault.kind === 'silent'
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
