import type { Place } from '../../call.ts'
import type { Sink } from '../../tool.ts'

/** Threads whose last turn told no usage, because it failed or was cut off: each is one call of which nothing is known. */
export class Untold {
  private readonly sink: Sink
  private readonly threads = new Map<string, { place: Place; run: string | null; hasFailed: boolean }>()
  private readonly known = new Set<string>()

  constructor(sink: Sink) {
    this.sink = sink
  }

  /** @param run null where the thread has no name but that of its file. */
  add(thread: string, place: Place, run: string | null, hasFailed: boolean): void {
    const before = this.threads.get(thread)
    this.threads.set(thread, { place, run, hasFailed: hasFailed || before?.hasFailed === true })
  }

  /** A total of the thread came later, which has its turns in it. */
  clear(thread: string): void {
    this.threads.delete(thread)
  }

  /** A rollout has all requests of the thread, those of a turn that failed as well. */
  know(thread: string): void {
    this.known.add(thread)
  }

  finish(): void {
    for (const [thread, { place, run, hasFailed }] of this.threads)
      if (!this.known.has(thread)) this.sink.call({ place, run, hasFailed, ids: [`codex:${thread}:untold`] })
  }
}
