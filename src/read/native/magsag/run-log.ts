import { basename } from 'node:path'
import type { RunLogEntry } from '../../../generated/types.ts'
import validate from '../../../generated/validate/run-log.js'
import { parseLooseTime } from '../../../time.ts'
import { outcomeOf } from '../../../usage/outcome.ts'
import type { CostRecord } from '../../../usage/record.ts'
import type { Outcome } from '../../../usage/usage.ts'
import { saysSomething } from '../../foreign/amount.ts'
import { findFault, findForeign } from '../../foreign/foreign.ts'
import { object, parsed } from '../../formats/fields.ts'
import { toRecord } from '../../formats/record.ts'
import { Misread } from '../../formats/tool.ts'
import type { InvalidLog } from '../../invalid.ts'
import { isRecord, parseLine } from '../../json.ts'
import type { Line } from '../../lines.ts'
import { type EngineUse, usesOf } from './engine-usage.ts'

/** The id of a task that was given on the command line, which is another one each time. */
const RANDOM_TASK = /^task-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-/
const END = /\.jsonl$/
const NOTHING: ReadonlySet<string> = new Set()

/** What one engine did for one subtask. */
interface Work {
  readonly runId: string
  readonly subtask: string
  timeMs: number | null
  line: number
  path: string
  hasFailed: boolean
  uses: readonly EngineUse[]
  /** Whether its `done` event gave them: the lines that it passes on say the same. */
  isDone: boolean
}

/** Records of one run, and the line of each. */
export interface RunPart {
  readonly records: CostRecord[]
  readonly lines: number[]
}

/** Reads a run log, line by line; what its engines spent is known at its end. */
export class RunLog {
  /** How runs ended so far: they failed where a subtask did. */
  readonly outcomes = new Map<string, Outcome>()
  private readonly file: string
  private readonly invalid: InvalidLog
  private readonly works = new Map<string, Work>()

  constructor(file: string, invalid: InvalidLog) {
    this.file = file
    this.invalid = invalid
  }

  take(line: Line): void {
    const { value, fault, line: faulty } = parseLine(line)
    if (fault !== null) this.invalid.add(this.file, faulty, fault)
    else if (!isEntry(value)) this.invalid.addErrors(this.file, line.number, value, validate.errors)
    else if (value.event) this.event(value, value.event, line.number)
    else this.other(value, line.number)
  }

  /** What was spent, run by run: a run may be told of elsewhere. */
  runs(): Iterable<RunPart> {
    const runs = new Map<string, RunPart>()
    for (const work of this.works.values()) {
      const run = runs.get(work.runId) ?? { records: [], lines: [] }
      runs.set(work.runId, run)
      for (const use of work.uses.length > 0 ? work.uses : [{}]) this.add(run, use, work)
    }
    return runs.values()
  }

  private event(entry: RunLogEntry, event: NonNullable<RunLogEntry['event']>, line: number): void {
    const runId = entry.runId || basename(this.file).replace(END, '')
    const before = this.outcomes.get(runId) ?? null
    const outcome = event.type === 'result' ? outcomeOf(event.result?.status) : null
    this.outcomes.set(runId, before === 'failure' ? before : (outcome ?? before))
    if (event.type !== 'runner' || !event.event) return
    const { type, stats, data } = event.event
    const work = this.work(runId, event.subtaskId ?? '', line)
    work.timeMs = parseLooseTime(entry.ts) ?? work.timeMs
    if (type === 'error') work.hasFailed = true
    if (type === 'done' && stats) this.told(work, stats, '$.event.event.stats', line, true)
    const passedOn = type === 'log' ? parsed(data) : null
    if (isRecord(passedOn) && isTotal(passedOn)) this.told(work, passedOn, '$.event.event.data', line, false)
  }

  /** Events of an own logger, which have no spend; where they do, nothing reads it. */
  private other(value: object, line: number): void {
    const fault = findFault(value, NOTHING, {})
    if (fault !== null) this.invalid.add(this.file, line, fault.message, fault.path)
  }

  /** An engine tells its total more than once: the last one holds those before. */
  private told(work: Work, stats: object, path: string, line: number, isDone: boolean): void {
    try {
      const uses = usesOf(stats)
      if (uses.length === 0) expectNothing(stats)
      if (uses.length === 0 || (work.isDone && !isDone)) return
      Object.assign(work, { uses, isDone, line, path })
    } catch (error) {
      this.refuse(error, line, path)
    }
  }

  private add({ records, lines }: RunPart, use: Partial<EngineUse>, { line, path, timeMs, hasFailed, runId, subtask }: Work): void {
    const place = { file: this.file, line, path }
    const step = subtask.replace(RANDOM_TASK, '') || null
    try {
      records.push(toRecord({ place, ...use, timeMs, hasFailed, run: runId, step }))
      lines.push(line)
    } catch (error) {
      this.refuse(error, line, path)
    }
  }

  private work(runId: string, subtask: string, line: number): Work {
    const key = JSON.stringify([runId, subtask])
    const begun = { runId, subtask, timeMs: null, line, path: '$', hasFailed: false, uses: [], isDone: false }
    const work = this.works.get(key) ?? begun
    this.works.set(key, work)
    return work
  }

  private refuse(error: unknown, line: number, path: string): void {
    if (!(error instanceof Misread)) throw error
    this.invalid.add(this.file, line, error.message, `${path}${error.path.slice(1)}`)
  }
}

function isEntry(value: unknown): value is RunLogEntry {
  return validate(value)
}

/** Whether a line that an engine passes on is its total: the end of Claude Code's work, or of a turn of Codex, which counts all turns. */
function isTotal(line: object): boolean {
  const { type }: { type?: unknown } = line
  return type === 'result' || type === 'turn.completed'
}

/** @throws Misread where there is spend that was not understood. */
function expectNothing(stats: object): void {
  const fault = findForeign(stats, NOTHING, {})
  if (fault !== null) throw new Misread(fault.path, fault.message)
  if (saysSomething(object(stats, 'usage'))) throw new Misread('$.usage', 'has no tokens and no cost under a known name')
}
