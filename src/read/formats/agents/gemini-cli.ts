import type { Call, Place } from '../call.ts'
import { count, get, object, plus, text, time } from '../fields.ts'
import { guard, type Sink, type Tool } from '../tool.ts'

/** https://github.com/google-gemini/gemini-cli */
export const geminiCli: Tool = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  what: 'an output of Gemini CLI',
  site: 'https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/headless.md',
  unit: 'session',
  mixesText: true,
  step: `
- run: gemini --output-format json --prompt "$PROMPT" > gemini.json`,
  files: [
    { what: 'result', places: [], how: 'gemini --output-format json --prompt "$PROMPT" > gemini.json' },
    { what: 'stream of events', places: [], how: 'gemini --output-format stream-json --prompt "$PROMPT" | tee gemini.jsonl' },
  ],
  marks: [
    { 'stats.models': true, 'stats.tools': true },
    { 'stats.total_tokens': true, type: /^result$/ },
    { session_id: true, type: /^init$/, timestamp: true },
    { 'error.type': true, 'error.message': true, session_id: true, model: false, usage: false, timestamp: false, type: false },
  ],
  traps: [
    'Thoughts are not in `candidates`: they are added to the output.',
    'A stream has no thoughts: they are what its total has more than input and output.',
    'The model that routes prompts counts as well; its calls have the step `utility_router`.',
    'A session that was resumed has a result for each time, of that time alone: they are added, and copies count once.',
    'Requests that failed have no tokens: they are calls of unknown cost.',
  ],
  gaps: [
    'What it cost: it is priced from the tokens.',
    'The file of `telemetry.outfile` is not read: use `--output-format json`.',
    'In a stream, prompts of tools count as thoughts, and roles are not told.',
    'Versions without `session_id`: a copy of such a result counts again.',
  ],
  open: (sink) => new GeminiCli(sink),
}

interface Open {
  readonly place: Place
  readonly session: string | null
  readonly model: string | null
  readonly timeMs: number | null
}

class GeminiCli {
  private readonly sink: Sink
  /** The stream whose result is not yet there. */
  private stream: Open | null = null

  constructor(sink: Sink) {
    this.sink = sink
  }

  take(value: object, place: Place): boolean {
    const type = text(value, 'type')
    if (type === 'init') {
      this.endFile()
      this.stream = { place, session: text(value, 'session_id'), model: text(value, 'model'), timeMs: time(value, 'timestamp') }
    } else if (type === 'result') this.result(value, place)
    else if (type !== null) return ['message', 'tool_use', 'tool_result', 'error'].includes(type)
    else if (object(value, 'stats') ?? object(value, 'error')) this.document(value, place)
    else return false
    return true
  }

  /** A stream without a result was cut off. */
  endFile(): void {
    if (this.stream !== null) this.untold(this.stream, false)
    this.stream = null
  }

  private document(value: object, place: Place): void {
    const session = text(value, 'session_id')
    const models = Object.entries(object(value, 'stats', 'models') ?? {})
    for (const [model, metrics] of models) {
      const where = { ...place, path: `${place.path}.stats.models[${JSON.stringify(model)}]` }
      guard(this.sink, where, () => {
        for (const call of callsOf(metrics)) this.tell({ ...call, place: where, model, run: session })
      })
    }
    const hasFailed = object(value, 'error') !== null
    if (models.length === 0) this.untold({ place, session, model: null, timeMs: null }, hasFailed)
    if (session !== null) this.sink.end(session, hasFailed ? 'failure' : 'success')
  }

  private result(value: object, place: Place): void {
    const [session, timeMs] = [this.stream?.session ?? null, time(value, 'timestamp')]
    const open = { place, session, model: this.stream?.model ?? null, timeMs }
    this.stream = null
    const hasFailed = text(value, 'status') === 'error'
    const models = Object.entries(object(value, 'stats', 'models') ?? {})
    const parts = models.length > 0 ? models : [[open.model, get(value, 'stats')] as const]
    let isTold = false
    for (const [model, stats] of parts) {
      const where = models.length > 0 ? { ...place, path: `${place.path}.stats.models[${JSON.stringify(model)}]` } : place
      guard(this.sink, where, () => {
        const [input, output, total] = [count(stats, 'input_tokens'), count(stats, 'output_tokens'), count(stats, 'total_tokens')]
        if (!input && !output) return
        isTold = true
        const reasoning = Math.max(0, (total ?? 0) - (input ?? 0) - (output ?? 0))
        const tokens = { input, output: plus(output, reasoning), cached: count(stats, 'cached'), reasoning }
        this.tell({ place: where, run: session, model, timeMs, ...tokens })
      })
    }
    if (!isTold) this.untold(open, hasFailed)
    if (session !== null) this.sink.end(session, hasFailed ? 'failure' : 'success')
  }

  private untold({ place, session, model, timeMs }: Open, hasFailed: boolean): void {
    this.tell({ place, run: session, model, timeMs, hasFailed })
  }

  /** Results have no ids: those of one session that say the same are copies. */
  private tell(call: Call): void {
    const { run, model, step, input, output, hasFailed, timeMs } = call
    const isTold = (input ?? null) !== null
    const name = JSON.stringify([run, model, step, isTold ? [input, output] : [timeMs, hasFailed]])
    this.sink.call({ ...call, ids: run ? [`gemini-cli:${name}`] : [] })
  }
}

type Part = Omit<Call, 'place' | 'view'>

/** By role, where the roles are all of it. */
function callsOf(metrics: unknown): Part[] {
  const whole = partOf(metrics, [], 'api')
  const names = Object.keys(object(metrics, 'roles') ?? {})
  const roles = names.map((role) => ({ ...partOf(metrics, ['roles', role]), step: role }))
  const sum = (figure: 'input' | 'output') => roles.reduce((all, part) => all + (part[figure] ?? 0), 0)
  const isAll = roles.length > 0 && sum('input') === (whole.input ?? 0) && sum('output') === (whole.output ?? 0)
  const told = (isAll ? roles : [whole]).filter(({ input, calls }) => input !== null || calls !== 0)
  const errors = count(metrics, 'api', 'totalErrors') ?? 0
  return errors > 0 ? [...told, { calls: errors, hasFailed: true }] : told
}

/** @param requests path of the number of requests. */
function partOf(metrics: unknown, path: readonly string[], ...requests: readonly string[]): Part {
  const tokens = (figure: string) => count(metrics, ...path, 'tokens', figure)
  const all = count(metrics, ...path, ...requests, 'totalRequests')
  const calls = all === null ? null : Math.max(0, all - (count(metrics, ...path, ...requests, 'totalErrors') ?? 0))
  const input = plus(tokens('prompt'), tokens('tool'))
  const output = plus(tokens('candidates'), tokens('thoughts'))
  if (!input && !output) return { calls, input: null }
  return { calls, input, output, cached: tokens('cached'), reasoning: tokens('thoughts') }
}
