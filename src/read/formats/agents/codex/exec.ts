import type { Place } from '../../call.ts'
import { text } from '../../fields.ts'
import { Misread, type Sink } from '../../tool.ts'
import { tokensOf } from './tokens.ts'
import type { Untold } from './untold.ts'

/** Reads the events that `codex exec --json` prints. */
export class Exec {
  private readonly sink: Sink
  private readonly untold: Untold
  private thread: string | null = null
  /** Where the turn began that is running. */
  private turn: Place | null = null

  constructor(sink: Sink, untold: Untold) {
    this.sink = sink
    this.untold = untold
  }

  take(event: object, place: Place): boolean {
    const type = text(event, 'type') ?? ''
    if (type === 'thread.started') {
      this.endFile()
      this.thread = text(event, 'thread_id')
    } else if (type === 'turn.started') {
      this.cutOff()
      this.turn = place
    } else if (type === 'turn.completed') this.complete(event, place)
    else if (type === 'turn.failed') this.fail(place, true)
    else return type === 'error' || /^item\.(started|updated|completed)$/.test(type)
    return true
  }

  endFile(): void {
    this.cutOff()
    this.thread = null
  }

  private complete(event: object, place: Place): void {
    this.turn = null
    const tokens = tokensOf(event, 'usage')
    if (tokens === null) {
      this.fail(place, false)
      throw new Misread('$.usage', 'has neither input_tokens nor output_tokens')
    }
    const thread = this.thread ?? nameless(place)
    this.untold.clear(thread)
    const view = { session: `codex:${thread}`, telling: `exec:${place.file}:${place.line ?? place.path}`, rank: 1 }
    this.sink.call({ place, run: this.thread, ...tokens, view })
    if (this.thread !== null) this.sink.end(this.thread, 'success')
  }

  private cutOff(): void {
    if (this.turn !== null) this.fail(this.turn, false)
  }

  private fail(place: Place, hasFailed: boolean): void {
    this.turn = null
    this.untold.add(this.thread ?? nameless(place), place, this.thread, hasFailed)
    if (hasFailed && this.thread !== null) this.sink.end(this.thread, 'failure')
  }
}

/** Where the beginning of a file is missing, it stands for its thread. */
function nameless({ file }: Place): string {
  return `file:${file}`
}
