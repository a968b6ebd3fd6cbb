import { existsSync, statSync } from 'node:fs'
import { InputError } from '../errors.ts'
import type { Labeller } from '../usage/label.ts'
import type { Outcome, RunReport, Usage } from '../usage/usage.ts'
import { rowsOf } from './databases.ts'
import { type Detected, detect } from './detect.ts'
import { type Found, findFiles, originOf } from './find.ts'
import { aggregatesOf, costSummariesOf, type LoadedDocument, loadDocuments, runsOf, summariesOfRuns } from './formats/documents.ts'
import { readMcpCalls } from './formats/mcp-calls.ts'
import { readRunEvents } from './formats/run-events.ts'
import { InvalidLog } from './invalid.ts'
import { type RowCounts, readLedger } from './ledger/ledger.ts'
import { Repeats } from './ledger/repeats.ts'
import { readLines } from './lines.ts'
import { RunFolders } from './run-folders.ts'

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
  reader.refuse(jobs)
  const documents = reader.documents(jobs)
  const folders = new RunFolders([...reader.filesOfRuns(jobs), ...summariesOfRuns(documents)])
  for await (const usage of recordsOf(reader, jobs, documents)) {
    if (usage.type === 'records') folders.note(usage.records)
    if (usage.type === 'summary') for (const runId of Object.keys(usage.summary.run_costs.costs_usd ?? {})) folders.noteRun(runId)
    yield usage
  }
  yield* reader.callLogs(jobs, folders)
  yield* aggregatesOf(documents)
  yield* runsOf(documents, folders)
  yield* reader.events(jobs, folders)
  yield reader.quality()
}

/** What names its runs itself. */
async function* recordsOf(reader: Reader, jobs: readonly Job[], documents: readonly LoadedDocument[]): AsyncGenerator<Usage> {
  yield* reader.ledgers(jobs)
  yield* reader.databases(jobs)
  yield* costSummariesOf(documents)
}

/** A folder that is not there has no usage either, but that is not what is wrong. */
function expectFolder(cwd: string): void {
  if (!existsSync(cwd)) throw new InputError(`working-directory: ${cwd} does not exist`)
  if (!statSync(cwd).isDirectory()) throw new InputError(`working-directory: ${cwd} is no folder`)
}

class Reader {
  total = 0
  private done = 0
  /** Records of ledgers: with them, a database only checks. */
  private records = 0
  private readonly settings: ReadSettings
  private readonly invalid = new InvalidLog()
  private readonly counts: RowCounts = { duplicates: 0, placeholders: 0 }
  private readonly notCompared: string[] = []

  constructor(settings: ReadSettings) {
    this.settings = settings
  }

  /** Files of other tools. */
  refuse(jobs: readonly Job[]): void {
    for (const { found, detected } of jobs) {
      if (detected.kind !== 'refused') continue
      this.invalid.add(found.file, undefined, detected.fault)
      this.progress(found.size)
    }
  }

  async *ledgers(jobs: readonly Job[]): AsyncGenerator<Usage> {
    const repeats = new Repeats()
    for (const { found } of jobs.filter(isLines('ledger'))) {
      for await (const lines of readLines(found.path, found.file, this.progress)) {
        const numbers: number[] = []
        const records = readLedger(lines, found.file, repeats, this.invalid, this.counts, numbers, this.settings.label)
        this.records += records.length
        yield { type: 'records', origin: originOf(found, 'ledger'), records, lines: numbers }
      }
    }
    // An empty file has no format to detect; it is shown, so that nobody wonders whether it was read.
    for (const { found } of jobs.filter(({ detected }) => detected.kind === 'empty'))
      yield { type: 'unread', origin: originOf(found, 'ledger') }
  }

  async *databases(jobs: readonly Job[]): AsyncGenerator<Usage> {
    const { invalid, counts, settings } = this
    const { onInvalid, label } = settings
    for (const { found } of jobs.filter(({ detected }) => detected.kind === 'database')) {
      yield* rowsOf(found, { hasLedger: this.records > 0, onInvalid, invalid, counts, notCompared: this.notCompared, label })
      this.progress(found.size)
    }
  }

  documents(jobs: readonly Job[]): LoadedDocument[] {
    const named = jobs.filter(({ detected }) => detected.kind === 'document').map(({ found }) => found)
    return loadDocuments(named, this.invalid, this.progress)
  }

  /** Files that stand in the folder of their run. */
  filesOfRuns(jobs: readonly Job[]): Found[] {
    return [...jobs.filter(isLines('mcp-calls')), ...jobs.filter(isLines('run-events'))].map(({ found }) => found)
  }

  async *callLogs(jobs: readonly Job[], folders: RunFolders): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(isLines('mcp-calls'))) {
      for await (const lines of readLines(found.path, found.file, this.progress)) {
        const [origin, runId] = [originOf(found, 'mcp-calls'), folders.runOf(found)]
        const numbers: number[] = []
        const { calls, records } = readMcpCalls(lines, found.file, runId, this.invalid, numbers)
        yield { type: 'records', origin, records, lines: numbers }
        yield { type: 'flow', origin, piece: { kind: 'calls', runId, calls } }
      }
    }
  }

  async *events(jobs: readonly Job[], folders: RunFolders): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(isLines('run-events'))) {
      const outcomes = new Map<string, Outcome>()
      const origin = originOf(found, 'run-events')
      for await (const lines of readLines(found.path, found.file, this.progress)) {
        const ends = readRunEvents(lines, found.file, (told) => folders.runOf(found, told ?? null), this.invalid, outcomes)
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
    return {
      type: 'quality',
      quality: {
        invalid: this.invalid.count,
        examples: this.invalid.examples,
        ...this.counts,
        ...(this.notCompared.length > 0 && { notCompared: this.notCompared }),
      },
    }
  }

  private readonly progress = (bytes: number): void => {
    this.done += bytes
    this.settings.onProgress(this.done, this.total)
  }
}

function isLines(format: string): (job: Job) => boolean {
  return ({ detected }) => detected.kind === 'lines' && detected.format === format
}
