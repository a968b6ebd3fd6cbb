import { existsSync, statSync } from 'node:fs'
import { InputError } from '../errors.ts'
import type { Outcome, RunReport, Usage } from '../usage.ts'
import { readDatabase } from './database.ts'
import { type Detected, detect } from './detect.ts'
import { aggregatesOf, costSummariesOf, type LoadedDocument, loadDocuments, runsOf } from './documents.ts'
import { type Found, findFiles, folderOf, originOf } from './find.ts'
import { InvalidLog } from './invalid.ts'
import type { Labeller } from './label.ts'
import { type RowCounts, readLedger } from './ledger.ts'
import { readLines } from './lines.ts'
import { readMcpCalls } from './mcp-calls.ts'
import { Repeats } from './repeats.ts'
import { readRunEvents } from './run-events.ts'

export interface ReadSettings {
  /** Absolute folder that patterns start from. */
  readonly cwd: string
  readonly usagePath: readonly string[]
  /** `fail`: invalid records are an InputError at the end. `skip`: they are counted. */
  readonly onInvalid: 'fail' | 'skip'
  /** Is told how many of all bytes were read so far. */
  readonly onProgress: (done: number, total: number) => void
  /** Labels the records of ledgers and databases, where somebody wants that. */
  readonly label?: Labeller
}

interface Job {
  readonly found: Found
  readonly detected: Detected
}

/**
 * Reads all usage in the order of trust: ledgers first, then what stands in for a missing ledger, then logs and aggregates
 * that may describe the same spend again, last what runs say of themselves.
 * @throws InputError where nothing matches, a file cannot be read, or (with onInvalid `fail`) a record is invalid.
 */
export async function* readUsage(settings: ReadSettings): AsyncGenerator<Usage> {
  const reader = new Reader(settings)
  const jobs: Job[] = []
  for (const found of findFiles(settings.cwd, settings.usagePath)) jobs.push({ found, detected: detect(found.path, found.file) })
  if (jobs.length === 0) {
    expectFolder(settings.cwd)
    throw new InputError(
      `no usage files found: nothing in ${settings.cwd} matches ${settings.usagePath.join(', ')}. Run the agents before the gate, or set usage-path`,
    )
  }
  reader.total = jobs.reduce((sum, { found }) => sum + found.size, 0)
  yield* reader.ledgers(jobs)
  yield* reader.databases(jobs)
  const documents = reader.documents(jobs)
  yield* costSummariesOf(documents)
  yield* reader.callLogs(jobs)
  yield* aggregatesOf(documents)
  yield* runsOf(documents)
  yield* reader.events(jobs)
  yield reader.quality()
}

/** A folder that is not there has no usage either, but that is not what is wrong. */
function expectFolder(cwd: string): void {
  if (!existsSync(cwd)) throw new InputError(`working-directory: ${cwd} does not exist`)
  if (!statSync(cwd).isDirectory()) throw new InputError(`working-directory: ${cwd} is no folder`)
}

class Reader {
  total = 0
  private done = 0
  private rows = 0
  private readonly settings: ReadSettings
  private readonly invalid = new InvalidLog()
  private readonly counts: RowCounts = { duplicates: 0, placeholders: 0 }

  constructor(settings: ReadSettings) {
    this.settings = settings
  }

  async *ledgers(jobs: readonly Job[]): AsyncGenerator<Usage> {
    const repeats = new Repeats()
    for (const { found } of jobs.filter(isLines('ledger'))) {
      for await (const lines of readLines(found.path, found.file, this.progress)) {
        this.rows += lines.length
        const numbers: number[] = []
        const records = readLedger(lines, found.file, repeats, this.invalid, this.counts, numbers, this.settings.label)
        yield { type: 'records', origin: originOf(found, 'ledger'), records, lines: numbers }
      }
    }
    // An empty file has no format to detect; it is shown, so that nobody wonders whether it was read.
    for (const { found } of jobs.filter(({ detected }) => detected.kind === 'empty'))
      yield { type: 'unread', origin: originOf(found, 'ledger') }
  }

  async *databases(jobs: readonly Job[]): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(({ detected }) => detected.kind === 'database')) {
      const place = originOf(found, 'costs-db')
      if (this.rows > 0) yield { type: 'unread', origin: place }
      else
        for await (const records of readDatabase(found.path, found.file, this.invalid, this.counts, this.settings.label))
          yield { type: 'records', origin: place, records }
      this.progress(found.size)
    }
  }

  documents(jobs: readonly Job[]): LoadedDocument[] {
    const named = jobs.filter(({ detected }) => detected.kind === 'document').map(({ found }) => found)
    return loadDocuments(named, this.invalid, this.progress)
  }

  async *callLogs(jobs: readonly Job[]): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(isLines('mcp-calls'))) {
      for await (const lines of readLines(found.path, found.file, this.progress)) {
        const [origin, runId] = [originOf(found, 'mcp-calls'), folderOf(found)]
        const numbers: number[] = []
        const { calls, records } = readMcpCalls(lines, found.file, runId, this.invalid, numbers)
        yield { type: 'records', origin, records, lines: numbers }
        yield { type: 'flow', origin, piece: { kind: 'calls', runId, calls } }
      }
    }
  }

  async *events(jobs: readonly Job[]): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(isLines('run-events'))) {
      const outcomes = new Map<string, Outcome>()
      const origin = originOf(found, 'run-events')
      for await (const lines of readLines(found.path, found.file, this.progress)) {
        const ends = readRunEvents(lines, found.file, folderOf(found), this.invalid, outcomes)
        yield { type: 'flow', origin, piece: { kind: 'steps', ends } }
      }
      for (const [runId, outcome] of outcomes) {
        const run: RunReport = { runId, outcome, reportsEnd: true, spend: null }
        yield { type: 'run', origin, run }
      }
    }
  }

  quality(): Usage {
    if (this.settings.onInvalid === 'fail') this.invalid.throwIfAny()
    return { type: 'quality', quality: { invalid: this.invalid.count, examples: this.invalid.examples, ...this.counts } }
  }

  private readonly progress = (bytes: number): void => {
    this.done += bytes
    this.settings.onProgress(this.done, this.total)
  }
}

function isLines(format: string): (job: Job) => boolean {
  return ({ detected }) => detected.kind === 'lines' && detected.format === format
}
