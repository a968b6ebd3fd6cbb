import type { Line } from './lines.ts'

/** A parsed value, or what is wrong with the text. */
export type Parsed =
  | { readonly value: unknown; readonly fault: null; readonly line?: never }
  | { readonly fault: string; readonly line: number | undefined; readonly value?: never }

/** A whole document. */
export function parseDocument(text: string): Parsed {
  if (text.trim() === '') return { fault: 'is empty', line: undefined }
  try {
    return { value: JSON.parse(text), fault: null }
  } catch (error) {
    const position = Number(/at position (\d+)/.exec(String(error))?.[1] ?? Number.NaN)
    const cut = /Unexpected end|Unterminated/.test(String(error)) || position >= text.trimEnd().length
    const line = Number.isNaN(position) || cut ? undefined : text.slice(0, position).split('\n').length
    return { fault: cut ? 'is not valid JSON: it is cut off at the end' : 'is not valid JSON', line }
  }
}

/** One line of a JSONL file. */
export function parseLine(line: Line): Parsed {
  if (line.fault !== null) return { fault: line.fault, line: line.number }
  try {
    return { value: JSON.parse(line.text), fault: null }
  } catch {
    return {
      fault: line.open ? 'the last line is cut off (no newline at its end): its writer was probably killed' : 'is not valid JSON',
      line: line.number,
    }
  }
}
