import { InputError, shown } from '../../errors.ts'
import { loadPrices } from '../../measure/usage.ts'
import { parseLooseTime } from '../../time.ts'
import { type CostRecord, NO_USAGE } from '../../usage/record.ts'
import type { Args, Command } from '../flags.ts'
import { readingPlaces } from '../records.ts'
import { paint, printJson, printText } from '../screen.ts'
import { choose } from '../selection.ts'

const MOST_TOKENS = 1e12

export const price: Command = {
  name: 'price',
  purpose: 'Say what a model costs: which entry of which list, and the sum with its parts.',
  usage: 'price MODEL [--provider NAME] [--input N] [--output N] [--cached N] [--format text|json]',
  examples: ['price gpt-4o', 'price gpt-4o --provider azure --input 12000 --output 800 --cached 9000', 'price claude-opus-5 --tier batch'],
  words: [],
  exitCodes: '0 done, 1 no known price',
  inputs: ['pricing-path'],
  flags: {
    'provider=NAME': 'Who sold the call, as a record names it. Without it the name decides.',
    'input=N': 'Prompt tokens of the call, cache included. Default: 1,000,000, where no tokens are named.',
    'output=N': 'Generated tokens. Default: 0; 1,000,000, where no tokens are named.',
    'cached=N': 'Prompt tokens read from the cache. Default: 0.',
    'cache-write=N': 'Prompt tokens written to the cache. Default: 0.',
    'cache-write-1h=N': 'Of those, the tokens that it keeps for an hour. Default: 0.',
    'web-searches=N': 'Searches of the web that the provider ran. Default: 0.',
    'tier=NAME': 'Service tier, such as batch, flex or priority. Default: standard.',
    'at=TIME': 'When the call was made. Default: the day of the list.',
    'format=text|json': 'What to print. Default: text.',
  },
  async run(args) {
    const [model, ...others] = args.files
    if (model === undefined || others.length > 0)
      throw new InputError(`price needs one model, got ${args.files.length}. Example: llm-cost-gate price gpt-4o`)
    const format = choose(args, 'format', ['text', 'json'] as const, 'text')
    const record = readCall(model, args)
    const { settings, files } = readingPlaces({ ...args, files: [] })
    const prices = await loadPrices(files, settings['pricing-path'])
    const { renderQuote, toPriceQuote } = await import('../../render/price.ts')
    const quote = prices.quote(record)
    if (format === 'json') printJson(toPriceQuote(model, quote))
    else printText(renderQuote(model, quote, prices.catalog, paint()))
    return quote.costUsd === null ? 1 : 0
  },
}

function readCall(model: string, { flags }: Args): CostRecord {
  const tokens = (name: string) => readTokens(name, flags.get(name))
  const [input, output, cached, written, hourly] = [
    tokens('input'),
    tokens('output'),
    tokens('cached') ?? 0,
    tokens('cache-write') ?? 0,
    tokens('cache-write-1h') ?? 0,
  ]
  const usual = input === null && output === null && cached + written + hourly === 0 ? 1e6 : 0
  const inputTokens = input ?? Math.max(usual, cached + Math.max(written, hourly))
  const cacheWriteTokens = Math.max(written, hourly)
  if (cached + cacheWriteTokens > inputTokens)
    throw new InputError(`--input must include what the cache reads and writes (${cached + cacheWriteTokens}), got ${inputTokens}`)
  return {
    ...NO_USAGE,
    model,
    calls: 1,
    provider: flags.get('provider') ?? null,
    timeMs: readTime(flags.get('at')),
    inputTokens,
    outputTokens: output ?? usual,
    cachedTokens: cached,
    cacheWriteTokens,
    cacheWrite1hTokens: hourly,
    webSearches: tokens('web-searches') ?? 0,
    serviceTier: flags.get('tier'),
  }
}

function readTokens(name: string, value: string | undefined): number | null {
  if (value === undefined) return null
  const number = /^\d{1,13}$/.test(value) ? Number(value) : Number.NaN
  if (number <= MOST_TOKENS) return number
  throw new InputError(`--${name} must be a number of tokens from 0 to ${MOST_TOKENS}, got ${shown(value)}. Example: --${name} 12000`)
}

function readTime(value: string | undefined): number | null {
  if (value === undefined) return null
  const timeMs = parseLooseTime(value)
  if (timeMs === null) throw new InputError(`--at must be an ISO 8601 date or time, got ${shown(value)}. Example: --at 2026-11-01`)
  return timeMs
}
