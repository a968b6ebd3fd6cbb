import { figuresAt } from '../../answers/anthropic/usage.ts'
import type { Call, Place } from '../../call.ts'
import { count, flag, get, object, plus, text, usd } from '../../fields.ts'
import { guard, type Sink } from '../../tool.ts'

/** What a session has used up to its end, or to the end of one of its turns. */
export interface Result {
  /** Without their session. */
  readonly calls: readonly Call[]
  /** All figures of it, by name: in a later total of the same session none is smaller. */
  readonly figures: ReadonlyMap<string, number>
  /** Whether models were asked, and it does not say what they used. */
  readonly isUnknown: boolean
  readonly outcome: 'success' | 'failure' | null
  readonly place: Place
}

const DUST = 1e-6
/** A model whose window was made larger has this behind its name. */
const WINDOW = /\[\d+[km]\]$/i

/** Reads a result message. @param model of the session, for results that name none. */
export function readResult(message: object, place: Place, model: string | null, timeMs: number | null, sink: Sink): Result {
  const total = usd(message, 'total_cost_usd') ?? usd(message, 'total_cost') ?? usd(message, 'cost_usd')
  const models = readModels(message, place, sink)
  const calls = [...models.values(), restOf(message, place, [...models.values()], total, model)].filter((call) => call !== null)
  const says = calls.some(saysAnything)
  const outcome = outcomeOf(message)
  return {
    calls: says ? calls.map((call) => ({ ...call, timeMs })) : [],
    figures: new Map([['cost', total ?? 0], ...[...models].flatMap(figuresOf)]),
    isUnknown: !says && (outcome === 'failure' || get(message, 'duration_api_ms') !== 0),
    outcome,
    place,
  }
}

/** What no model is named for: all of it in old versions, nothing in new ones. */
function restOf(message: object, place: Place, models: readonly Call[], total: number | null, model: string | null): Call | null {
  if (models.length === 0) {
    const call = { place, model, ...figuresAt(message, 'usage'), costUsd: total }
    return saysAnything(call) ? call : null
  }
  const isComplete = models.every(({ costUsd }) => costUsd !== null)
  const rest = (total ?? 0) - models.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0)
  return isComplete && rest > DUST ? { place, costUsd: rest } : null
}

/** Whether one total has all of another in it, because it is a later one of the same session. */
export function covers(one: Result, other: Result): boolean {
  return [...other.figures].every(([name, figure]) => figure <= (one.figures.get(name) ?? 0) + DUST)
}

function outcomeOf(message: object): Result['outcome'] {
  const subtype = text(message, 'subtype')
  if (flag(message, 'is_error') || subtype?.startsWith('error')) return 'failure'
  return subtype === 'success' || get(message, 'is_error') === false ? 'success' : null
}

/** One call per model; those of which only the limits are told are none. */
function readModels(message: object, place: Place, sink: Sink): Map<string, Call> {
  const key = object(message, 'modelUsage') === null ? 'model_usage' : 'modelUsage'
  const calls = new Map<string, Call>()
  for (const [name, entry] of Object.entries(object(message, key) ?? {}))
    guard(sink, place, () => {
      const call = readModel(message, [key, name], entry, place)
      const { model, provider, input, output, costUsd } = call
      if (saysAnything(call)) calls.set(name, call)
      // It was asked, and whoever answered did not say what that took.
      else if (plus(input, output, costUsd) !== null) calls.set(name, { place: call.place, model, provider })
    })
  return calls
}

function readModel(message: object, path: readonly [string, string], entry: unknown, place: Place) {
  const cached = count(message, ...path, 'cacheReadInputTokens')
  const cacheWrite1h = count(message, ...path, 'cacheCreationEphemeral1hInputTokens')
  const cacheWrite =
    count(message, ...path, 'cacheCreationInputTokens') ??
    plus(count(message, ...path, 'cacheCreationEphemeral5mInputTokens'), cacheWrite1h)
  const provider = text(entry, 'provider')
  // Without a price of its own the model was given that of another.
  const isGuess = text(entry, 'costBasis') === 'unknown'
  const costUsd = usd(message, ...path, 'costUSD')
  return {
    place: { ...place, path: `${place.path}.${path.join('.')}` },
    model: modelOf(path[1], entry),
    provider: provider === 'firstParty' ? 'anthropic' : provider,
    input: plus(count(message, ...path, 'inputTokens'), cached, cacheWrite),
    output: count(message, ...path, 'outputTokens'),
    cached,
    cacheWrite,
    cacheWrite1h,
    reasoning: count(message, ...path, 'thinkingTokens'),
    costUsd: isGuess ? null : costUsd,
  }
}

/** The name under which it was asked, unless that is the address of some account's profile. */
function modelOf(key: string, entry: unknown): string | null {
  const name = key.replace(WINDOW, '')
  return name === '' || name.startsWith('arn:') ? (text(entry, 'canonicalModel') ?? name) : name
}

function figuresOf([name, { input, output, cached, cacheWrite }]: [string, Call]): [string, number][] {
  return [
    [`input of ${name}`, (input ?? 0) - (cached ?? 0) - (cacheWrite ?? 0)],
    [`output of ${name}`, output ?? 0],
    [`read by ${name}`, cached ?? 0],
    [`written by ${name}`, cacheWrite ?? 0],
  ]
}

function saysAnything({ input, output, costUsd }: Call): boolean {
  return ((plus(input, output) ?? 0) || (costUsd ?? 0)) > 0
}
