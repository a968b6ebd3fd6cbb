import { InputError, shown } from '../errors.ts'

/** A pattern stands for no more: `{a,b}{a,b}…` doubles with each pair. */
const MOST = 256

/**
 * The patterns that braces stand for: `{a,b}/c` is `a/c` and `b/c`. They may stand in each other.
 * @throws InputError for a brace without its partner, or too many patterns.
 */
export function expandBraces(pattern: string): string[] {
  const done: string[] = []
  const waiting = [pattern]
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    const open = text.lastIndexOf('{')
    const close = text.indexOf('}', open)
    if (open < 0 && close < 0) {
      done.push(text)
      continue
    }
    if (open < 0 || close < 0) throw new InputError(`the pattern ${shown(pattern)} has a brace without its partner. Write it as {a,b}`)
    // The last brace that opens has none inside.
    for (const choice of text
      .slice(open + 1, close)
      .split(',')
      .reverse())
      waiting.push(text.slice(0, open) + choice + text.slice(close + 1))
    if (waiting.length + done.length > MOST)
      throw new InputError(`the pattern ${shown(pattern)} stands for more than ${MOST}. Write some of them on lines of their own`)
  }
  return [...new Set(done)]
}
