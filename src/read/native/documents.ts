import { readText } from '../../files/text.ts'
import type { Usage } from '../../usage/usage.ts'
import { type Found, originOf } from '../find.ts'
import type { ForeignFile } from '../formats/read.ts'
import type { InvalidLog } from '../invalid.ts'
import type { RunFolders } from '../run-folders.ts'
import { recordsOfBare, recordsOfFlow } from './aggregate.ts'
import { readAnyDocument, type UsageDocument } from './document.ts'
import { readRunSummary } from './run-summary.ts'

/** A document of a workspace. */
export interface LoadedDocument {
  readonly found: Found
  readonly document: UsageDocument
  /** The same text was read from another file; run summaries need no such check, they name their run. */
  readonly repeated: boolean
}

/** Documents, whole: they are summaries, not logs. Invalid ones go to the log, those of other tools to `foreign`. */
export function loadDocuments(
  files: readonly Found[],
  invalid: InvalidLog,
  onBytes: (bytes: number) => void,
  foreign: ForeignFile[],
): LoadedDocument[] {
  const documents: LoadedDocument[] = []
  const seen = new Set<string>()
  for (const found of files) {
    const text = readText(found.path, found.file)
    const document = readAnyDocument(text)
    if ('tool' in document) {
      foreign.push({ found, tool: document.tool, as: 'document' })
      continue
    }
    onBytes(found.size)
    if ('fault' in document) {
      invalid.add(found.file, document.line, document.fault, document.path)
      continue
    }
    documents.push({ found, document, repeated: seen.has(text) })
    if (document.format !== 'run-summary') seen.add(text)
  }
  return documents
}

/** Files of the summaries that runs wrote. */
export function summariesOfRuns(documents: readonly LoadedDocument[]): Found[] {
  return documents.filter(({ document }) => document.format === 'run-summary').map(({ found }) => found)
}

export function* costSummariesOf(documents: readonly LoadedDocument[]): Generator<Usage> {
  for (const { found, document, repeated } of documents) {
    if (document.format !== 'cost-summary') continue
    const origin = originOf(found, document.format)
    yield repeated ? { type: 'unread', origin } : { type: 'summary', origin, summary: document.content }
  }
}

/** Flow summaries, then bare ones, which say less. */
export function* aggregatesOf(documents: readonly LoadedDocument[]): Generator<Usage> {
  for (const { found, document, repeated } of documents) {
    if (document.format !== 'flow-summary') continue
    const origin = originOf(found, document.format)
    if (repeated) yield { type: 'unread', origin }
    else {
      yield { type: 'records', origin, records: recordsOfFlow(document.content) }
      yield { type: 'flow', origin, piece: { kind: 'summary', summary: document.content } }
    }
  }
  for (const { found, document, repeated } of documents) {
    if (document.format !== 'bare-summary') continue
    const origin = originOf(found, document.format)
    yield repeated ? { type: 'unread', origin } : { type: 'records', origin, records: recordsOfBare(document.content) }
  }
}

export function* runsOf(documents: readonly LoadedDocument[], folders: RunFolders): Generator<Usage> {
  for (const { found, document } of documents) {
    if (document.format !== 'run-summary') continue
    const run = readRunSummary(document.content, (told) => folders.runOf(found, told ?? null))
    yield { type: 'run', origin: originOf(found, document.format), run }
  }
}
