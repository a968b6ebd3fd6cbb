import type { Call, Place } from '../../call.ts'
import type { Sink } from '../../tool.ts'

/** How each telling of a session ranks among those with as many tokens: the more it says, the higher. */
const RANKS = { otel: 1, shutdowns: 2, records: 3 }
/** One that knows what it cost says more than any that does not. */
const PRICED = 10

const HOW =
  'has no tokens. Run copilot with COPILOT_OTEL_FILE_EXPORTER_PATH=FILE and give that file, or the events.jsonl of the session in ~/.copilot/session-state'

/** What is told of sessions: calls, and answers without any. */
export class Sessions {
  private readonly sink: Sink
  private readonly told = new Set<string>()
  private readonly outputs: { readonly place: Place; readonly session: string }[] = []

  constructor(sink: Sink) {
    this.sink = sink
  }

  /** @param session null where it is not told: then nothing else can tell of it either. */
  call(session: string | null, telling: keyof typeof RANKS, call: Call): void {
    const rank = RANKS[telling] + (call.costUsd ? PRICED : 0)
    if (session !== null) this.told.add(session)
    this.sink.call(session === null ? call : { ...call, view: { session: `copilot-cli:${session}`, telling, rank } })
  }

  /** Answers without usage: a call of unknown cost, unless another file has it. */
  silence(session: string, run: string | null, place: Place): void {
    this.sink.call({
      place,
      run,
      view: { session: `copilot-cli:${session}`, telling: `untold:${place.file}:${place.line ?? place.path}`, rank: 0 },
    })
  }

  /** An output that has no tokens. */
  output(session: string, place: Place): void {
    this.outputs.push({ session, place })
  }

  finish(): void {
    for (const { place, session } of this.outputs) if (!this.told.has(session)) this.sink.refuse(place, HOW)
  }
}
