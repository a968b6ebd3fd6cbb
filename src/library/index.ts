import type { CostRecordRow, CostReport, CostSummary, CostTrends, Report } from '../generated/types.ts'
import type { Policy } from '../policy/policy.ts'
import type { PriceQuote } from '../render/price.ts'
import type { QueryOptions, ReportOptions, RunsOptions, TrendsOptions } from './analyse/options.ts'
import type { QueryAnswer } from './analyse/query.ts'
import type { RunsAnswer } from './analyse/runs.ts'
import type { GateOptions, PriceOptions, SummarizeOptions } from './options.ts'

export type { QueryRow } from '../analyse/query/row.ts'
export { InputError } from '../errors.ts'
export type {
  BareSummary,
  Check,
  Comparison,
  CostRecordRow,
  CostReport,
  CostSummary,
  CostTrends,
  Explanation,
  Finding,
  FlowSummary,
  Report,
  RunRow,
  Verdict,
} from '../generated/types.ts'
export { type BudgetAlert, BudgetExceededError, BudgetGuard, type BudgetLimits } from '../judge/budget-guard.ts'
export type { Judgement } from '../judge/judge.ts'
export type { Policy } from '../policy/policy.ts'
export type { PriceQuote } from '../render/price.ts'
export type { QueryOptions, ReportOptions, RunsOptions, SelectOptions, TrendsOptions } from './analyse/options.ts'
export type { QueryAnswer } from './analyse/query.ts'
export type { RunsAnswer } from './analyse/runs.ts'
export type { Total } from './analyse/total.ts'
export { compare, explain } from './compare.ts'
export { type JudgeOptions, judge } from './judge.ts'
export type { BaselineDocument, GateOptions, PriceOptions, SummarizeOptions, UsageOptions } from './options.ts'
export { renderHtml, renderMarkdown, renderSummaryText, renderText } from './render.ts'

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

/**
 * Finds records: the most expensive of those that match, as rows of a ledger with the file and line they stand in, and the sum of all.
 * Rejects with an InputError for a wrong option, a file that cannot be read or has sums only, and an invalid record.
 */
export async function query(options: QueryOptions = {}): Promise<QueryAnswer> {
  const { queryRecords } = await import('./analyse/query.ts')
  return queryRecords(options)
}

/**
 * Lists runs: the most expensive of those with a call that matches, with calls, tokens, US dollars and outcome, and what is in none of them.
 * A run's figures are those of its calls that match. Rejects as `query` does.
 */
export async function runs(options: RunsOptions = {}): Promise<RunsAnswer> {
  const { queryRuns } = await import('./analyse/runs.ts')
  return queryRuns(options)
}

/**
 * Reports what was spent by agent, model, customer, step, case, run or day, each call in one group, in US dollars.
 * Judges nothing: `judgement` is null. Rejects as `query` does.
 */
export async function report(options: ReportOptions = {}): Promise<CostReport> {
  const { reportSpend } = await import('./analyse/report.ts')
  return reportSpend(options)
}

/**
 * Says how cost develops, in US dollars per week or day of usage, or per record of a stored baseline.
 * Rejects as `query` does, and for a baseline that breaks its schema.
 */
export async function trends(options: TrendsOptions = {}): Promise<CostTrends> {
  const { traceTrends } = await import('./analyse/trends.ts')
  return traceTrends(options)
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
