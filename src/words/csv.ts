/** A cell: a name from a file, a number, or nothing. */
export type CsvCell = string | number | null

/** What a spreadsheet takes for a formula where a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/
/** Controls and line separators: in a cell they would break a line, or move the cursor of a terminal. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Everything else is quoted, which is always allowed. */
const SAFE = /^[A-Za-z0-9_./][A-Za-z0-9_./ -]*$/

/** Rows as CSV (RFC 4180), the titles first. Names cannot become formulas, further lines or commands of a runner. */
export function renderCsv(titles: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [titles, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: CsvCell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return String(cell)
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell
  // A runner obeys `##[command]` anywhere in a line.
  const clean = guarded.replace(UNSEEN, '\uFFFD').replaceAll('##[', '#\uFFFD[')
  return SAFE.test(clean) ? clean : `"${clean.replaceAll('"', '""')}"`
}
