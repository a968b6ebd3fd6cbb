import type { CostRecordRow, CostSummary, Report } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import type { PriceQuote } from '../render/price.ts'
import type { GateOptions, PriceOptions, SummarizeOptions } from './options.ts'

export { InputError } from '../errors.ts'
export type {
  BareSummary,
  Check,
  Comparison,
  CostRecordRow,
  CostSummary,
  Explanation,
  Finding,
  FlowSummary,
  Report,
  Verdict,
} from '../generated/types.ts'
export { type BudgetAlert, BudgetExceededError, BudgetGuard, type BudgetLimits } from '../judge/budget-guard.ts'
export type { Judgement } from '../judge/judge.ts'
export type { Policy } from '../policy/policy.ts'
export type { PriceQuote } from '../render/price.ts'
export { compare, explain } from './compare.ts'
export { type JudgeOptions, judge } from './judge.ts'
export type { BaselineDocument, GateOptions, PriceOptions, SummarizeOptions, UsageOptions } from './options.ts'
export { renderMarkdown, renderSummaryText, renderText } from './render.ts'

/**
 * Sums up usage: files or globs, records that a program has, or what is in the usual places.
 * Rejects with an InputError where a file cannot be read or a record is invalid.
 */
export async function summarize(
  usage?: string | readonly string[] | readonly CostRecordRow[],
  options: SummarizeOptions = {},
): Promise<CostSummary> {
  const { summarizeUsage } = await import('./summarize.ts')
  return summarizeUsage(usage, options)
}

/** Says what a call costs: which entry of which list, and the sum with its parts. A price that nobody knows is null, with the reason. */
export async function price(model: string, options: PriceOptions = {}): Promise<PriceQuote> {
  const { quotePrice } = await import('./price.ts')
  return quotePrice(model, options)
}

/** Reads a policy. Rejects with an InputError that says where it is wrong; `file` is what it calls the text. */
export async function readPolicy(text: string, file = 'policy'): Promise<Policy> {
  const { readPolicy } = await import('../policy/read.ts')
  return readPolicy(file, text)
}

/** Reads, prices, sums up, compares and judges a workspace, as `llm-cost-gate gate` does. Publishes nothing. */
export async function gate(options: GateOptions = {}): Promise<Report> {
  const { gateWorkspace } = await import('./gate.ts')
  return gateWorkspace(options)
}
