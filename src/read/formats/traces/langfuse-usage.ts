import type { Call } from '../call.ts'
import { count, get, object, parsed, plus, text, usd } from '../fields.ts'

/** Tokens by the names that Langfuse or its user gave them. */
type Usage = Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'cacheWrite1h' | 'reasoning' | 'mediaTokens'>

const INPUT = /^(input|prompt)|cache/i
const OUTPUT = /^(output|completion)/i
const TOTAL = /^total/i
/** A side as a whole, or what is left of it without its parts. */
const WHOLE = /^(input|prompt|output|completion)(_?tokens)?$/i
/** OpenAI's names, which count a part in the whole, too. */
const INCLUSIVE = /^(prompt|completion)_?tokens$/i
const CACHED = /cached|cache_?read/i
const WRITTEN = /cache_?(creation|write)/i
/** An image in a prompt costs what text costs. */
const MEDIA = /audio|^(output|completion).*image/i
const REASONING = /reasoning|thinking/i

/** The tokens of an observation; null where it has none. */
export function usageOf(observation: object): Usage | null {
  const unit = text(observation, 'usage', 'unit')
  if (unit !== null && unit !== 'TOKENS') return null
  return sumOf(observation, 'usageDetails') ?? sumOf(observation, 'usage_details') ?? oldUsageOf(observation)
}

/** US dollars; null where nobody knows: without tokens a cost of 0 is that of a call which failed. */
export function costOf(observation: object, usage: Usage | null): number | null {
  const cost =
    usd(observation, 'totalCost') ??
    usd(observation, 'total_cost') ??
    sumOfCosts(observation, 'costDetails') ??
    sumOfCosts(observation, 'cost_details') ??
    usd(observation, 'calculatedTotalCost')
  return cost === 0 && usage === null ? null : cost
}

function sumOfCosts(observation: object, at: string): number | null {
  const details = { [at]: object(parsed(get(observation, at))) }
  return usd(details, at, 'total') ?? plus(...Object.keys(details[at] ?? {}).map((key) => usd(details, at, key)))
}

function sumOf(observation: object, at: string): Usage | null {
  const details = { [at]: object(parsed(get(observation, at))) }
  const buckets = Object.keys(details[at] ?? {})
    .filter((key) => INPUT.test(key) || OUTPUT.test(key) || TOTAL.test(key))
    .map((key) => ({ key, tokens: count(details, at, key) ?? 0 }))
  const sum = (...names: readonly RegExp[]) =>
    buckets.filter(({ key }) => names.every((name) => name.test(key))).reduce((all, { tokens }) => all + tokens, 0)
  const [total, wholes, all] = [sum(TOTAL), sum(WHOLE), sum(INPUT) + sum(OUTPUT)]
  if (total + all === 0) return null
  const held = sum(INPUT, CACHED) + sum(INPUT, WRITTEN)
  // A whole that is smaller than its parts is none.
  const isWhole = sum(INPUT, WHOLE) >= held && sum(OUTPUT, WHOLE) >= sum(OUTPUT, REASONING)
  const hasPartsInside = isWhole && (total === 0 ? buckets.some(({ key }) => INCLUSIVE.test(key)) : all !== total && wholes === total)
  const side = (name: RegExp) => (hasPartsInside ? sum(name, WHOLE) : sum(name))
  return {
    input: all === 0 ? total : side(INPUT),
    output: side(OUTPUT),
    cached: sum(INPUT, CACHED),
    cacheWrite: sum(INPUT, WRITTEN),
    cacheWrite1h: sum(INPUT, WRITTEN, /1h/),
    reasoning: sum(OUTPUT, REASONING),
    mediaTokens: sum(MEDIA),
  }
}

/** As older versions of the API give it, without parts. */
function oldUsageOf(observation: object): Usage | null {
  const sides = [
    [count(observation, 'usage', 'input'), count(observation, 'usage', 'output')],
    [count(observation, 'promptTokens'), count(observation, 'completionTokens')],
    [count(observation, 'inputUsage'), count(observation, 'outputUsage')],
  ] as const
  const [input, output] = sides.find((side) => side.some((tokens) => tokens !== null && tokens > 0)) ?? [null, null]
  return input === null && output === null ? null : { input, output }
}
