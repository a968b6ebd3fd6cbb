import type { BareSummary, FlowSummary } from '../generated/types.ts'
import type { CostRecord } from '../record.ts'
import type { Tasks } from '../usage.ts'

/** Calls of a flow summary, one record per model. */
export function recordsOfFlow(flow: FlowSummary): { records: CostRecord[]; tasks: Tasks } {
  const records = flow.models
    .map(({ name, calls, errors, tokens, cost_usd }) =>
      aggregate(name, calls, { errors, input: tokens?.input, output: tokens?.output, total: tokens?.total, costUsd: cost_usd }),
    )
    .filter(isSpend)
  return { records, tasks: { successes: flow.successes, failures: Math.max(0, flow.runs - flow.successes) } }
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
  const rest = bare.total_cost_usd - records.reduce((sum, record) => sum + (record.costUsd ?? 0), 0)
  if (rest > 1e-9) {
    const alone = records.length === 0
    const tokens = alone ? { input: bare.input_tokens, output: bare.output_tokens, total: bare.total_tokens } : {}
    records.push(aggregate('unknown', alone ? (bare.calls ?? 1) : 1, { ...tokens, costUsd: rest }))
  }
  return records.filter(isSpend)
}

/** Figures per model, whether they stand as an object or as a list. */
export function modelsOfBare(bare: BareSummary) {
  const { model_stats } = bare
  if (Array.isArray(model_stats)) return model_stats.map((stats) => ({ name: stats.model, stats }))
  return Object.entries(model_stats ?? {}).map(([name, stats]) => ({ name, stats }))
}

interface Figures {
  readonly errors?: number | undefined
  readonly input?: number | undefined
  readonly output?: number | undefined
  readonly total?: number | undefined
  readonly costUsd?: number | null | undefined
}

function aggregate(model: string, calls: number, figures: Figures): CostRecord {
  const known = figures.input !== undefined || figures.output !== undefined
  return {
    timeMs: null,
    model,
    provider: null,
    calls,
    errors: figures.errors ?? 0,
    inputTokens: known ? (figures.input ?? 0) : (figures.total ?? 0),
    outputTokens: figures.output ?? 0,
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
