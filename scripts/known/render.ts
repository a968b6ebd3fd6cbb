// Markdown of what the bundled list knows of the names whose prices stand in public sources.
import { isNear, type KnownModel, measure, type Rates, wantedOf } from '../../__tests__/support/price/known.ts'
import type { Prices } from '../../src/price/load.ts'
import { NO_USAGE } from '../../src/usage/record.ts'
import { SPELLINGS } from './spellings.ts'

/** Names per seller, and how many of them the list prices as the sources do. */
export function renderShares(known: readonly KnownModel[], prices: Prices): string {
  const rows = sellersOf(known).map((seller) => {
    const names = known.filter((row) => row.seller === seller)
    return [seller, ...sharesOf(names, prices)]
  })
  const sold = known.filter(({ rates }) => rates !== null)
  return renderRows(
    ['Seller', 'Names', 'Known', 'Of them not as the source says', 'Unknown'],
    [...rows, ['All', ...sharesOf(sold, prices)]],
  )
}

function sharesOf(names: readonly KnownModel[], prices: Prices): string[] {
  const priced = names.filter((row) => measure(prices, row) !== null)
  const otherwise = priced.filter((row) => !isAsSaid(row, measure(prices, row)?.rates ?? null))
  return [names.length, priced.length, otherwise.length, names.length - priced.length].map(String)
}

function isAsSaid({ rates }: KnownModel, found: Rates | null): boolean {
  if (rates === null || found === null) return rates === found
  return isNear(found.input, rates.input) && isNear(found.output, rates.output) && isNear(found.cached, rates.cached)
}

/** Ways to write a name, and what each is priced as. */
export function renderSpellings(prices: Prices): string {
  const rows = SPELLINGS.map(([what, name, provider]) => {
    const { pricedAs, seller } = prices.quote({ ...NO_USAGE, calls: 1, model: name, provider: provider ?? null, timeMs: null })
    return [what, code(name), provider === undefined ? '' : code(provider), seller ?? '', pricedAs === null ? 'unknown' : code(pricedAs)]
  })
  return renderRows(['Written', 'Model', 'Provider', 'Seller', 'Priced as'], rows)
}

/** All names, folded by seller. */
export function renderNames(known: readonly KnownModel[]): string {
  const sold = sellersOf(known).map((seller) => {
    const names = known.filter((row) => row.seller === seller)
    return fold(`${seller}: ${names.length} names`, renderRows(HEAD, names.map(renderName)))
  })
  const nobody = known.filter((row) => row.seller === null)
  const rows = nobody.map(({ name, provider, kind }) => [code(name), provider === null ? '' : code(provider), kind])
  return [...sold, fold(`No price: ${nobody.length} names`, renderRows(['Model', 'Provider', 'Why'], rows))].join('\n\n')
}

const HEAD = ['Model', 'Provider', 'Kind', 'Input', 'Output', 'Cached', 'Source', 'Here']

function renderName(row: KnownModel): string[] {
  const { name, provider, kind, rates, source, date, differs } = row
  return [
    code(name),
    provider === null ? '' : code(provider),
    kind,
    ...ratesOf(rates),
    `${source}, ${date}`,
    differs === null ? '' : renderDifference(row),
  ]
}

function renderDifference(row: KnownModel): string {
  const wanted = wantedOf(row)
  return `${wanted === null ? 'unknown' : ratesOf(wanted).filter(Boolean).join(' / ')}: ${row.differs?.reason ?? ''}`
}

function ratesOf(rates: Rates | null): string[] {
  return [rates?.input, rates?.output, rates?.cached].map((rate) => String(rate ?? ''))
}

function sellersOf(known: readonly KnownModel[]): string[] {
  return [...new Set(known.flatMap(({ seller }) => seller ?? []))].sort()
}

function fold(title: string, table: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${table}\n\n</details>`
}

function renderRows(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function code(text: string): string {
  // A code span keeps blanks only where both ends have one.
  return `\`${text.startsWith(' ') ? ` ${text} ` : text}\``
}
