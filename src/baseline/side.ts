import type { Group, Side, SideStats } from '../compare/side.ts'
import type { BareSummary, FlowSummary } from '../generated/types.ts'
import { modelsOfBare } from '../read/aggregate.ts'

/** A flow summary as one side of a comparison: models and totals. */
export function sideOfFlow(flow: FlowSummary): Side {
  const models = flow.models.map(({ name, calls, tokens, cost_usd }) => ({
    name,
    costUsd: cost_usd ?? null,
    calls,
    tokens: tokens ? (tokens.input ?? 0) + (tokens.output ?? 0) : null,
  }))
  const totalUsd = flow.mcp?.cost_usd ?? models.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0)
  return {
    ...partial(models),
    totalUsd,
    calls: models.reduce((sum, { calls }) => sum + calls, 0),
    inputTokens: flow.mcp?.tokens?.input ?? null,
    outputTokens: flow.mcp?.tokens?.output ?? null,
    costPerRunUsd: flow.runs > 0 ? totalUsd / flow.runs : null,
  }
}

/** A bare summary as one side of a comparison: a total, and models where it has them. */
export function sideOfBare(bare: BareSummary): Side {
  const models = modelsOfBare(bare).map(({ name, stats }) => ({
    name,
    costUsd: stats.cost_usd,
    calls: stats.calls ?? null,
    tokens:
      stats.total_tokens ??
      (stats.input_tokens === undefined && stats.output_tokens === undefined
        ? null
        : (stats.input_tokens ?? 0) + (stats.output_tokens ?? 0)),
  }))
  return {
    ...partial(bare.model_stats === undefined ? null : models),
    totalUsd: bare.total_cost_usd,
    calls: bare.calls ?? null,
    inputTokens: bare.input_tokens ?? null,
    outputTokens: bare.output_tokens ?? null,
    costPerRunUsd: null,
  }
}

/** What a document that knows models at the most can say of its dimensions. */
function partial(models: readonly (SideStats & { readonly name: string })[] | null) {
  return {
    models: models && new Map(models.map(({ name, ...stats }) => [name, stats])),
    agents: null,
    steps: null,
    customers: null,
    groups: models && groupsOf(models),
  }
}

/** All models as one group, so that calls which move between them show as such; null where calls or tokens are not known. */
function groupsOf(models: readonly (SideStats & { readonly name: string })[]): Group[] | null {
  const groups: Group[] = []
  for (const { name, calls, tokens, costUsd } of models) {
    if (calls === null || tokens === null) return null
    const known = costUsd ?? 0
    // A cost without a call is the cost of one: shares and costs per call need a call.
    if (calls > 0 || known > 0) groups.push({ name: null, by: 'none', model: name, calls: Math.max(calls, 1), tokens, costUsd: known })
  }
  return groups
}
