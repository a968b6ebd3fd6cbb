import { SHAPES } from '../../generated/tools.ts'
import { hasMark, type Marks } from '../formats/marks.ts'

const LEDGER: Marks = { timestamp: true, model: true, input_tokens: true, output_tokens: true }

/** What a record is most like, and what it lacks for it: `a ledger line without model`; null: it is like nothing that is read. */
export function nearestShape(record: object): string | null {
  const shapes = [
    { what: 'a ledger line', marks: LEDGER },
    ...SHAPES.flatMap(({ what, marks }) => marks.map((one) => ({ what, marks: one }))),
  ]
  let best: { readonly what: string; readonly lacking: readonly string[]; readonly share: number } | null = null
  for (const { what, marks } of shapes) {
    const wanted = Object.keys(marks).filter((path) => marks[path] !== false)
    const lacking = wanted.filter((path) => !hasMark(record, path, true))
    const share = 1 - lacking.length / wanted.length
    if (lacking.length > 0 && share >= 0.5 && share > (best?.share ?? 0)) best = { what, lacking, share }
  }
  return best && `${best.what} without ${best.lacking.join(', ')}`
}
