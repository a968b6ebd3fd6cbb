import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** An answer in place of the right one: a refusal, text in place of data, a broken connection, or none at all. */
export type Loss =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly message: string
      /** For example `retry-after`. */
      readonly headers?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'text'
      readonly status: number
      readonly type: string
      readonly text: string
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silent' }

/**
 * What goes wrong. A loss: the request has no effect. `after`: it has its effect, and then its answer is lost so. `half`: an answer that claims to
 * be whole. `cut`: the connection breaks in the middle of one. `slow`: the right answer, this many milliseconds late.
 */
export type Fault =
  | Loss
  | { readonly kind: 'after'; readonly loss: Loss }
  | { readonly kind: 'half' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'slow'; readonly ms: number }

/** One fault for every request of a route; or a list with one for each of the next requests (null: none), after which all is well. */
export type Faults = Map<string, Fault | readonly (Fault | null)[]>

/** The fault of the next request of a route; null where there is none. What is left of a list stays in the map. */
export function takeFault(faults: Faults, route: string): Fault | null {
  const planned = faults.get(route)
  if (planned === undefined) return null
  if ('kind' in planned) return planned
  const [next = null, ...rest] = planned
  faults.set(route, rest)
  return next
}

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** Sends an answer, as far as the fault lets it through. */
export async function deliver(response: ServerResponse, { status, headers, bytes }: Reply, fault: Fault | null): Promise<void> {
  if (fault?.kind === 'slow') await sleep(fault.ms)
  const sent = fault?.kind === 'half' || fault?.kind === 'cut' ? bytes.subarray(0, bytes.length / 2) : bytes
  const length = fault?.kind === 'cut' ? bytes.length : sent.length
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-length': length }) })
  if (fault?.kind === 'cut') response.write(sent, () => response.destroy())
  else response.end(sent)
}

/** Sends what comes in place of an answer. `refuse` writes a refusal as the host of the request does. */
export function lose(response: ServerResponse, loss: Loss, refuse: (status: number, message: string) => Reply): void {
  if (loss.kind === 'reset') response.req.socket.resetAndDestroy()
  if (loss.kind === 'text') response.writeHead(loss.status, { 'content-type': loss.type, ...loss.headers }).end(loss.text)
  if (loss.kind === 'answer') {
    const { status, headers, bytes } = refuse(loss.status, loss.message)
    response.writeHead(status, { ...headers, 'content-length': bytes.length, ...loss.headers }).end(bytes)
  }
}
