import { type Baseline, missingBaseline, parseBaseline } from '../baseline/document.ts'
import { at, InputError } from '../errors.ts'
import type { CostSummary } from '../generated/types.ts'
import { readDocument } from '../read/native/document.ts'
import type { BaselineDocument } from './options.ts'

/** A document as if it had been read from a file: what breaks its schema can open a gate. Throws an InputError that says where. */
export function checkBaseline(document: BaselineDocument | null): Baseline {
  return document === null ? missingBaseline('file', null, null) : parseBaseline(toText(document), 'baseline')
}

/** @param name what messages call it. */
export function checkSummary(summary: CostSummary, name = 'head'): CostSummary {
  const document = readDocument(toText(summary))
  if ('fault' in document) throw new InputError(at({ file: name, path: document.path }, document.fault))
  if (document.format !== 'cost-summary')
    throw new InputError(`${name}: is a ${document.format}; it must be a cost summary. Make one with: await summarize(files)`)
  return document.content
}

function toText(document: unknown): string {
  return JSON.stringify(document) ?? 'null'
}
