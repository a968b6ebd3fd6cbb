import type { Usage } from '../usage/usage.ts'
import { rowsOf } from './databases.ts'
import { type Found, originOf } from './find.ts'
import type { ForeignFile } from './formats/read.ts'
import { InvalidLog } from './invalid.ts'
import type { Job, ReadSettings } from './jobs.ts'
import { Repeats } from './ledger/calls/repeats.ts'
import { type Reading, readTwice } from './ledger/calls/twice.ts'
import { type RowCounts, readLedger } from './ledger/ledger.ts'
import { readLines } from './lines.ts'
import { type LoadedDocument, loadDocuments } from './native/documents.ts'
import { readMcpCalls } from './native/mcp-calls.ts'
import { endsOfRuns, runsInStorage, spendOfRunLog } from './run-files.ts'
import type { RunFolders } from './run-folders.ts'

/** Reads the files of each kind, and keeps what it finds about the data itself. */
export class Reader {
  total = 0
  private done = 0
  /** Records of ledgers: with them, a database only checks. */
  private records = 0
  private readonly settings: ReadSettings
  private readonly invalid = new InvalidLog()
  private readonly counts: RowCounts = { duplicates: 0, placeholders: 0 }
  private readonly notCompared: string[] = []
  private readonly foreignDocuments: ForeignFile[] = []
  /** Answers of providers that nobody named. */
  readonly spare: Usage[] = []
  /** Databases that hold runs, not calls. */
  private readonly storages = new Set<Found>()

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
    yield* this.twice(jobs.filter(isLines('ledger')), repeats, (found, reading) => this.ledger(found, reading, repeats))
    // An empty file has no format to detect; it is shown, so that nobody wonders whether it was read.
    for (const { found } of jobs.filter(({ detected }) => detected.kind === 'empty'))
      yield { type: 'unread', origin: originOf(found, 'ledger') }
  }

  private async *ledger(found: Found, { invalid, counts, onBytes, most }: Reading, repeats: Repeats): AsyncGenerator<Usage> {
    for await (const lines of readLines(found.path, found.file, onBytes, undefined, most)) {
      const numbers: number[] = []
      const records = readLedger(lines, found.file, repeats, invalid, counts, numbers, this.settings.label)
      this.records += records.length
      yield { type: 'records', origin: originOf(found, 'ledger'), records, lines: numbers }
    }
  }

  /** Beside a ledger the rows are those of the ledger: what stands for no call, or for one of before, was counted there. */
  async *databases(jobs: readonly Job[]): AsyncGenerator<Usage> {
    const { onInvalid, label } = this.settings
    const [repeats, hasLedger] = [new Repeats(), this.records > 0]
    const context = {
      hasLedger,
      onInvalid,
      repeats,
      notCompared: this.notCompared,
      filled: new Set<Found>(),
      storages: this.storages,
      label,
    }
    const databases = jobs.filter(({ detected }) => detected.kind === 'database')
    const counts = hasLedger ? { duplicates: 0, placeholders: 0 } : this.counts
    yield* this.twice(databases, repeats, (found, reading) => rowsOf(found, { ...context, ...reading }), counts)
  }

  /** What the runs of a storage.db say of themselves. */
  async *stored(): AsyncGenerator<Usage> {
    for (const found of this.storages) yield* runsInStorage(found, this.invalid)
  }

  /** What runs that delegate to engines say of them. */
  async *runLogs(jobs: readonly Job[]): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(isLines('run-log'))) yield* spendOfRunLog(found, this.invalid, this.progress)
  }

  documents(jobs: readonly Job[]): LoadedDocument[] {
    const named = jobs.filter(({ detected }) => detected.kind === 'document').map(({ found }) => found)
    return loadDocuments(named, this.invalid, this.progress, this.foreignDocuments)
  }

  /** Files of other tools; what reads them is loaded where there are any. Documents come first to be recognised. */
  async *foreign(jobs: readonly Job[]): AsyncGenerator<Usage> {
    const files = jobs.flatMap(({ found, detected }) =>
      detected.kind === 'foreign' ? [{ found, tool: detected.tool, as: detected.as }] : [],
    )
    const all: readonly ForeignFile[] = [...files, ...this.foreignDocuments].sort((a, b) => (a.found.file < b.found.file ? -1 : 1))
    if (all.length === 0) return
    const { readForeign } = await import('./formats/read.ts')
    yield* readForeign(all, { invalid: this.invalid, onBytes: this.progress, spare: this.spare })
  }

  /** Files that stand in the folder of their run. */
  filesOfRuns(jobs: readonly Job[]): Found[] {
    return [...jobs.filter(isLines('mcp-calls')), ...jobs.filter(isLines('run-events'))].map(({ found }) => found)
  }

  async *callLogs(jobs: readonly Job[], folders: RunFolders): AsyncGenerator<Usage> {
    for (const job of jobs.filter(isLines('mcp-calls'))) {
      // A log tells of one run, and what another file tells of it is left out as a whole.
      const repeats = new Repeats()
      yield* this.twice([job], repeats, (found, reading) => this.callLog(found, folders.runOf(found), reading, repeats))
    }
  }

  private async *callLog(found: Found, runId: string, reading: Reading, repeats: Repeats): AsyncGenerator<Usage> {
    const { invalid, counts, onBytes, most } = reading
    const origin = originOf(found, 'mcp-calls')
    for await (const lines of readLines(found.path, found.file, onBytes, undefined, most)) {
      const [numbers, before]: [number[], number] = [[], repeats.snapshots.lines]
      const { calls, records } = readMcpCalls(lines, found.file, runId, invalid, numbers, repeats, counts)
      // Where all of its calls come in the second reading, only that can tell whether they count.
      if (records.length > 0 || repeats.snapshots.lines === before) yield { type: 'records', origin, records, lines: numbers }
      yield { type: 'flow', origin, piece: { kind: 'calls', runId, calls } }
    }
  }

  async *events(jobs: readonly Job[], folders: RunFolders): AsyncGenerator<Usage> {
    for (const { found } of jobs.filter(isLines('run-events'))) yield* endsOfRuns(found, folders, this.invalid, this.progress)
  }

  /** @param leftOut files of other tools that are not read. */
  quality(leftOut: readonly string[]): Usage {
    if (this.settings.onInvalid === 'fail') this.invalid.throwIfAny()
    return {
      type: 'quality',
      quality: {
        invalid: this.invalid.count,
        examples: this.invalid.examples,
        ...this.counts,
        ...(this.notCompared.length > 0 && { notCompared: this.notCompared }),
        ...(leftOut.length > 0 && { leftOut }),
      },
    }
  }

  private twice(
    jobs: readonly Job[],
    repeats: Repeats,
    read: (found: Found, reading: Reading) => AsyncGenerator<Usage>,
    counts = this.counts,
  ): AsyncGenerator<Usage> {
    const files = jobs.map(({ found }) => found)
    const first = { invalid: this.invalid, counts, onBytes: this.progress }
    return readTwice(files, repeats, first, (bytes) => (this.total += bytes), read)
  }

  private readonly progress = (bytes: number): void => {
    this.done += bytes
    this.settings.onProgress(this.done, this.total)
  }
}

function isLines(format: string): (job: Job) => boolean {
  return ({ detected }) => detected.kind === 'lines' && detected.format === format
}
