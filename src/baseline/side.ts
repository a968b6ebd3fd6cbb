import { type Group, kindsOf } from '../compare/groups.ts'
import type { Kinds } from '../compare/kinds/kinds.ts'
import { endsOf, type FigureValues, type Side, type SideStats } from '../compare/side.ts'
import type { BareSummary, FlowSummary, HistoryPoint, PointStats } from '../generated/types.ts'
import { modelsOfBare, recordsOfFlow } from '../read/native/aggregate.ts'
import { sumUsd } from '../usage/money.ts'
import { successesOf } from '../usage/successes.ts'
import { needsPrice } from '../usage/usage.ts'

/** A model; `kinds` is left out where its tokens are not known by kind. */
type Model = SideStats & { readonly name: string; readonly kinds?: Kinds }

/** A flow summary as one side of a comparison: models and totals, the same as if it were head. */
export function sideOfFlow(flow: FlowSummary): Side {
  const silent = new Set((flow.models ?? []).filter(({ tokens }) => !tokens).map(({ name }) => name))
  const records = recordsOfFlow(flow)
  const models = records.map((record) => ({
    name: record.model,
    costUsd: needsPrice(record) ? null : record.costUsd,
    calls: record.calls,
    tokens: silent.has(record.model) ? null : record.inputTokens + record.outputTokens,
  }))
  const totalUsd = sumUsd(records.map(({ costUsd }) => costUsd ?? 0))
  const successes = successesOf(flow)
  const unpricedCalls = records.filter(needsPrice).reduce((sum, { calls }) => sum + calls, 0)
  return {
    ...partial(models),
    totalUsd,
    work: {
      cases: null,
      fromDiskCalls: null,
      unpricedCalls,
      ends: successes === null ? null : endsOf(successes, flow.runs - successes, flow.runs),
    },
    figures: {
      calls: models.reduce((sum, { calls }) => sum + calls, 0),
      input_tokens: silent.size > 0 ? null : records.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
      output_tokens: silent.size > 0 ? null : records.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
      runs: flow.runs,
      successful_tasks: successes,
      cost_per_run_usd: flow.runs > 0 ? totalUsd / flow.runs : null,
    },
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
    figures: { calls: bare.calls ?? null, input_tokens: bare.input_tokens ?? null, output_tokens: bare.output_tokens ?? null },
  }
}

/** A point of a history as one side of a comparison: models and agents, but no steps. */
export function sideOfPoint(point: HistoryPoint): Side {
  const { total_cost_usd, models, agents, runs = null, cases = null, from_disk_calls = 0, unpriced_calls = 0 } = point
  const ends = endsOf(point.successful_tasks ?? null, point.failed_tasks ?? null, runs)
  return {
    ...partial(list(models)),
    agents: new Map(list(agents).map(({ name, kinds: _, ...stats }) => [name, stats])),
    totalUsd: total_cost_usd,
    figures: figuresOfPoint(point),
    work: { cases, fromDiskCalls: from_disk_calls, unpricedCalls: unpriced_calls, ends },
  }
}

/** Figures of the whole that a record keeps; those of older versions keep fewer. */
function figuresOfPoint(point: HistoryPoint): FigureValues {
  const { calls, runs, total_tokens: total, input_tokens: input } = point
  return {
    calls,
    runs,
    ...(total !== undefined && input !== undefined && { input_tokens: input, output_tokens: total - input }),
    cached_input_tokens: point.cached_input_tokens,
    successful_tasks: point.successful_tasks,
    cost_per_run_max_usd: point.max_run_usd,
  }
}

function list(points: PointStats): Model[] {
  return Object.entries(points).map(([name, { calls, total_tokens, cost_usd, runs, input_tokens, ...cache }]) => ({
    name,
    calls,
    tokens: total_tokens,
    costUsd: cost_usd,
    runs,
    // A record that says less of all tokens than of the prompt has no answer.
    kinds:
      input_tokens === undefined ? undefined : kindsOf({ ...cache, input_tokens, output_tokens: Math.max(0, total_tokens - input_tokens) }),
  }))
}

/** What a document that knows models at the most can say of its dimensions. */
function partial(listed: readonly Model[] | null) {
  const models = listed && mergeNames(listed)
  return {
    models: models && new Map(models.map(({ name, calls, tokens, costUsd }) => [name, { calls, tokens, costUsd }])),
    agents: null,
    steps: null,
    customers: null,
    cases: null,
    groups: models && groupsOf(models),
  }
}

/** A list may have a name twice. */
function mergeNames(models: readonly Model[]): Model[] {
  const merged = new Map<string, Model>()
  for (const model of models) {
    const same = merged.get(model.name)
    if (same === undefined) {
      merged.set(model.name, model)
      continue
    }
    const { costUsd, calls, tokens } = same
    merged.set(model.name, {
      name: model.name,
      costUsd: costUsd === null || model.costUsd === null ? null : sumUsd([costUsd, model.costUsd]),
      calls: plus(calls, model.calls),
      tokens: plus(tokens, model.tokens),
    })
  }
  return [...merged.values()]
}

/** Unknown where a part is. */
function plus(sum: number | null, part: number | null): number | null {
  return sum === null || part === null ? null : sum + part
}

/** All models as one group, so that calls which move between them show as such; null where calls or tokens are not known. */
function groupsOf(models: readonly Model[]): Group[] | null {
  const groups: Group[] = []
  for (const { name, calls, tokens, costUsd, kinds = null } of models) {
    if (calls === null || tokens === null) return null
    const known = costUsd ?? 0
    // A cost without a call is the cost of one: shares and costs per call need a call.
    if (calls > 0 || known > 0) {
      const figures = { calls: Math.max(calls, 1), tokens, kinds, costUsd: known, isPartlyPriced: costUsd === null }
      groups.push({ name: null, by: 'none', model: name, ...figures })
    }
  }
  return groups
}
