import type { Outcome, RunReport, Usage } from '../usage/usage.ts'
import { type Found, originOf } from './find.ts'
import type { InvalidLog } from './invalid.ts'
import { readLines } from './lines.ts'
import { RunLog } from './native/magsag/run-log.ts'
import { readStorage } from './native/magsag/storage.ts'
import { readRunEvents } from './native/run-events.ts'
import type { RunFolders } from './run-folders.ts'

type OnBytes = (bytes: number) => void

/** What the runs of a storage.db say of themselves. */
export async function* runsInStorage(found: Found, invalid: InvalidLog): AsyncGenerator<Usage> {
  const origin = originOf(found, 'storage-db')
  let isEmpty = true
  for await (const run of readStorage(found.path, found.file, invalid)) {
    isEmpty = false
    yield { type: 'run', origin, run }
  }
  if (isEmpty) yield { type: 'unread', origin }
}

/** What a run that delegates to engines says of them. */
export async function* spendOfRunLog(found: Found, invalid: InvalidLog, onBytes: OnBytes): AsyncGenerator<Usage> {
  const [log, origin] = [new RunLog(found.file, invalid), originOf(found, 'run-log')]
  for await (const lines of readLines(found.path, found.file, onBytes)) for (const line of lines) log.take(line)
  const runs = [...log.runs()]
  for (const run of runs) yield { type: 'records', origin, ...run }
  if (runs.length === 0) yield { type: 'unread', origin }
  yield { type: 'ends', origin, outcomes: log.outcomes }
}

/** How runs and their steps ended, as their events say. */
export async function* endsOfRuns(found: Found, folders: RunFolders, invalid: InvalidLog, onBytes: OnBytes): AsyncGenerator<Usage> {
  const outcomes = new Map<string, Outcome>()
  const origin = originOf(found, 'run-events')
  for await (const lines of readLines(found.path, found.file, onBytes)) {
    const ends = readRunEvents(lines, found.file, (told) => folders.runOf(found, told ?? null), invalid, outcomes)
    yield { type: 'flow', origin, piece: { kind: 'steps', ends } }
  }
  for (const [runId, outcome] of outcomes) {
    const run: RunReport = { runId, outcome, reportsEnd: true, spend: null }
    yield { type: 'run', origin, run }
  }
}
