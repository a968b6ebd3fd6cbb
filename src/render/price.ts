import type { Part, Quote } from '../price/quote.ts'
import { alignColumns } from '../words/columns.ts'
import { plain } from '../words/escape.ts'
import { integer, usd } from '../words/format.ts'
import type { Paint } from '../words/paint.ts'

const KINDS: Readonly<Record<Part['kind'], string>> = {
  input: 'input',
  cached_input: 'read from the cache',
  cache_write: 'written to the cache',
  cache_write_1h: 'written to it for an hour',
  output: 'output',
  calls: 'fee per call',
  web_searches: 'searches of the web',
}

/** What a call costs, for a terminal: which entry, from where, and the sum with its parts. */
export function renderQuote(model: string, quote: Quote, list: string, paint: Paint): string {
  const { costUsd, pricedAs, parts, day } = quote
  if (costUsd === null || pricedAs === null) return `${paint('bold', plain(model))} has no known price: ${explain(quote)}\n`
  const from = quote.origin === 'file' ? 'your price file' : list
  const lines = [
    `${paint('bold', plain(model))}  ${costUsd === 0 ? 'free' : usd(costUsd)}`,
    `priced as ${plain(pricedAs)}, from ${from}, prices of ${day}${quote.factor === 1 ? '' : `, times ${quote.factor}`}`,
    ...(parts.length === 0
      ? []
      : alignColumns(
          [{ title: 'Billed' }, { title: 'Amount', right: true }, { title: 'Price' }, { title: 'Cost', right: true }],
          parts.map((part) => [KINDS[part.kind], integer(part.amount), rateOf(part), usd(part.usd)]),
        )),
  ]
  return `${lines.join('\n')}\n`
}

/** The same for programs. Unit of rates: US dollars per 1 million tokens, per call and per search for fees. */
export interface PriceQuote {
  readonly model: string
  readonly seller: string | null
  readonly priced_as: string | null
  readonly from: 'pricing-path' | 'list' | null
  readonly day: string
  /** How much dearer the price is than its entry says. */
  readonly factor: number
  readonly cost_usd: number | null
  readonly parts: readonly { kind: Part['kind']; amount: number; rate: number; factor: number; cost_usd: number }[]
  readonly unpriced: Quote['unpriced']
  readonly nearest: string | null
}

export function toPriceQuote(
  model: string,
  { seller, pricedAs, origin, day, factor, parts, costUsd, unpriced, nearest }: Quote,
): PriceQuote {
  return {
    model,
    seller,
    priced_as: pricedAs,
    from: origin === 'file' ? 'pricing-path' : origin,
    day,
    factor,
    cost_usd: costUsd,
    parts: parts.map(({ kind, amount, rate, factor, usd: cost }) => ({ kind, amount, rate, factor, cost_usd: cost })),
    unpriced,
    nearest,
  }
}

function rateOf({ kind, rate, factor }: Part): string {
  const times = factor === 1 ? '' : ` x ${factor}`
  return kind === 'calls' || kind === 'web_searches' ? `x ${usd(rate)} each` : `x ${usd(rate)} per 1M${times}`
}

/** Why there is no price, and what to do. */
function explain({ unpriced, seller, pricedAs, day, nearest, serviceTiers }: Quote): string {
  const near = nearest === null ? '' : ` The nearest name is ${plain(nearest)}.`
  const give = 'Give it one in the file of pricing-path.'
  switch (unpriced) {
    case 'self_hosted':
      return `it runs on a machine of yours (${plain(seller ?? '')}), where no list knows what a token costs. ${give}`
    case 'unknown_seller':
      return `the list has no seller ${plain(seller ?? '')}.${near} ${give} If it takes the prices of another, name that under sellers there.`
    case 'not_yet':
      return `the first price holds from a later day than ${day}. ${give}`
    case 'service_tier':
      return `${plain(pricedAs ?? '')} has prices for the service tiers ${serviceTiers.map((tier) => plain(tier)).join(', ')} only. Give it the others in the file of pricing-path, as service_tiers.`
    case 'media':
      return 'tokens of sound and images have prices of their own, which are not in the list. Record what the call cost.'
    case 'web_search':
      return `${plain(pricedAs ?? '')} has no fee for a search of the web. Give it web_search in the file of pricing-path.`
    case 'paid_tool':
      return 'the fees of other tools that a provider runs are not in the list. Record what the call cost.'
    default:
      return `${seller === null ? 'nobody who makes models has it in the list' : `the list of ${plain(seller)} does not have it`}.${near} ${give}`
  }
}
