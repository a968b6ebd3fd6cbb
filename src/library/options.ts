import type { BareSummary, CostSummary, FlowSummary } from '../generated/types.ts'

/** What may serve as a baseline: a cost summary, a bare `{ total_cost_usd, … }`, or a flow summary. */
export type BaselineDocument = CostSummary | BareSummary | FlowSummary

/** Where usage is and how it is read; what is not given is as in the action. */
export interface UsageOptions {
  /** Folder that paths start from. */
  readonly workingDirectory?: string
  /** ISO 8601 time: earlier records count for the sums per day and month only. */
  readonly since?: string
  /** Records that break their schema: `fail` throws an InputError, `skip` counts them. */
  readonly onInvalid?: 'fail' | 'skip'
  /** File with prices that come before the bundled ones. */
  readonly pricingPath?: string
  /** IANA time zone in which a day begins. */
  readonly timezone?: string
  /** Commit to name in the summary. */
  readonly commit?: string | null
}

/** How usage is summed up; what is not given is as in the action. */
export interface SummarizeOptions extends UsageOptions {
  /** Compare recorded costs with list prices, for policies that limit `max_price_drift_percent`: without it `judge` cannot apply that limit. */
  readonly checkPrices?: boolean
}

/** One call whose price is asked for. Tokens are 0 where they are not given; of a model alone nothing is known but its entry. */
export interface PriceOptions extends Pick<UsageOptions, 'workingDirectory' | 'pricingPath'> {
  /** Who sold it, as a record names it; without it the name decides. */
  readonly provider?: string
  /** Prompt tokens, cache included. */
  readonly inputTokens?: number
  readonly outputTokens?: number
  /** Parts of the prompt tokens. */
  readonly cachedTokens?: number
  readonly cacheWriteTokens?: number
  /** Part of those written to the cache. */
  readonly cacheWrite1hTokens?: number
  /** Searches of the web that the provider ran. */
  readonly webSearches?: number
  /** Service tier, such as `batch`, `flex` or `priority`. */
  readonly serviceTier?: string
  /** ISO 8601 time of the call; without it the day of the list. */
  readonly time?: string
}

/** How a workspace is judged; what is not given is as in the action. */
export interface GateOptions extends UsageOptions {
  /** Files or globs that record usage. */
  readonly usagePath?: string | readonly string[]
  /** One policy file, or several that apply together. */
  readonly policyPath?: string | readonly string[]
  readonly baselinePath?: string
  readonly baselineWindow?: number
  readonly onInconclusive?: 'pass' | 'warn' | 'fail'
  readonly onMissingBaseline?: 'pass' | 'warn' | 'fail'
  /** Unit: percent of the baseline. */
  readonly maxIncreasePercent?: number
  /** Unit: US dollars. */
  readonly minIncreaseUsd?: number
  readonly failOn?: 'error' | 'warning' | 'never'
}
