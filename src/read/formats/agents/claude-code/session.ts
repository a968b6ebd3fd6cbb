import type { Call, Place } from '../../call.ts'
import type { Sink } from '../../tool.ts'

const AGENT = 'claude-code'

/** Hands on what one telling of a session tells. */
export class Telling {
  private readonly sink: Sink
  private readonly session: { readonly run: string | null; readonly agent: string; readonly view: NonNullable<Call['view']> }

  /** @param key names the session where it has no id. */
  constructor(sink: Sink, run: string | null, key: string, telling: string, rank: number) {
    this.sink = sink
    this.session = { run, agent: AGENT, view: { session: `${AGENT}:${key}`, telling, rank } }
  }

  call(call: Call): void {
    this.sink.call({ ...call, ...this.session })
  }

  /** More was used than is told: a call of which nothing is known, so that the total is a least one. */
  unknown(place: Place, hasFailed = false): void {
    this.call({ place, ...(hasFailed && { hasFailed }) })
  }
}
