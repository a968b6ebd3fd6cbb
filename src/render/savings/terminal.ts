import type { Savings } from '../../generated/types.ts'
import { alignColumns } from '../../words/columns.ts'
import { PLAIN } from '../../words/escape.ts'
import type { Paint } from '../../words/paint.ts'
import type { Section } from './section.ts'
import { listSections, writeIntroduction } from './sections.ts'

const ROWS = 20

/** What could have cost less, for a terminal. */
export function renderSavingsText(savings: Savings, paint: Paint): string {
  const sections = listSections(savings, PLAIN, ROWS).map((section) => renderSection(section, paint))
  return `${[writeIntroduction(savings, PLAIN), ...sections].join('\n\n')}\n`
}

function renderSection({ title, assumption, columns, rows, notes }: Section, paint: Paint): string {
  const [head = '', ...lines] = rows.length === 0 ? [] : alignColumns(columns, rows)
  return [
    paint('bold', title),
    ...(assumption === null ? [] : [`Assuming that ${assumption}.`]),
    ...(rows.length === 0 ? [] : [paint('dim', head)]),
    ...lines,
    ...notes,
  ].join('\n')
}
