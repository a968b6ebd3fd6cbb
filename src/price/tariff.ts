import type { CostRecord } from '../usage/record.ts'

/** Prices of the tokens of a call, US dollars per 1 million tokens. */
export interface Tariff {
  readonly input: number
  readonly output: number
  readonly cachedInput: number
  readonly cacheWrite: number
  /** For tokens that the cache keeps for an hour. */
  readonly cacheWrite1h: number
}

/** Everything that decides the cost of a model's calls. */
export interface ModelPrice {
  readonly base: Tariff
  /** Prices of calls with more prompt tokens than a limit, lowest limit first. The whole call pays them. */
  readonly tiers: readonly { readonly aboveInputTokens: number; readonly tariff: Tariff }[]
  /** Fee per call, US dollars. */
  readonly callUsd: number
  /** Fee per search of the web, US dollars; null where nobody knows it. */
  readonly webSearchUsd: number | null
  /** Part of the price that a batch call pays; null where the seller has no batches. */
  readonly batch: { readonly input: number; readonly output: number } | null
  /** Parts or multiples of the price that calls of other service tiers pay. */
  readonly serviceTiers: ReadonlyMap<string, number>
}

export type Usage = Pick<CostRecord, 'calls' | 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'cacheWriteTokens' | 'batch'> &
  Partial<Pick<CostRecord, 'cacheWrite1hTokens' | 'serviceTier' | 'mediaTokens' | 'webSearches' | 'paidTools'>>

/** What a call is billed by. */
export type Kind = 'input' | 'cached_input' | 'cache_write' | 'cache_write_1h' | 'output' | 'calls' | 'web_searches'

/** Why a model that has a price has none for a call. */
export type Gap = 'service_tier' | 'media' | 'web_search' | 'paid_tool'

/** Takes what is billed: tokens, calls or searches; US dollars for one million tokens, or for one of the others; the part of that which is paid. */
type Bill = (kind: Kind, amount: number, rate: number, factor: number) => void

/** Service tiers that cost what the list says. */
const STANDARD = new Set(['', 'auto', 'default', 'standard', 'standard_only', 'on_demand'])
const BATCH = 'batch'
const FEES: ReadonlySet<Kind> = new Set(['calls', 'web_searches'])

/** What a record used that a price leaves open; null where it has a price for all of it. */
export function gapOf(usage: Usage, price: ModelPrice): Gap | null {
  return factorsOf(usage, price) === null ? 'service_tier' : openIn(usage, price)
}

/** What a price of tokens leaves open. */
function openIn(usage: Usage, price: ModelPrice): Gap | null {
  if (usage.mediaTokens) return 'media'
  if (usage.webSearches && price.webSearchUsd === null) return 'web_search'
  return usage.paidTools ? 'paid_tool' : null
}

/** Tells what a record is billed by. @returns whether the price knows all of it; where it does not, nothing is told. */
export function billTo(bill: Bill, usage: Usage, price: ModelPrice): boolean {
  const factors = factorsOf(usage, price)
  if (factors === null || openIn(usage, price) !== null) return false
  const { cachedTokens, cacheWriteTokens, cacheWrite1hTokens = 0, calls, webSearches = 0 } = usage
  // Of an aggregate only the sum is known: its mean call stands for all of them.
  const tariff = tariffFor(usage.inputTokens / Math.max(calls, 1), price)
  bill('input', Math.max(0, usage.inputTokens - cachedTokens - cacheWriteTokens), tariff.input, factors.input)
  bill('cached_input', cachedTokens, tariff.cachedInput, factors.input)
  bill('cache_write', cacheWriteTokens - cacheWrite1hTokens, tariff.cacheWrite, factors.input)
  bill('cache_write_1h', cacheWrite1hTokens, tariff.cacheWrite1h, factors.input)
  bill('output', usage.outputTokens, tariff.output, factors.output)
  bill('calls', calls, price.callUsd, 1)
  bill('web_searches', webSearches, price.webSearchUsd ?? 0, 1)
  return true
}

/** Cost of what is billed, US dollars. */
export function usdOf(kind: Kind, amount: number, rate: number, factor: number): number {
  return FEES.has(kind) ? amount * rate : (amount * rate * factor) / 1e6
}

/** Cost of a record in US dollars; null where its price does not know all of it. */
export function costOf(usage: Usage, price: ModelPrice): number | null {
  let sum = 0
  const isKnown = billTo((...one) => (sum += usdOf(...one)), usage, price)
  return isKnown ? sum : null
}

/** Null where nobody knows what the class of a call costs; a batch of another tier is a contradiction. */
function factorsOf(usage: Usage, price: ModelPrice): ModelPrice['batch'] {
  const tier = tierOf(usage)
  if (STANDARD.has(tier)) return usage.batch ? price.batch : LISTED
  if (tier === BATCH) return price.batch
  if (usage.batch) return null
  const factor = price.serviceTiers.get(tier)
  return factor === undefined ? null : { input: factor, output: factor }
}

const LISTED = { input: 1, output: 1 }

/** The class of a call that costs something else than the list says; null for all others. */
export function classOf(usage: Usage): string | null {
  const tier = tierOf(usage)
  if (usage.batch || tier === BATCH) return BATCH
  return STANDARD.has(tier) ? null : tier
}

/** Tiers that a price file cannot give a factor. */
export function isFixedTier(tier: string): boolean {
  return STANDARD.has(tier) || tier === BATCH
}

function tierOf({ serviceTier }: Usage): string {
  return serviceTier === undefined ? '' : serviceTier.trim().toLowerCase()
}

function tariffFor(inputTokens: number, { base, tiers }: ModelPrice): Tariff {
  return tiers.findLast(({ aboveInputTokens }) => inputTokens > aboveInputTokens)?.tariff ?? base
}
