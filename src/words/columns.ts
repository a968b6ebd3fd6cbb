export interface TextColumn {
  readonly title: string
  /** Numbers stand right. */
  readonly right?: boolean
}

const GAP = '  '
/** Characters that take two cells of a terminal: East Asian wide and full-width ones, and most emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const NARROWEST = /\p{M}/u

/** A table of aligned columns, one line per row, the titles first. Cells have no colours: paint whole lines. */
export function alignColumns(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map((column) => column.title), ...rows]
  const widths = columns.map((_, index) => lines.reduce((widest, cells) => Math.max(widest, widthOf(cells[index] ?? '')), 0))
  return lines.map((cells) =>
    columns
      .map(({ right }, index) => pad(cells[index] ?? '', widths[index] ?? 0, right === true))
      .join(GAP)
      .trimEnd(),
  )
}

/** Cells of a terminal that a text takes. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

function pad(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)))
  return right ? `${space}${cell}` : `${cell}${space}`
}
