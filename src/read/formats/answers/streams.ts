import type { Call } from '../call.ts'
import type { Sink } from '../tool.ts'

/** Answers that come in parts: of each only the figures of the last part count, because they are running totals. */
export class Streams {
  private readonly sink: Sink
  private readonly open = new Map<string, Call>()

  constructor(sink: Sink) {
    this.sink = sink
  }

  /** Takes a part, or a whole answer: that makes its parts of no use. */
  add(call: Call, isPart: boolean): void {
    const id = call.ids?.[0] ?? ''
    const before = this.open.get(id)
    if (isPart) this.open.set(id, before === undefined ? call : merge(before, call))
    else {
      this.open.delete(id)
      this.sink.call(call)
    }
  }

  /** Hands on what has not come whole: without figures it is a call of which nothing is known. */
  flush(): void {
    for (const call of this.open.values()) this.sink.call(call)
    this.open.clear()
  }
}

function merge(before: Call, call: Call): Call {
  const last = tokensOf(call) >= tokensOf(before) ? call : before
  return {
    ...last,
    model: last.model ?? before.model ?? null,
    timeMs: before.timeMs ?? call.timeMs ?? null,
    hasFailed: before.hasFailed === true || call.hasFailed === true,
  }
}

/** -1 where nothing is known. */
function tokensOf({ input, output }: Call): number {
  return input === null || input === undefined ? -1 : input + (output ?? 0)
}
