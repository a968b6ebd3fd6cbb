import { code, text } from '../words/escape.ts'
import { count } from '../words/format.ts'
import { bullets, details, limit, stack } from '../words/markdown.ts'

const ROOMS = [50, 20, 8, 3, 1, 0]
const LENGTH = 600

/** The comment of a gate that could not judge: what is wrong and how to fix it. Never longer than `maxLength`. */
export function renderProblem(title: string, message: string, lines: readonly string[], maxLength: number): string {
  for (const room of ROOMS) {
    const { shown, hidden } = limit(lines, room)
    const items = [...shown.map((line) => code(line, LENGTH)), ...(hidden.length > 0 ? [`_and ${hidden.length} more_`] : [])]
    const body = stack([
      `### ⛔ ${text(title)}`,
      text(message),
      lines.length === 0 || room === 0 ? null : details(count(lines.length, 'detail'), bullets(items)),
      '_This is not a pass: nothing was judged._',
    ])
    if (body.length <= maxLength) return body
  }
  return '### LLM cost could not be judged'.slice(0, maxLength)
}
