import type { ErrorObject } from 'ajv'
import { shown } from '../../errors.ts'
import type { BareSummary, CostSummary, FlowSummary, RunSummary } from '../../generated/types.ts'
import validateBare from '../../generated/validate/bare-summary.js'
import validateCost from '../../generated/validate/cost-summary.js'
import validateFlow from '../../generated/validate/flow-summary.js'
import validateRun from '../../generated/validate/run-summary.js'
import { describeProblem } from '../../text/problems.ts'
import { sumUsd } from '../../usage/money.ts'
import { formatOfDocument, refuseKeys } from '../detect.ts'
import { refuseShape } from '../foreign/foreign.ts'
import { isRecord, parseDocument } from '../json.ts'
import { findDocumentFault } from './document-fault.ts'

/** A document whose format is known and whose schema it keeps. */
export type UsageDocument =
  | { readonly format: 'cost-summary'; readonly content: CostSummary }
  | { readonly format: 'flow-summary'; readonly content: FlowSummary }
  | { readonly format: 'bare-summary'; readonly content: BareSummary }
  | { readonly format: 'run-summary'; readonly content: RunSummary }

/** What is wrong with a document, and where in it. */
export interface DocumentFault {
  readonly fault: string
  readonly line?: number | undefined
  /** JSON path. */
  readonly path?: string | undefined
}

/** The newest version of our own cost summary that this version reads. */
const NEWEST = 1

/** Reads a JSON document of usage: its format is detected from its keys, then its schema is checked. */
export function readDocument(text: string): UsageDocument | DocumentFault {
  const parsed = parseDocument(text)
  if (parsed.fault !== null) return { fault: parsed.fault, line: parsed.line }
  const { value } = parsed
  if (!isRecord(value)) return { fault: nameList(value) ?? `must be a JSON object, got ${shown(value)}`, path: '$' }
  const shape = refuseShape(value)
  if (shape !== null) return { fault: shape }
  const format = formatOfDocument(value)
  if (format === null) return { fault: refuseKeys(value) }
  return findFault(format, value) ?? check(format, value)
}

/** What is said of a list of another tool's records. */
function nameList(value: unknown): string | null {
  return Array.isArray(value)
    ? (value
        .slice(0, 100)
        .filter(isRecord)
        .map(refuseShape)
        .find((shape) => shape !== null) ?? null)
    : null
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
