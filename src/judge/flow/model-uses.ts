import type { CostSummary, LoggedModelStats } from '../../generated/types.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import { count } from '../../words/format.ts'
import { isFlowAlone } from './flow-alone.ts'

export type Models = Pick<CostSummary, 'models' | 'model_stats' | 'steps' | 'sources'>

/** That a model was called. */
export interface ModelUse {
  readonly model: string
  /** How many calls; null: nobody counted them. */
  readonly calls: number | null
  /** The step that called it, where each step is judged by itself. */
  readonly step: string | null
  /** Who called it, or how often. */
  readonly words: string
  /** Whether the framework's gate looks at it, too. */
  readonly isGated: boolean
}

/** What the lists of models judge, by name. */
export function listModelUses(flow: Models): ModelUse[] {
  const uses = isFlowAlone(flow) ? usesOfSummary(flow) : [...countModels(flow)].map(([model, calls]) => useOf(model, calls))
  return uses.sort((a, b) => compare(a.model, b.model) || compare(a.step ?? '', b.step ?? ''))
}

/** The framework's gate looks at the first model of each step and at nothing else. */
function usesOfSummary(flow: Models): ModelUse[] {
  const { steps = [] } = flow
  const gated = steps.flatMap(({ name: step, models: [model] = [] }) =>
    model === undefined ? [] : [{ model, calls: null, step, words: `step ${step} called it`, isGated: true }],
  )
  const seen = new Set(gated.map(({ model }) => model))
  const others = [...countModels(flow)].filter(([model]) => !seen.has(model) && model !== UNKNOWN_MODEL)
  return [...gated, ...others.map(([model, calls]) => ({ ...useOf(model, calls), isGated: false }))]
}

function useOf(model: string, calls: number | null): ModelUse {
  return { model, calls, step: null, words: calls === null ? 'a step called it' : count(calls, 'call'), isGated: true }
}

/** Models with calls by name, and how many; null: steps name it, and nobody counted. The same call may stand in both counts. */
function countModels({ models = [], model_stats, steps = [] }: Models): Map<string, number | null> {
  const calls = new Map<string, number | null>()
  const counted = [...models.filter(isModel).map(({ name, calls }) => [name, calls] as const), ...Object.entries(model_stats).map(countOf)]
  for (const [name, number] of counted) if (number > 0) calls.set(name, Math.max(number, calls.get(name) ?? number))
  for (const name of steps.flatMap((step) => step.models ?? [])) if (!calls.has(name)) calls.set(name, null)
  return calls
}

function countOf([name, { calls }]: readonly [string, { calls: number }]): readonly [string, number] {
  return [name, calls]
}

/** Calls of tools name no model and use no tokens. */
function isModel({ name, tokens, cost_usd }: LoggedModelStats): boolean {
  return name !== UNKNOWN_MODEL || tokens.total > 0 || cost_usd > 0
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
