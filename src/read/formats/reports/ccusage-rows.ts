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
  const breakdowns = list(row, 'modelBreakdowns')
  const parts = breakdowns.map((_, index) => {
    const path = ['modelBreakdowns', index] as const
    const tokens = tokensOf(row, ...path)
    return {
      ...about,
      ...(breakdowns.length === 1 ? withThoughts(row, tokens) : tokens),
      model: text(row, ...path, 'modelName'),
      costUsd: costOf(row, ...path, 'cost'),
    }
  })
  if (parts.length > 0) return parts.filter(isSpend)
  const models = modelsOf(row)
  const hasPrice = !models.some((model) => unpriced.has(model))
  const costUsd = hasPrice ? (costOf(row, 'totalCost') ?? costOf(row, 'costUSD')) : null
  if (object(row, 'models') !== null && models.length > 1 && costUsd === null)
    return models.map((model) => ({ ...about, ...tokensOf(row, 'models', model), model })).filter(isSpend)
  const [model = null] = models.length === 1 ? models : []
  const tokens = object(row, 'tokenCounts') === null ? tokensOf(row) : tokensOf(row, 'tokenCounts')
  return [{ ...about, ...withThoughts(row, tokens), model, calls: count(row, 'entries'), costUsd }].filter(isSpend)
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

type Path = readonly (string | number)[]

/** A model without a price has a cost of 0, which it did not have. */
function costOf(row: object, ...path: Path): number | null {
  return flag(row, ...path.slice(0, -1), 'missingPricing') ? null : usd(row, ...path)
}

type Tokens = Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'reasoning'>

/** Agents whose thoughts only the total of a row has. */
const APART: ReadonlySet<unknown> = new Set(['gemini', 'opencode'])

/** The tokens of a whole row, thoughts included. */
function withThoughts(row: object, tokens: Tokens): Tokens {
  const agents = [...list(row, 'metadata', 'agents'), text(row, 'agent')].filter((agent) => agent !== null && agent !== 'all')
  if (agents.length === 0 || !agents.every((agent) => APART.has(agent))) return tokens
  const hidden = (count(row, 'totalTokens') ?? 0) - (plus(tokens.input, tokens.output) ?? 0)
  return hidden <= 0 ? tokens : { ...tokens, output: plus(tokens.output, hidden), reasoning: plus(tokens.reasoning, hidden) }
}

function tokensOf(row: object, ...path: Path): Tokens {
  const tokens = (name: string) => count(row, ...path, name)
  const [input, output, reasoning] = [tokens('inputTokens'), tokens('outputTokens'), tokens('reasoningOutputTokens')]
  const cacheWrite = tokens('cacheCreationTokens') ?? tokens('cacheCreationInputTokens')
  const cached = tokens('cacheReadTokens') ?? tokens('cacheReadInputTokens')
  // The former report of Codex has the cached part in its input.
  const inside = cached === null ? tokens('cachedInputTokens') : null
  if (inside !== null) return { input, output, cached: inside, reasoning }
  return { input: plus(input, cached, cacheWrite), output, cached, cacheWrite, reasoning }
}

/** Rows of gaps stand for nothing. */
function isSpend({ input, output, costUsd }: Call): boolean {
  return [input, output, costUsd].some((figure) => figure !== null && figure !== undefined && figure > 0)
}
