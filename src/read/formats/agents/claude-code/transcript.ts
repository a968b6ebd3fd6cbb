import type { Place } from '../../call.ts'
import { flag, text } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { type Answer, isAnswer, nameOf, readAnswer } from './answer.ts'
import { Telling } from './session.ts'

/** Lines of a conversation; others have no usage. */
const LINES: ReadonlySet<string> = new Set(['assistant', 'user', 'system', 'attachment', 'progress', 'queue-operation'])

interface Session {
  readonly id: string
  readonly answers: Map<string, Answer>
  /** Places of calls that failed, by name. */
  readonly failures: Map<string, Place>
  /** Subagents that were started, and those whose transcript was read. */
  readonly started: Map<string, Place>
  readonly read: Set<string>
  /** Whether a line of the main loop was read. */
  hasMain: boolean
  last: Place
}

/** What Claude Code keeps of its sessions: a line per part of an answer, subagents in files of their own. */
export class Transcript {
  private readonly sink: Sink
  private readonly sessions = new Map<string, Session>()

  constructor(sink: Sink) {
    this.sink = sink
  }

  take(line: object, id: string, place: Place): boolean {
    if (!LINES.has(text(line, 'type') ?? text(line, 'message', 'role') ?? '')) return false
    const session = this.sessionOf(id, place)
    const isSide = flag(line, 'isSidechain')
    if (!isSide) session.hasMain = true
    const agent = text(line, 'agentId')
    if (agent !== null && isSide) session.read.add(agent)
    const started = text(line, 'toolUseResult', 'agentId')
    if (started !== null) session.started.set(started, place)
    const name = nameOf(line, place)
    if (flag(line, 'isApiErrorMessage')) session.failures.set(name, place)
    else if (isAnswer(line)) {
      const step = isSide ? (text(line, 'attributionAgent') ?? 'subagent') : null
      session.answers.set(name, readAnswer(line, place, step, session.answers.get(name)))
    }
    return true
  }

  private sessionOf(id: string, place: Place): Session {
    const session = this.sessions.get(id) ?? {
      id,
      answers: new Map<string, Answer>(),
      failures: new Map<string, Place>(),
      started: new Map<string, Place>(),
      read: new Set<string>(),
      hasMain: false,
      last: place,
    }
    this.sessions.set(id, session)
    session.last = place
    return session
  }

  finish(): void {
    for (const session of this.sessions.values()) {
      const telling = new Telling(this.sink, session.id, session.id, 'transcript', 1)
      for (const { call, isUnfinished } of session.answers.values()) telling.call({ ...call, ...(isUnfinished && { output: null }) })
      for (const place of session.failures.values()) telling.unknown(place, true)
      const isPart = [...session.started.keys()].some((agent) => !session.read.has(agent))
      const isOpen = [...session.answers.values()].some(({ isUnfinished }) => isUnfinished)
      if (isPart || isOpen || !session.hasMain) telling.unknown(session.last)
    }
  }
}
