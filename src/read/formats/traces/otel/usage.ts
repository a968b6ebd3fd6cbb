import type { Call } from '../../call.ts'
import { count, object, plus, usd } from '../../fields.ts'
import { wholeOutput } from '../../whole-prompt.ts'
import { type Attributes, countOf, readJson, usdOf } from './attributes.ts'
import { readLangfuseCost, readLangfuseUsage } from './langfuse.ts'
import { NAMES } from './names.ts'

/** What a span says of tokens and costs, in the normal form. */
export type Figures = Pick<
  Call,
  'input' | 'output' | 'cached' | 'cacheWrite' | 'cacheWrite1h' | 'reasoning' | 'mediaTokens' | 'webSearches' | 'costUsd'
>

/** The figures of a span; null where it has none, or nothing but zeros: a failed call of Langfuse costs 0. @throws Misread */
export function readFigures(attributes: Attributes): Figures | null {
  const tokens =
    readJson(attributes, NAMES.langfuseUsage, readLangfuseUsage) ??
    readJson(attributes, NAMES.providerMetadata, (metadata) => readMetadata(metadata, attributes)) ??
    readJson(attributes, NAMES.mlflowUsage, readMlflow) ??
    readTokens(attributes)
  const figures = {
    mediaTokens: plus(...NAMES.media.map((name) => countOf(attributes, [name]))),
    webSearches: countOf(attributes, NAMES.webSearches),
    ...tokens,
    costUsd: readCost(attributes),
  }
  return Object.values(figures).some((figure) => (figure ?? 0) > 0) ? figures : null
}

function readTokens(attributes: Attributes): Figures {
  return inclusive({
    input: countOf(attributes, NAMES.input),
    output: countOf(attributes, NAMES.output),
    cached: countOf(attributes, NAMES.cached),
    cacheWrite: countOf(attributes, NAMES.cacheWrite),
    cacheWrite1h: countOf(attributes, NAMES.cacheWrite1h),
    reasoning: countOf(attributes, NAMES.reasoning),
    total: countOf(attributes, NAMES.total),
  })
}

/** The AI SDK up to 5 leaves out of its attributes what the cache holds of a prompt: what the provider said stands beside them. */
function readMetadata(metadata: object, attributes: Attributes): Figures | null {
  const usage = object(metadata, 'anthropic', 'usage')
  const figures = readTokens(attributes)
  const input = usage === null ? null : count(usage, 'input_tokens')
  if (input === null) return null
  const [cached, cacheWrite] = [count(usage, 'cache_read_input_tokens'), count(usage, 'cache_creation_input_tokens')]
  const cacheWrite1h = count(usage, 'cache_creation', 'ephemeral_1h_input_tokens')
  const webSearches = count(usage, 'server_tool_use', 'web_search_requests')
  // Around several calls there is the last one's alone.
  const whole = plus(input, cached, cacheWrite) ?? 0
  return whole < (figures.input ?? 0) ? null : { ...figures, input: whole, cached, cacheWrite, cacheWrite1h, webSearches }
}

function readMlflow(usage: object): Figures {
  return inclusive({
    input: count(usage, 'input_tokens'),
    output: count(usage, 'output_tokens'),
    cached: count(usage, 'cache_read_input_tokens'),
    cacheWrite: count(usage, 'cache_creation_input_tokens'),
    total: count(usage, 'total_tokens'),
  })
}

/** Some leave out of the prompt what the cache holds, and out of the output the reasoning: a smaller figure, or the total, tells. */
function inclusive({ total, ...figures }: Figures & { readonly total: number | null }): Figures {
  const { input = null, output = null, cached = null, cacheWrite = null, reasoning = null } = figures
  const cache = (cached ?? 0) + (cacheWrite ?? 0)
  const isExclusive = cache > 0 && (cache > (input ?? 0) || total === (input ?? 0) + (output ?? 0) + cache)
  const prompt = isExclusive ? plus(input, cached, cacheWrite) : input
  const generated = wholeOutput(prompt, output, reasoning, total)
  // Thoughts that only the total holds: no other part of it is told.
  const hidden = total !== null && !cache && !reasoning && output !== null ? Math.max(0, total - (prompt ?? 0) - output) : 0
  return { ...figures, input: prompt, output: plus(generated, hidden || null) }
}

function readCost(attributes: Attributes): number | null {
  return (
    usdOf(attributes, NAMES.cost) ??
    readJson(attributes, NAMES.langfuseCost, readLangfuseCost) ??
    readJson(attributes, NAMES.mlflowCost, (cost) => usd(cost, 'total_cost')) ??
    plus(usdOf(attributes, NAMES.inputCost), usdOf(attributes, NAMES.outputCost))
  )
}
