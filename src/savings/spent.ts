import type { CostSummary, SpentBy, StepModelStats } from '../generated/types.ts'
import type { CostRecord, Priced, Pricer } from '../record.ts'
import { Money, money } from '../summarize/money.ts'

/** What one model cost in one step, with its tokens as one record that a catalog can price. */
export interface Spent {
  readonly by: SpentBy
  readonly usage: CostRecord
}

const NO_USAGE: CostRecord = {
  timeMs: null,
  model: '',
  provider: null,
  calls: 0,
  errors: 0,
  inputTokens: 0,
  outputTokens: 0,
  cachedTokens: 0,
  cacheWriteTokens: 0,
  reasoningTokens: 0,
  costUsd: null,
  runId: null,
  step: null,
  agent: null,
  customer: null,
  batch: false,
}

/** The spend of a summary by step and model. Groups with calls that have no known price have no cost to compare with: they are only counted. */
export function listSpent({ step_model_stats }: Pick<CostSummary, 'step_model_stats'>): { spent: Spent[]; leftOutCalls: number } {
  const used = step_model_stats.filter(({ calls }) => calls > 0)
  const isUnpriced = ({ unpriced_calls = 0 }: StepModelStats) => unpriced_calls > 0
  return {
    spent: used.filter((stats) => !isUnpriced(stats)).map(toSpent),
    leftOutCalls: used.filter(isUnpriced).reduce((sum, { calls }) => sum + calls, 0),
  }
}

function toSpent(stats: StepModelStats): Spent {
  const { step, agent, model, calls, cost_usd } = stats
  const usage: CostRecord = {
    ...NO_USAGE,
    model,
    calls,
    inputTokens: stats.input_tokens,
    outputTokens: stats.output_tokens,
    cachedTokens: stats.cached_input_tokens ?? 0,
    cacheWriteTokens: stats.cache_write_tokens ?? 0,
  }
  return { by: { step, agent, model, calls, cost_usd }, usage }
}

/** List price of a model's output, US dollars per 1 million tokens; null where it is not known. */
export function outputPrice(pricer: Pricer, model: string, provider: string | null): Priced | null {
  return pricer.price({ ...NO_USAGE, model, provider, outputTokens: 1_000_000 })
}

/** What the same tokens cost by the catalog, with some of the usage changed. */
export function priceAs(pricer: Pricer, usage: CostRecord, change: Partial<CostRecord>): Priced | null {
  return pricer.price({ ...usage, ...change })
}

/** `a - b`, 0 where b is more; without the dust of doubles. US dollars. */
export function less(a: number, b: number): number {
  return Math.max(0, Number((a - b).toFixed(12)))
}

export function sumUsd(amounts: readonly number[]): number {
  const sum = new Money()
  for (const amount of amounts) sum.plus(money(amount))
  return sum.toNumber()
}

/** Which step, agent and model, as text that tells all of them apart: names are hostile. */
export function keyOf({ step, agent, model }: Pick<SpentBy, 'step' | 'agent'> & { model?: string }): string {
  return JSON.stringify([step, step === null ? agent : null, model])
}

/** The largest first; equals by what they are about, so that the order of input never shows. */
export function bySaving<Row extends Pick<SpentBy, 'step' | 'agent'> & { model?: string }>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
  nameOf: (row: Row) => string = keyOf,
): Row[] {
  return rows.toSorted((a, b) => amountOf(b) - amountOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1))
}
