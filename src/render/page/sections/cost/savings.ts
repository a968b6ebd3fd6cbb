import type { Report } from '../../../../generated/types.ts'
import { listSections, writeIntroduction } from '../../../savings/sections.ts'
import { HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

const MOST_ROWS = 20

/** What could have cost less, where somebody asked. */
export function renderSavings({ savings }: Report): string | null {
  if (savings === null) return null
  return section('savings', 'What could have cost less', [
    paragraph(writeIntroduction(savings, HTML)),
    ...listSections(savings, HTML, MOST_ROWS).flatMap(({ title, assumption, columns, rows, notes }) => [
      `<h4>${title}</h4>`,
      assumption === null ? null : paragraph(assumption, 'note'),
      table({ caption: title.split(':')[0] ?? title, columns, rows }),
      ...notes.map((note) => paragraph(note, 'note')),
    ]),
  ])
}
