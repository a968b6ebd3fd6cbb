import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Prices } from '../../../src/price/load.ts'
import type { Part } from '../../../src/price/quote.ts'
import { NO_USAGE } from '../../../src/usage/record.ts'

/** US dollars per 1 million tokens; null where the source says nothing. */
export interface Rates {
  readonly input: number
  readonly output: number | null
  readonly cached: number | null
}

/** A name as records have it, and what a public source says of it. */
export interface KnownModel {
  readonly name: string
  /** The provider of the record. */
  readonly provider: string | null
  /** Who sells it, as the list calls them; null where nobody can know a price. */
  readonly seller: string | null
  readonly kind: string
  readonly rates: Rates | null
  readonly source: string
  /** Year and month of the source. */
  readonly date: string
  /** Where our list means to say something else: what, and why. */
  readonly differs: { readonly rates: Rates | null; readonly reason: string } | null
}

/** What a pricer says of a name. */
export interface Measured {
  readonly seller: string
  readonly rates: Rates
}

const FILE = join(import.meta.dirname, '../../price/known/models.tsv')
/** Few enough for the lowest tier of all models. */
const TOKENS = 1000

/** The table of names whose prices are known from elsewhere. */
export function readKnown(): KnownModel[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [name = '', provider = '', seller = '', kind = '', input = '', output = '', cached = '', source = '', date = '', differs = ''] =
      line.split('\t')
    return {
      name,
      provider: textOf(provider),
      seller: textOf(seller),
      kind,
      rates: ratesFrom([input, output, cached]),
      source,
      date,
      differs: differs === '-' ? null : differenceFrom(differs),
    }
  })
}

/** What our list must say. */
export function wantedOf({ rates, differs }: KnownModel): Rates | null {
  return differs === null ? rates : differs.rates
}

/** What a pricer says of a name on the last day of the month of its source. */
export function measure(prices: Prices, { name, provider, date }: KnownModel): Measured | null {
  const timeMs = date === '-' ? null : lastDayOf(date)
  const rateOf = (kind: Part['kind'], tokens: { inputTokens?: number; outputTokens?: number; cachedTokens?: number }) => {
    const { parts } = prices.quote({ ...NO_USAGE, calls: 1, model: name, provider, timeMs, ...tokens })
    return ((parts.find((part) => part.kind === kind)?.usd ?? 0) / TOKENS) * 1e6
  }
  const priced = prices.price({ ...NO_USAGE, calls: 1, model: name, provider, timeMs, inputTokens: TOKENS })
  if (priced === null) return null
  const rates = {
    input: rateOf('input', { inputTokens: TOKENS }),
    output: rateOf('output', { outputTokens: TOKENS }),
    cached: rateOf('cached_input', { inputTokens: TOKENS, cachedTokens: TOKENS }),
  }
  return { seller: priced.pricedAs.slice(0, priced.pricedAs.indexOf('/')), rates }
}

/** Whether a rate is what a source says, within 0.1 %. */
export function isNear(found: number | null, wanted: number | null): boolean {
  return wanted === null || (found !== null && Math.abs(found - wanted) <= 0.001 * wanted)
}

function lastDayOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Date.UTC(year, number, 0, 12)
}

/** `2.5/10/1.25: why`, or `unknown: why`. */
function differenceFrom(text: string): KnownModel['differs'] {
  const at = text.indexOf(': ')
  if (at < 0) throw new Error(`models.tsv: a difference needs a reason, got ${text}`)
  return { rates: ratesFrom(text.slice(0, at).split('/')), reason: text.slice(at + 2) }
}

function ratesFrom([input = '', output = '-', cached = '-']: readonly string[]): Rates | null {
  if (input === 'unknown') return null
  return {
    input: numberOf(input),
    output: textOf(output) === null ? null : numberOf(output),
    cached: textOf(cached) === null ? null : numberOf(cached),
  }
}

function numberOf(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  throw new Error(`models.tsv: no price: ${text}`)
}

function textOf(text: string): string | null {
  return text === '-' ? null : text
}
