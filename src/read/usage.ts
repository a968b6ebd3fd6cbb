import { isReport } from '../usage/aggregates.ts'
import type { Usage } from '../usage/usage.ts'
import { findJobs, type Job, type ReadSettings } from './jobs.ts'
import { aggregatesOf, costSummariesOf, type LoadedDocument, runsOf, summariesOfRuns } from './native/documents.ts'
import { Reader } from './reader.ts'
import { RunFolders } from './run-folders.ts'

/**
 * Reads all usage in the order of trust: ledgers first, then what stands in for a missing ledger, then logs and aggregates
 * that may describe the same spend again, what runs say of themselves, the reports of tools that sum up what others keep, and last, where
 * nothing else tells of calls, the answers of providers that nobody named: they are most likely of the same calls.
 * @throws InputError where nothing matches, a file cannot be read, or (with onInvalid `fail`) a record is invalid.
 */
export async function* readUsage(settings: ReadSettings): AsyncGenerator<Usage> {
  const reader = new Reader(settings)
  const { jobs, leftOut } = await findJobs(settings)
  reader.total = jobs.reduce((sum, { found }) => sum + found.size, 0)
  reader.refuse(jobs)
  const documents = reader.documents(jobs)
  const folders = new RunFolders([...reader.filesOfRuns(jobs), ...summariesOfRuns(documents)])
  const reports: Usage[] = []
  let hasSpend = false
  for await (const usage of recordsOf(reader, jobs, documents)) {
    hasSpend ||= isSpend(usage)
    if (usage.type === 'records' && isReport(usage.origin)) {
      reports.push(usage)
      continue
    }
    if (usage.type === 'records') folders.note(usage.records)
    if (usage.type === 'summary') for (const runId of Object.keys(usage.summary.run_costs.costs_usd ?? {})) folders.noteRun(runId)
    yield usage
  }
  for await (const usage of othersOf(reader, jobs, documents, folders)) {
    hasSpend ||= isSpend(usage)
    yield usage
  }
  yield* reports
  const spare = reader.spare.flatMap((usage) => (usage.type === 'records' ? [usage] : []))
  if (hasSpend) for (const { origin } of spare) yield { type: 'unread', origin }
  else yield* spare
  yield* reader.events(jobs, folders)
  yield reader.quality([...leftOut, ...(hasSpend ? spare.map(({ origin }) => origin.file) : [])])
}

function isSpend(usage: Usage): boolean {
  if (usage.type === 'records') return usage.records.length > 0
  if (usage.type === 'summary') return usage.summary.calls > 0
  return usage.type === 'run' && usage.run.spend !== null
}

/** What names its runs itself, and what other tools wrote. */
async function* recordsOf(reader: Reader, jobs: readonly Job[], documents: readonly LoadedDocument[]): AsyncGenerator<Usage> {
  yield* reader.ledgers(jobs)
  yield* reader.databases(jobs)
  yield* costSummariesOf(documents)
  yield* reader.foreign(jobs)
  yield* reader.runLogs(jobs)
}

/** What tells of runs that it knows by their folders, and sums. */
async function* othersOf(
  reader: Reader,
  jobs: readonly Job[],
  documents: readonly LoadedDocument[],
  folders: RunFolders,
): AsyncGenerator<Usage> {
  yield* reader.callLogs(jobs, folders)
  yield* aggregatesOf(documents)
  yield* runsOf(documents, folders)
  yield* reader.stored()
}
