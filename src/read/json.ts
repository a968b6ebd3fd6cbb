import type { Line } from './lines.ts'

/** A parsed value, or what is wrong with the text. */
export type Parsed =
  | { readonly value: unknown; readonly fault: null; readonly line?: never }
  | { readonly fault: string; readonly line: number | undefined; readonly value?: never }

/** Deeper values are an attack: writing them out again, as a message does, would overflow the stack. */
const DEEPEST = 500
/** What is said of them. */
export const TOO_DEEP = `is nested more than ${DEEPEST} levels deep`
const CUT_OFF = 'the last line is cut off (no newline at its end): its writer was probably killed'

/** A whole document. */
export function parseDocument(text: string): Parsed {
  if (text.trim() === '') return { fault: 'is empty', line: undefined }
  try {
    const value: unknown = JSON.parse(text)
    return isDeep(value) ? { fault: TOO_DEEP, line: undefined } : { value, fault: null }
  } catch (error) {
    // The message may quote the text, so only its beginning and its end are what the parser says.
    const position = Number(/ at position (\d+)( \(line \d+ column \d+\))?$/.exec(String(error))?.[1] ?? Number.NaN)
    const cut = /^SyntaxError: (Unexpected end|Unterminated)/.test(String(error)) || position >= text.trimEnd().length
    const line = Number.isNaN(position) || cut ? undefined : text.slice(0, position).split('\n').length
    return { fault: cut ? 'is not valid JSON: it is cut off at the end' : 'is not valid JSON', line }
  }
}

/** What tells where texts begin and end, and what Python writes for numbers that are none. */
const NO_NUMBERS = /\\.|"|-?\b(?:NaN|Infinity)\b/gs

/** A document or a line of another tool: NaN and infinities, which are no JSON and which Python writes, are null. */
export function parseForeign(text: string): Parsed {
  const parsed = parseDocument(text)
  if (parsed.fault === null || !/NaN|Infinity/.test(text)) return parsed
  let isInText = false
  const mended = text.replace(NO_NUMBERS, (found) => {
    if (found === '"') isInText = !isInText
    return isInText || found === '"' || found.startsWith('\\') ? found : 'null'
  })
  const again = parseDocument(mended)
  return again.fault === null ? again : parsed
}

/** One line of a JSONL file. */
export function parseLine(line: Line): Parsed {
  // A cut may go through the bytes of one character.
  if (line.fault !== null) return { fault: line.open && line.text.endsWith('\uFFFD') ? CUT_OFF : line.fault, line: line.number }
  try {
    return { value: JSON.parse(line.text), fault: null }
  } catch {
    return { fault: line.open ? CUT_OFF : 'is not valid JSON', line: line.number }
  }
}

/** Whether a value is an object, and no list. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether objects and lists are nested more than 500 levels deep. */
export function isDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}
