import type { Place } from '../../call.ts'
import { object, text, time } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { type Row, rowsByModel, type Thread } from './thread.ts'
import { tokensOf } from './tokens.ts'
import type { Untold } from './untold.ts'

interface Open extends Thread {
  readonly rows: Row[]
  /** Model of the turn that is running. */
  model: string | null
  hasTurns: boolean
  hasFailed: boolean
}

/** Reads rollouts, the records that Codex keeps of its threads. */
export class Rollouts {
  private readonly sink: Sink
  private readonly untold: Untold
  private readonly threads: Open[] = []
  private current: Open | null = null

  constructor(sink: Sink, untold: Untold) {
    this.sink = sink
    this.untold = untold
  }

  take(line: object, place: Place): boolean {
    const type = text(line, 'type')
    if (type === null || object(line, 'payload') === null) return false
    if (type === 'session_meta') this.begin(line, place)
    else if (type === 'turn_context') this.opened(place).model = text(line, 'payload', 'model')
    else if (type === 'event_msg') this.event(line, this.opened(place), place)
    return true
  }

  endFile(): void {
    this.current = null
  }

  /** Forks are known only when their parents were read. */
  finish(): void {
    for (const thread of this.threads) {
      const { id, run, place, provider } = thread
      if (thread.rows.length > 0) this.untold.know(id)
      else if (thread.hasTurns) this.untold.add(id, place, run, thread.hasFailed)
      const parents = thread.parent === null ? [] : this.threads.filter((other) => other.id === thread.parent).flatMap(({ rows }) => rows)
      const view = { session: `codex:${id}`, telling: `rollout:${place.file}:${place.line ?? place.path}`, rank: 2 }
      for (const { model, calls, tokens, last } of rowsByModel(thread, parents))
        this.sink.call({ place: last.place, run, model, provider, calls, timeMs: last.timeMs, ...tokens, view })
    }
  }

  /** A fork has the head of its parent behind its own. */
  private begin(line: object, place: Place): void {
    const id = text(line, 'payload', 'id') ?? text(line, 'payload', 'session_id')
    const startedMs = time(line, 'payload', 'timestamp')
    const { current } = this
    const isOfParent = current !== null && current.parent !== null && (id === current.parent || (startedMs ?? 0) < (current.startedMs ?? 0))
    if (isOfParent) return
    this.open(place, id, startedMs, {
      parent:
        text(line, 'payload', 'forked_from_id') ??
        text(line, 'payload', 'parent_thread_id') ??
        text(line, 'payload', 'source', 'subagent', 'thread_spawn', 'parent_thread_id'),
      provider: text(line, 'payload', 'model_provider'),
    })
  }

  private opened(place: Place): Open {
    return this.current ?? this.open(place, null, null, { parent: null, provider: null })
  }

  private open(place: Place, id: string | null, startedMs: number | null, origin: Pick<Thread, 'parent' | 'provider'>): Open {
    const thread = {
      id: id ?? `file:${place.file}`,
      run: id,
      place,
      startedMs,
      ...origin,
      rows: [],
      model: null,
      hasTurns: false,
      hasFailed: false,
    }
    this.threads.push(thread)
    this.current = thread
    return thread
  }

  private event(line: object, thread: Open, place: Place): void {
    const type = text(line, 'payload', 'type')
    if (type === 'token_count') this.tokens(line, thread, place)
    else if (type === 'thread_settings_applied') thread.model = text(line, 'payload', 'thread_settings', 'model') ?? thread.model
    else if (type === 'task_started') [thread.hasTurns, thread.hasFailed] = [true, false]
    else if (type === 'error' || type === 'turn_aborted') this.end(thread, true)
    else if (type === 'task_complete') this.end(thread, thread.hasFailed)
  }

  private end(thread: Open, hasFailed: boolean): void {
    thread.hasFailed = hasFailed
    if (thread.run !== null) this.sink.end(thread.run, hasFailed ? 'failure' : 'success')
  }

  private tokens(line: object, { rows, model }: Open, place: Place): void {
    const total = tokensOf(line, 'payload', 'info', 'total_token_usage')
    const last = tokensOf(line, 'payload', 'info', 'last_token_usage')
    if (total === null) return
    const before = rows.at(-1)
    if (before !== undefined && JSON.stringify(before.total) === JSON.stringify(total)) return
    rows.push({ total, last, model, timeMs: time(line, 'timestamp'), place })
  }
}
