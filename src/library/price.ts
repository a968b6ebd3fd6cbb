import { InputError, shown } from '../errors.ts'
import { localFiles } from '../files/source.ts'
import { loadPrices } from '../measure/usage.ts'
import { type PriceQuote, toPriceQuote } from '../render/price.ts'
import { parseLooseTime } from '../time.ts'
import { NO_USAGE } from '../usage/record.ts'
import type { PriceOptions } from './options.ts'
import { toSettings } from './settings.ts'
import { unknownOption } from './unknown-option.ts'

const TOKENS = ['inputTokens', 'outputTokens', 'cachedTokens', 'cacheWriteTokens', 'cacheWrite1hTokens', 'webSearches'] as const
const OTHERS = ['provider', 'time', 'serviceTier', 'workingDirectory', 'pricingPath'] as const

/** Says what a call of a model costs. */
export async function quotePrice(model: string, options: PriceOptions): Promise<PriceQuote> {
  const known: readonly string[] = [...TOKENS, ...OTHERS]
  for (const name of Object.keys(options)) if (!known.includes(name)) throw unknownOption(name, known)
  const [inputTokens = 0, outputTokens = 0, cachedTokens = 0, cacheWriteTokens = 0, cacheWrite1hTokens = 0, webSearches = 0] = TOKENS.map(
    (name) => readTokens(name, options[name]),
  )
  const parts = cachedTokens + cacheWriteTokens
  if (parts > inputTokens) throw new InputError(`inputTokens must include what the cache reads and writes (${parts}), got ${inputTokens}`)
  if (cacheWrite1hTokens > cacheWriteTokens)
    throw new InputError(`cacheWriteTokens must include cacheWrite1hTokens (${cacheWrite1hTokens}), got ${cacheWriteTokens}`)
  const { provider = null, time, serviceTier, workingDirectory, pricingPath } = options
  const settings = toSettings({
    ...(workingDirectory !== undefined && { workingDirectory }),
    ...(pricingPath !== undefined && { pricingPath }),
  })
  const prices = await loadPrices(localFiles(settings['working-directory']), settings['pricing-path'])
  const call = { ...NO_USAGE, model, calls: 1, provider, timeMs: readTime(time), serviceTier }
  return toPriceQuote(
    model,
    prices.quote({ ...call, inputTokens, outputTokens, cachedTokens, cacheWriteTokens, cacheWrite1hTokens, webSearches }),
  )
}

function readTokens(name: string, value: number = 0): number {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new InputError(`${name} must be a whole number of tokens, got ${shown(value)}. Example: ${name}: 12000`)
}

function readTime(time: string | undefined): number | null {
  if (time === undefined) return null
  const timeMs = parseLooseTime(time)
  if (timeMs === null) throw new InputError(`time must be an ISO 8601 date or time, got ${shown(time)}. Example: time: '2026-11-01'`)
  return timeMs
}
