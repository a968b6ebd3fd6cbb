import { integer } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'
import { escapeHtml, paragraph } from './html.ts'

/** Rows of one table; the report itself has all of them. */
const MOST_ROWS = 100

export interface Column {
  readonly title: string
  /** Numbers stand right. */
  readonly right?: boolean
}

export interface Cell {
  /** What is shown, as HTML. */
  readonly html: string
  /** What it is sorted by, where that is another thing than its words; null stands last. */
  readonly by?: number | null
}

export interface Table {
  /** What the table shows, for those who do not see it: text. */
  readonly caption: string
  readonly columns: readonly Column[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (Cell | string)[])[]
  /** Whether it can be sorted and filtered. */
  readonly sorts?: boolean
  /** What the rows are, where many are left out: `models`. */
  readonly noun?: string
}

/** A table that scrolls by itself where it is too wide, and says how many rows are left out. Null without rows. */
export function table({ caption, columns, rows, sorts = false, noun = 'rows' }: Table): string | null {
  if (rows.length === 0) return null
  const { shown, hidden } = limit(rows, MOST_ROWS)
  const heads = columns.map((column) => `<th scope="col"${classOf(column)}>${column.title}</th>`).join('')
  const body = shown.map((cells) => `<tr>${cells.map((cell, index) => writeCell(cell, columns[index], index === 0)).join('')}</tr>`)
  const title = escapeHtml(caption)
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="Table: ${title}"><table${sorts ? ` data-sort="${noun}"` : ''}><caption>${title}</caption>`,
    `<thead><tr>${heads}</tr></thead>\n<tbody>`,
    ...body,
    '</tbody></table></div>',
    ...(hidden.length === 0 ? [] : [paragraph(`And ${integer(hidden.length)} more ${noun}, which are in report.json.`, 'note')]),
  ].join('\n')
}

function writeCell(cell: Cell | string, column: Column | undefined, isName: boolean): string {
  const { html, by } = typeof cell === 'string' ? { html: cell, by: undefined } : cell
  const sort = by === undefined ? '' : ` data-by="${by ?? ''}"`
  return isName ? `<th scope="row"${sort}>${html}</th>` : `<td${classOf(column)}${sort}>${html}</td>`
}

function classOf(column: Column | undefined): string {
  return column?.right ? ' class="n"' : ''
}
