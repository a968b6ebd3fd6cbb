import { shown } from '../../errors.ts'
import type { McpCall } from '../../generated/types.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import type { LoggedCall } from '../../usage/usage.ts'
import { saysSomething, type Understood } from '../foreign/amount.ts'
import { findFault, findForeign, type RecordFault } from '../foreign/foreign.ts'
import { FIGURES } from '../foreign/keys.ts'
import { type CallFigures, findContradiction, timeOf } from './call-figures.ts'

/** As for any record. US dollars. */
const LARGEST_COST = 1_000_000
/** Keys of a line with tokens or a cost that are read. */
export const OWN_KEYS: ReadonlySet<string> = new Set([...FIGURES, 'usage'])
const OWN_OF_USAGE: ReadonlySet<string> = new Set(FIGURES)
/** Where the answer of a provider stands as it came. Tools may answer anything: it is looked into only where the call, or the answer, names a model. */
const ANSWERS = ['response', 'result', 'message', 'body']

/** Why a line that keeps the schema is no call that can be counted; null: it is one. */
export function findCallFault(call: McpCall, figures: CallFigures, logged: LoggedCall): RecordFault | null {
  return findContradiction(call) ?? findFigures(call, figures, logged) ?? findWrong(figures, call, logged)
}

/** Figures that are not understood. */
function findFigures(call: McpCall, figures: CallFigures, { model, inputTokens, outputTokens }: LoggedCall): RecordFault | null {
  const { usage } = call
  const understood: Understood = { ...figures, total_tokens: inputTokens + outputTokens }
  const isKnown = Object.values(figures).some((figure) => figure !== null)
  const foreign = findFault(call, OWN_KEYS, understood) ?? findForeign(usage ?? {}, OWN_OF_USAGE, understood, '$.usage', 1)
  if (foreign !== null) return foreign
  if (isKnown) return null
  if (usage && saysSomething(usage)) {
    const keys = Object.keys(usage).slice(0, 8).map(shown).join(', ')
    return {
      path: '$.usage',
      message: `has no tokens and no cost under a known name, got the keys ${keys}; write input_tokens and output_tokens`,
    }
  }
  for (const [key, answer] of Object.entries(call)) {
    if (!ANSWERS.includes(key) || typeof answer !== 'object' || answer === null || !namesModel(model, answer)) continue
    const inside = findForeign(answer, new Set(), understood, `$.${key}`)
    if (inside !== null) return inside
  }
  return null
}

function namesModel(model: string, answer: object): boolean {
  return model !== UNKNOWN_MODEL || ['model', 'modelId', 'modelVersion'].some((key) => Object.hasOwn(answer, key))
}

/** What is understood, and cannot be. */
function findWrong(figures: CallFigures, call: McpCall, { timeMs, model, inputTokens, costUsd }: LoggedCall): RecordFault | null {
  const time = timeOf(call)
  if (time && timeMs === null) {
    const path = call.ts ? '$.ts' : '$.timestamp'
    return { path, message: `must be ISO 8601, or a number of seconds or milliseconds since 1970, got ${shown(time)}` }
  }
  const isCall = model !== UNKNOWN_MODEL || Boolean(call.tool || call.server) || Object.values(figures).some((figure) => figure !== null)
  if (!isCall) {
    const keys = Object.keys(call).slice(0, 8).map(shown).join(', ')
    return {
      path: '$',
      message: `is no call: it has no model, no tool, no server and no tokens, got the keys ${keys || 'of an empty object'}`,
    }
  }
  // A schema has no maximum for a number written as text.
  if (costUsd !== null && costUsd > LARGEST_COST)
    return { path: partPath(call, 'cost_usd'), message: `must be ${LARGEST_COST} or less, got ${costUsd}` }
  const { cached_input_tokens: cached, cache_write_tokens: written, cache_write_1h_tokens: hourly } = figures
  if ((hourly ?? 0) > (written ?? 0)) {
    const message = `is more than cache_write_tokens (${written ?? 0}), which must include it, got ${hourly}`
    return { path: partPath(call, 'cache_write_1h_tokens'), message }
  }
  const parts = (cached ?? 0) + (written ?? 0)
  if (parts <= inputTokens) return null
  const message = `must include cached_input_tokens and cache_write_tokens (${parts}), got ${inputTokens}`
  return { path: partPath(call, 'input_tokens'), message }
}

function partPath(call: McpCall, key: 'input_tokens' | 'cost_usd' | 'cache_write_1h_tokens'): string {
  return (call.usage?.[key] ?? null) === null ? `$.${key}` : `$.usage.${key}`
}
