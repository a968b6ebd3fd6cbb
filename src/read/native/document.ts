import type { ErrorObject } from 'ajv'
import { shown } from '../../errors.ts'
import type { BareSummary, CostSummary, FlowSummary, RunSummary, Source } from '../../generated/types.ts'
import validateBare from '../../generated/validate/bare-summary.js'
import validateCost from '../../generated/validate/cost-summary.js'
import validateFlow from '../../generated/validate/flow-summary.js'
import validateRun from '../../generated/validate/run-summary.js'
import { describeProblem } from '../../text/problems.ts'
import { sumUsd } from '../../usage/money.ts'
import { formatOfDocument, refuseKeys } from '../detect.ts'
import { shapeOf } from '../foreign/shapes.ts'
import { nameNoJson, nameText } from '../foreign/texts.ts'
import { isRecord, parseDocument, parseForeign } from '../json.ts'
import { findDocumentFault } from './document-fault.ts'

/** A document whose format is known and whose schema it keeps. */
export type UsageDocument =
  | { readonly format: 'cost-summary'; readonly content: CostSummary }
  | { readonly format: 'flow-summary'; readonly content: FlowSummary }
  | { readonly format: 'bare-summary'; readonly content: BareSummary }
  | { readonly format: 'run-summary'; readonly content: RunSummary }

/** A document that another tool wrote. */
export interface ForeignDocument {
  readonly tool: Source['format']
  readonly what: string
  /** Keys that tell. */
  readonly by: readonly string[]
}

/** What is wrong with a document, and where in it. */
export interface DocumentFault {
  readonly fault: string
  readonly line?: number | undefined
  /** JSON path. */
  readonly path?: string | undefined
}

/** The newest version of our own cost summary that this version reads. */
const NEWEST = 1

/** Reads a JSON document that must be one of the framework's or ours. */
export function readDocument(text: string): UsageDocument | DocumentFault {
  const document = readAnyDocument(text)
  if (!('tool' in document)) return document
  return { fault: `is ${document.what}, not a summary. Make one of it: llm-cost-gate summarize --usage-path FILE --output summary.json` }
}

/** Whose a document is that nobody named; what is wrong with it where it is no JSON; null: it is no other tool's. */
export function readForeignDocument(text: string): ForeignDocument | DocumentFault | null {
  const parsed = parseForeign(text)
  return parsed.fault === null ? foreignOf(parsed.value) : brokenOf(text, parsed)
}

/** Reads a JSON document of usage: its format is detected from its keys, then its schema is checked. */
export function readAnyDocument(text: string): UsageDocument | ForeignDocument | DocumentFault {
  const parsed = parseDocument(text)
  if (parsed.fault !== null) return foreignOf(parseForeign(text).value) ?? brokenOf(text, parsed)
  const { value } = parsed
  const shape = foreignOf(value)
  if (shape !== null) return shape
  if (!isRecord(value)) return { fault: `must be a JSON object, got ${shown(value)}`, path: '$' }
  const format = formatOfDocument(value)
  if (format === null) return { fault: refuseKeys(value) }
  return findFault(format, value) ?? check(format, value)
}

/** A text that is no JSON, but may be known by what a tool writes in its place. */
function brokenOf(text: string, { fault, line }: { readonly fault: string; readonly line: number | undefined }): DocumentFault {
  const named = nameText(text) ?? nameNoJson(text)
  return named === null ? { fault, line } : { fault: named }
}

/** Items of a list that are looked at: what stands at its beginning tells whose it is. */
const FIRST = 100

/** Whose document it is, or whose items a list has; null: no other tool's that we know. */
function foreignOf(value: unknown): ForeignDocument | null {
  for (const item of Array.isArray(value) ? value.slice(0, FIRST) : [value]) {
    const shape = isRecord(item) ? shapeOf(item) : null
    if (shape !== null) return shape
  }
  return null
}

function findFault(format: UsageDocument['format'], value: object): DocumentFault | null {
  const fault = findDocumentFault(format, value)
  return fault === null ? null : { fault: fault.message, path: fault.path }
}

function check(format: UsageDocument['format'], value: object): UsageDocument | DocumentFault {
  switch (format) {
    case 'cost-summary':
      if ('schema_version' in value && typeof value.schema_version === 'number' && value.schema_version > NEWEST)
        return {
          fault: `was written by a newer version (schema_version ${value.schema_version}). Upgrade llm-cost-gate`,
          path: '$.schema_version',
        }
      if (!isCost(value)) return firstFault(value, validateCost.errors)
      return contradiction(value.total_cost_usd, value.model_stats, 'as much as') ?? { format, content: value }
    case 'flow-summary':
      return isFlow(value) ? { format, content: value } : firstFault(value, validateFlow.errors)
    case 'bare-summary':
      if (!isBare(value)) return firstFault(value, validateBare.errors)
      return contradiction(value.total_cost_usd, value.model_stats ?? {}, 'at least as much as') ?? { format, content: value }
    case 'run-summary':
      return isRun(value) ? { format, content: value } : firstFault(value, validateRun.errors)
  }
}

const isCost = (value: unknown): value is CostSummary => validateCost(value)
const isFlow = (value: unknown): value is FlowSummary => validateFlow(value)
const isBare = (value: unknown): value is BareSummary => validateBare(value)
const isRun = (value: unknown): value is RunSummary => validateRun(value)

/** A total that its own models contradict was edited or cut: nothing can be judged by it. A bare summary may leave models out. */
function contradiction(total: number, models: object, relation: 'as much as' | 'at least as much as'): DocumentFault | null {
  const sum = sumUsd(Object.values(models).map(({ cost_usd }: { cost_usd: number }) => cost_usd))
  const slack = 1e-6 * Math.max(1, sum)
  if (total >= sum - slack && (relation === 'at least as much as' || total <= sum + slack)) return null
  return { fault: `must be ${relation} the models together, ${sum}, got ${total}`, path: '$.total_cost_usd' }
}

function firstFault(value: object, errors: readonly ErrorObject[] | null | undefined): DocumentFault {
  const { path, message } = describeProblem(value, errors)
  return { fault: message, path }
}
