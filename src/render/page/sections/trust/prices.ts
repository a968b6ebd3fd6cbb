import type { Report } from '../../../../generated/types.ts'
import { count, integer } from '../../../../words/format.ts'
import { writeAge } from '../../../findings/prices.ts'
import { escapeHtml, HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

/** By which prices calls without a cost of their own were priced. */
export function renderPrices({ head }: Report): string {
  const { pricing } = head
  const { priced_calls: calls, catalog, as_of } = pricing
  const age = writeAge(head)
  const list = [catalog === null ? null : HTML.name(catalog), as_of === null ? null : `of ${HTML.name(as_of.slice(0, 10))}`]
  const blocks = [
    paragraph(
      calls === 0
        ? 'Every call brought a cost of its own: no price list was used.'
        : `${count(calls, 'call')} without a cost priced by ${list.filter((part) => part !== null).join(' ') || 'the price list'}.`,
    ),
    age === null ? null : paragraph(escapeHtml(age), 'note'),
    table({
      caption: 'Models and their prices',
      noun: 'models',
      sorts: true,
      columns: [{ title: 'Model' }, { title: 'Priced as' }, { title: 'Calls', right: true }],
      rows: Object.entries(pricing.models).map(([model, { priced_as, calls: priced }]) => [
        HTML.name(model),
        HTML.name(priced_as),
        { html: integer(priced), by: priced },
      ]),
    }),
  ]
  return section('prices', 'Prices', blocks) ?? ''
}
