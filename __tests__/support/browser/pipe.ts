import type { Readable, Writable } from 'node:stream'

/** What the browser tells by itself. */
export interface BrowserEvent {
  readonly method: string
  readonly params: Record<string, unknown>
  readonly sessionId?: string
}

interface Answer {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly result?: Record<string, unknown>
}

/** The DevTools protocol over two pipes: JSON messages, each with a zero byte behind it. */
export function talk(input: Readable, output: Writable, onEvent: (event: BrowserEvent) => void) {
  const waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>()
  let last = 0
  let rest = Buffer.alloc(0)
  input.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(JSON.parse(rest.subarray(0, end).toString()))
      rest = rest.subarray(end + 1)
    }
  })
  function take(message: Answer & BrowserEvent): void {
    if (message.id === undefined) {
      onEvent(message)
      return
    }
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asker?.reject(new Error(message.error.message))
    else asker?.resolve(message.result ?? {})
  }
  return (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
}
