import { SHAPES, type ToolShape } from '../../generated/tools.ts'
import { fits, type Marks } from '../formats/marks.ts'

/** Keys of a whole record whose values, not only their being there, tell whose it is. None of them is an id: of these each row has another. */
export const TELLING_KEYS: ReadonlySet<string> = new Set(
  SHAPES.flatMap(({ marks }) =>
    marks.flatMap((one) => Object.entries(one).flatMap(([path, mark]) => (typeof mark === 'boolean' ? [] : [path]))),
  ),
)

interface Candidate {
  readonly order: number
  readonly shape: ToolShape
  readonly marks: Marks
}

/** By the key where a shape begins: most records have none of these, so that one look is enough, and none has many. */
const CANDIDATES = byFirstKey(SHAPES.flatMap((shape) => shape.marks.map((marks) => ({ shape, marks }))))

function byFirstKey(all: readonly Omit<Candidate, 'order'>[]): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>()
  for (const [order, { shape, marks }] of all.entries()) {
    const path = Object.keys(marks)[0] ?? ''
    // A key may hold dots itself.
    for (const key of new Set([path, path.split('.', 1).join('')])) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [{ order, shape, marks }])
      else known.push({ order, shape, marks })
    }
  }
  return found
}

/** The tool whose record or document this is, and the keys that tell; null: no other tool's that we know. */
export function shapeOf(record: object): (ToolShape & { readonly by: readonly string[] }) | null {
  let first: Candidate | null = null
  for (const key of Object.keys(record)) {
    for (const candidate of CANDIDATES.get(key) ?? []) {
      if (first !== null && first.order < candidate.order) break
      if (fits(record, candidate.marks)) first = candidate
    }
  }
  if (first === null) return null
  const { shape, marks } = first
  return { ...shape, by: Object.keys(marks).filter((path) => marks[path] !== false) }
}

/** Whether a text that cannot be parsed has all keys that tell of another tool: it may be its file, cut off. */
export function mayBeForeign(text: string): boolean {
  const has = (path: string) => path.split('.').every((key) => /^\d+$/.test(key) || text.includes(`"${key}"`))
  return SHAPES.some(({ marks }) => marks.some((one) => Object.entries(one).every(([path, mark]) => mark === false || has(path))))
}
