import { SHAPES, type ToolShape } from '../../generated/tools.ts'
import { fits } from '../formats/marks.ts'

/** Keys of a whole record whose values, not only their being there, tell whose it is. None of them is an id: of these each row has another. */
export const TELLING_KEYS: ReadonlySet<string> = new Set(
  SHAPES.flatMap(({ marks }) =>
    marks.flatMap((one) => Object.entries(one).flatMap(([path, mark]) => (typeof mark === 'boolean' ? [] : [path]))),
  ),
)

/** Where a shape begins: most records have none of these keys, so that one look is enough. */
const FIRST_KEYS: ReadonlySet<string> = new Set(
  SHAPES.flatMap(({ marks }) => marks.flatMap((one) => Object.keys(one).slice(0, 1))).flatMap((path) => [
    path,
    path.split('.', 1).join(''),
  ]),
)

/** The tool whose record or document this is, and the keys that tell; null: no other tool's that we know. */
export function shapeOf(record: object): (ToolShape & { readonly by: readonly string[] }) | null {
  if (!Object.keys(record).some((key) => FIRST_KEYS.has(key))) return null
  for (const shape of SHAPES) {
    const marks = shape.marks.find((one) => fits(record, one))
    if (marks !== undefined) return { ...shape, by: Object.keys(marks).filter((path) => marks[path] !== false) }
  }
  return null
}

/** Whether a text that cannot be parsed has all keys that tell of another tool: it may be its file, cut off. */
export function mayBeForeign(text: string): boolean {
  const has = (path: string) => path.split('.').every((key) => /^\d+$/.test(key) || text.includes(`"${key}"`))
  return SHAPES.some(({ marks }) => marks.some((one) => Object.entries(one).every(([path, mark]) => mark === false || has(path))))
}
