import type { CostSummary, SpentBy, Stats, StepModelStats } from '../generated/types.ts'
import type { CostRecord, Priced, Pricer } from '../record.ts'
import { Money, money } from '../summarize/money.ts'
import { Tally } from '../summarize/tally.ts'

/** What one model cost in one step, with its tokens as two records that a catalog can price: a batch call has a price of its own. */
export interface Spent {
  readonly by: SpentBy
  /** Calls that were no batch calls; where only sums are known, all calls. */
  readonly live: CostRecord
  /** What these cost. US dollars. */
  readonly liveUsd: number
  readonly batch: CostRecord
}

/** Figures of batch calls, by step and model (`keyOf`). */
export type BatchCalls = ReadonlyMap<string, Stats>

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
const NO_STATS = new Tally().toStats()

/**
 * The spend of a summary by step and model. Groups with calls that have no known price have no cost to compare with: they are only counted.
 * @param batch null: only sums are known, which do not tell batch calls from others.
 */
export function listSpent(
  { step_model_stats }: Pick<CostSummary, 'step_model_stats'>,
  batch: BatchCalls | null,
): { spent: Spent[]; leftOutCalls: number } {
  const used = step_model_stats.filter(({ calls }) => calls > 0)
  const isUnpriced = ({ unpriced_calls = 0 }: StepModelStats) => unpriced_calls > 0
  return {
    spent: used.filter((stats) => !isUnpriced(stats)).map((stats) => toSpent(stats, batch?.get(keyOf(stats)) ?? NO_STATS)),
    leftOutCalls: used.filter(isUnpriced).reduce((sum, { calls }) => sum + calls, 0),
  }
}

function toSpent(all: StepModelStats, batch: Stats): Spent {
  const { step, agent, model, calls, cost_usd } = all
  const [whole, part] = [toUsage(model, all), { ...toUsage(model, batch), batch: true }]
  const live: CostRecord = {
    ...whole,
    calls: whole.calls - part.calls,
    inputTokens: whole.inputTokens - part.inputTokens,
    outputTokens: whole.outputTokens - part.outputTokens,
    cachedTokens: whole.cachedTokens - part.cachedTokens,
    cacheWriteTokens: whole.cacheWriteTokens - part.cacheWriteTokens,
  }
  return { by: { step, agent, model, calls, cost_usd }, live, liveUsd: less(cost_usd, batch.cost_usd), batch: part }
}

function toUsage(model: string, stats: Stats): CostRecord {
  return {
    ...NO_USAGE,
    model,
    calls: stats.calls,
    inputTokens: stats.input_tokens,
    outputTokens: stats.output_tokens,
    cachedTokens: stats.cached_input_tokens ?? 0,
    cacheWriteTokens: stats.cache_write_tokens ?? 0,
  }
}

/** List price of a model's output, US dollars per 1 million tokens; null where it is not known. */
export function outputPrice(pricer: Pricer, model: string, provider: string | null): Priced | null {
  return pricer.price({ ...NO_USAGE, model, provider, outputTokens: 1_000_000 })
}

/** What the same tokens cost by the catalog, batch calls as batch calls, with some of the usage changed. */
export function priceAs(pricer: Pricer, { live, batch }: Spent, change: Partial<CostRecord> = {}): Priced | null {
  const [first, second] = [pricer.price({ ...live, ...change }), pricer.price({ ...batch, ...change })]
  return first === null || second === null ? null : { ...first, costUsd: first.costUsd + second.costUsd }
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
