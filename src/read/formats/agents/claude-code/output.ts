import type { Call, Place } from '../../call.ts'
import { count, text, time } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { type Answer, isAnswer, nameOf, readAnswer } from './answer.ts'
import { covers, type Result, readResult } from './result.ts'
import { Telling } from './session.ts'

/** What a file tells of a session since its last result there. */
interface Turn {
  place: Place
  /** Answers by name; null: a beginning. */
  readonly told: Map<string, Answer | null>
}

/** Keys of a result. */
const TOTALS: readonly string[] = ['total_cost_usd', 'cost_usd', 'modelUsage', 'duration_api_ms']
/** Messages that a stream has besides results; others have no usage. */
const MESSAGES: ReadonlySet<string> = new Set(['assistant', 'user', 'system', 'stream_event'])

interface Session {
  readonly run: string | null
  readonly key: string
  /** Totals that have no other in them; mostly one. */
  totals: Result[]
  /** Turns up to each result since the one before, by its name. */
  readonly turnsOf: Map<string, number>
  /** Names of what came before a result, in whatever file. */
  readonly covered: Set<string>
  /** By file. */
  readonly turns: Map<string, Turn>
  model: string | null
  timeMs: number | null
}

/**
 * What Claude Code prints, or its SDK hands over. A result is the total of the session up to there; answers count only where no result follows:
 * a run that was cut off.
 */
export class Output {
  private readonly sink: Sink
  private readonly sessions = new Map<string, Session>()
  /** Of the file that is read: some messages do not name it. */
  private current: { readonly file: string; readonly session: Session } | null = null

  constructor(sink: Sink) {
    this.sink = sink
  }

  take(message: object, place: Place): boolean {
    const id = text(message, 'session_id')
    const isTotal = isResult(message, id)
    if (!isTotal && !isMessage(message, id)) return false
    const session = this.sessionOf(id, place.file)
    session.timeMs = time(message, 'timestamp') ?? session.timeMs
    if (isTotal) this.result(session, message, place)
    else if (isAnswer(message)) this.answer(session, message, place)
    else if (text(message, 'subtype') === 'init') this.begin(session, message, place)
    return true
  }

  private sessionOf(id: string | null, file: string): Session {
    const known = this.current?.file === file ? this.current.session : undefined
    const key = id ?? known?.key ?? file
    const session = this.sessions.get(key) ?? {
      run: id,
      key,
      totals: [],
      turnsOf: new Map<string, number>(),
      covered: new Set<string>(),
      turns: new Map<string, Turn>(),
      model: null,
      timeMs: null,
    }
    this.sessions.set(key, session)
    this.current = { file, session }
    return session
  }

  private begin(session: Session, message: object, place: Place): void {
    session.model = text(message, 'model') ?? session.model
    turnOf(session, place).told.set(nameOf(message, place), null)
  }

  private answer(session: Session, message: object, place: Place): void {
    const { told } = turnOf(session, place)
    const name = nameOf(message, place)
    const step = text(message, 'parent_tool_use_id') === null ? null : (text(message, 'subagent_type') ?? 'subagent')
    const answer = readAnswer(message, place, step, told.get(name) ?? undefined)
    session.model ??= answer.call.model ?? null
    told.set(name, answer)
  }

  private result(session: Session, message: object, place: Place): void {
    const result = readResult(message, place, session.model, session.timeMs, this.sink)
    if (session.run !== null && result.outcome !== null) this.sink.end(session.run, result.outcome)
    session.turnsOf.set(text(message, 'uuid') ?? `${place.file}:${place.line ?? place.path}`, count(message, 'num_turns') ?? 0)
    const turn = session.turns.get(place.file)
    const hasAnswers = turn !== undefined && [...turn.told.values()].some((answer) => answer !== null)
    // One that says nothing does not stand for answers that do.
    if (turn !== undefined && (result.calls.length > 0 || !hasAnswers)) {
      for (const name of turn.told.keys()) session.covered.add(name)
      session.turns.delete(place.file)
    }
    const isOlder = session.totals.some((total) => covers(total, result) && !covers(result, total))
    if (!isOlder) session.totals = [...session.totals.filter((total) => !covers(result, total)), result]
  }

  finish(): void {
    for (const session of this.sessions.values()) {
      const { run, key, totals, turnsOf, covered, turns } = session
      const telling = new Telling(this.sink, run, key, 'output', totals.some(({ calls }) => calls.length > 0) ? 3 : 0)
      for (const call of withTurns(totals, turnsOf)) telling.call(call)
      const rest = [...turns.values()].flatMap(({ told, place }) =>
        [...told].flatMap(([name, answer]) => (covered.has(name) ? [] : [{ name, answer, place }])),
      )
      const answers = new Map(rest.map(({ name, answer }) => [name, answer]))
      for (const answer of answers.values())
        if (answer !== null) telling.call({ ...answer.call, ...(answer.isUnfinished && { output: null }) })
      const [cut] = rest
      const unknown = totals.find(({ isUnknown }) => isUnknown)
      if (cut !== undefined) telling.unknown(cut.place)
      else if (unknown !== undefined) telling.unknown(unknown.place, unknown.outcome === 'failure')
    }
  }
}

/** A total does not say how many calls it stands for: at least as many as the main loop had turns, of the model that used the most. */
function withTurns(totals: readonly Result[], turnsOf: ReadonlyMap<string, number>): Call[] {
  const calls = totals.flatMap((total) => total.calls)
  const size = ({ input, output }: Call) => (input ?? 0) + (output ?? 0)
  const main = calls.reduce<Call | null>((most, call) => (most === null || size(call) > size(most) ? call : most), null)
  const turns = [...turnsOf.values()].reduce((sum, number) => sum + number, 0)
  return calls.map((call) => (call === main && turns > 1 ? { ...call, calls: turns } : call))
}

/** Messages of the Python SDK have no type. */
function isResult(message: object, id: string | null): boolean {
  const type = text(message, 'type')
  if (type === null) return TOTALS.some((key) => Object.hasOwn(message, key)) && Object.hasOwn(message, 'num_turns')
  return type === 'result' && (id !== null || TOTALS.some((key) => Object.hasOwn(message, key)))
}

function isMessage(message: object, id: string | null): boolean {
  const type = text(message, 'type')
  if (type === null) return Object.hasOwn(message, 'parent_tool_use_id')
  return id === null ? type === 'system' && text(message, 'subtype') === 'init' : MESSAGES.has(type)
}

function turnOf(session: Session, place: Place): Turn {
  const turn = session.turns.get(place.file) ?? { place, told: new Map<string, Answer | null>() }
  turn.place = place
  session.turns.set(place.file, turn)
  return turn
}
