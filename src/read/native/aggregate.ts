import type { BareSummary, FlowSummary } from '../../generated/types.ts'
import { differenceUsd, sumUsd } from '../../usage/money.ts'
import { type CostRecord, UNKNOWN_MODEL } from '../../usage/record.ts'
import { splitTokens, type TokenCounts } from '../../usage/tokens.ts'

/** Calls of a flow summary, one record per model; what no model accounts for is of an unknown one. */
export function recordsOfFlow(flow: FlowSummary): CostRecord[] {
  const records = (flow.models ?? []).map(({ name, calls = 0, errors, tokens, cost_usd }) =>
    aggregate(name, calls, { ...tokens, errors, costUsd: cost_usd }),
  )
  return withRest(records, flow.mcp?.cost_usd ?? 0, flow.mcp?.calls, flow.mcp?.tokens)
}

/** Spend of a bare summary, one record per model; what no model accounts for is of an unknown one. */
export function recordsOfBare(bare: BareSummary): CostRecord[] {
  const records = modelsOfBare(bare).map(({ name, stats }) =>
    aggregate(name, stats.calls ?? 1, {
      input: stats.input_tokens,
      output: stats.output_tokens,
      total: stats.total_tokens,
      costUsd: stats.cost_usd,
    }),
  )
  return withRest(records, bare.total_cost_usd, bare.calls, {
    input: bare.input_tokens,
    output: bare.output_tokens,
    total: bare.total_tokens,
  })
}

/** Spend, and what the total of the document has beyond it; its calls and tokens are known where there is nothing else. */
function withRest(all: readonly CostRecord[], totalUsd: number, calls: number | undefined, tokens: TokenCounts | undefined): CostRecord[] {
  const records = all.filter(isSpend)
  const costUsd = differenceUsd(totalUsd, sumUsd(records.map((record) => record.costUsd ?? 0)))
  // Whoever wrote it may have summed doubles.
  if (costUsd <= Math.max(1e-9, 1e-12 * totalUsd)) return records
  const alone = records.length === 0
  return [...records, aggregate(UNKNOWN_MODEL, (alone ? calls : null) ?? 1, { ...(alone && tokens), costUsd })]
}

/** Figures per model, whether they stand as an object or as a list. */
export function modelsOfBare(bare: BareSummary) {
  const { model_stats } = bare
  if (Array.isArray(model_stats)) return model_stats.map((stats) => ({ name: stats.model, stats }))
  return Object.entries(model_stats ?? {}).map(([name, stats]) => ({ name, stats }))
}

interface Figures extends TokenCounts {
  readonly errors?: number | undefined
  readonly costUsd?: number | null | undefined
}

function aggregate(model: string, calls: number, figures: Figures): CostRecord {
  return {
    timeMs: null,
    model,
    provider: null,
    // What was spent was spent by a call.
    calls: Math.max(1, calls),
    errors: figures.errors ?? 0,
    ...splitTokens(figures),
    cachedTokens: 0,
    cacheWriteTokens: 0,
    reasoningTokens: 0,
    costUsd: figures.costUsd ?? null,
    runId: null,
    step: null,
    agent: null,
    customer: null,
    batch: false,
  }
}

/** Entries without tokens and cost are calls of tools, not of models. */
function isSpend(record: CostRecord): boolean {
  return record.inputTokens + record.outputTokens > 0 || (record.costUsd ?? 0) > 0
}
