import type { Call, Place } from '../call.ts'
import { count, flag, get, list, object, plus, text, time, usd } from '../fields.ts'

/** A row of a report: a day, a week, a month, a session or a block of five hours. */
export interface Row {
  readonly row: object
  readonly place: Place
  readonly isSession: boolean
  /** Models that ccusage has no price of. */
  readonly unpriced: ReadonlySet<string>
}

/** The calls of a row: one per model where it tells costs per model, or no cost; otherwise one of all models. */
export function callsOf(one: Row): Call[] {
  const { row, place, unpriced } = one
  const about = { ...aboutOf(one), place }
  const parts = list(row, 'modelBreakdowns')
  if (parts.length > 0)
    return parts
      .map((part) => ({ ...about, ...tokensOf(part), model: text(part, 'modelName'), costUsd: costOf(part, 'cost') }))
      .filter(isSpend)
  const models = modelsOf(row)
  const hasPrice = !models.some((model) => unpriced.has(model))
  const costUsd = hasPrice ? (costOf(row, 'totalCost') ?? costOf(row, 'costUSD')) : null
  const perModel = object(row, 'models')
  if (perModel !== null && models.length > 1 && costUsd === null)
    return models.map((model) => ({ ...about, ...tokensOf(get(perModel, model)), model })).filter(isSpend)
  const [model = null] = models.length === 1 ? models : []
  const tokens = tokensOf(object(row, 'tokenCounts') ?? row)
  return [{ ...about, ...tokens, model, calls: count(row, 'entries'), costUsd }].filter(isSpend)
}

/** Names of all models of a row. */
export function modelsOf(row: object): string[] {
  const parts = list(row, 'modelBreakdowns').map((part) => get(part, 'modelName'))
  const used = [...parts, ...list(row, 'modelsUsed'), ...list(row, 'models'), ...Object.keys(object(row, 'models') ?? {})]
  return [...new Set(used.filter((name) => typeof name === 'string'))]
}

function aboutOf({ row, isSession }: Row): Pick<Call, 'run' | 'agent' | 'timeMs'> {
  const agents = list(row, 'metadata', 'agents')
  const agent = text(row, 'agent')
  const only = agents.length === 1 ? text(agents, 0) : null
  const month = text(row, 'month') ?? text(row, 'period')
  return {
    run: text(row, 'sessionId') ?? (isSession ? text(row, 'period') : null),
    agent: agent === null || agent === 'all' ? only : agent,
    timeMs:
      ['date', 'period', 'week', 'lastActivity', 'startTime'].map((key) => time(row, key)).find((found) => found !== null) ??
      time(row, 'metadata', 'lastActivity') ??
      time({ month: `${month}-01` }, 'month'),
  }
}

/** A model without a price has a cost of 0, which it did not have. */
function costOf(part: unknown, key: string): number | null {
  return flag(part, 'missingPricing') ? null : usd(part, key)
}

function tokensOf(part: unknown): Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'reasoning'> {
  const [input, output] = [count(part, 'inputTokens'), count(part, 'outputTokens')]
  const cacheWrite = count(part, 'cacheCreationTokens') ?? count(part, 'cacheCreationInputTokens')
  const cached = count(part, 'cacheReadTokens') ?? count(part, 'cacheReadInputTokens')
  const reasoning = count(part, 'reasoningOutputTokens')
  // The former report of Codex has the cached part in its input.
  const inside = cached === null ? count(part, 'cachedInputTokens') : null
  if (inside !== null) return { input, output, cached: inside, reasoning }
  return { input: plus(input, cached, cacheWrite), output, cached, cacheWrite, reasoning }
}

/** Rows of gaps stand for nothing. */
function isSpend({ input, output, costUsd }: Call): boolean {
  return [input, output, costUsd].some((figure) => figure !== null && figure !== undefined && figure > 0)
}
