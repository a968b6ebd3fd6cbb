export interface Column {
  readonly title: string
  /** Numbers stand right and never wrap. */
  readonly right?: boolean
}

const NO_BREAK_SPACE = '\u00A0'

/** A table. Cells are Markdown: names in them are escaped already. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [
    columns.map((column) => column.title),
    columns.map((column) => (column.right ? '--:' : ':--')),
    ...rows.map((cells) => cells.map((cell, index) => (columns[index]?.right ? cell.replaceAll(' ', NO_BREAK_SPACE) : cell))),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A folded section; `summary` is its visible line. */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

export function bold(words: string): string {
  return `**${words}**`
}

/** Paragraphs with an empty line between them; empty ones are left out. */
export function stack(blocks: readonly (string | null)[]): string {
  return blocks.filter((block) => block !== null && block !== '').join('\n\n')
}

/** The first `room` items and how many more there are. */
export function limit<T>(items: readonly T[], room: number): { shown: readonly T[]; hidden: readonly T[] } {
  return { shown: items.slice(0, room), hidden: items.slice(room) }
}
