import type { Savings } from '../../generated/types.ts'
import { MARKDOWN } from '../../words/escape.ts'
import { bold, bullets, details, stack, table } from '../../words/markdown.ts'
import type { Section } from './section.ts'
import { listSections, writeIntroduction } from './sections.ts'

const ROWS = 10

/** What could have cost less, as a folded section of Markdown. */
export function renderSavings(savings: Savings, rows: number = ROWS): string {
  const sections = listSections(savings, MARKDOWN, rows)
  return details('What could have cost less (upper bounds)', stack([writeIntroduction(savings, MARKDOWN), ...sections.map(renderSection)]))
}

function renderSection({ title, assumption, columns, rows, notes }: Section): string {
  return stack([
    assumption === null ? `${title}.` : `${bold(title)}, assuming that ${assumption}.`,
    rows.length === 0 ? null : table(columns, rows),
    bullets(notes),
  ])
}
