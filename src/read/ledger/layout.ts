import { FOREIGN_KEYS } from '../foreign/keys.ts'
import { TELLING_KEYS } from '../foreign/shapes.ts'
import { IDS } from './calls/ids.ts'
import { type Literal, toLiteral } from './cursor.ts'
import { endsRow } from './metadata.ts'

/** How to read the value behind a slot's literal. Values of `text` and `number` belong to keys that nobody reads. */
export type Kind = 'time' | 'name' | 'count' | 'cost' | 'id' | 'text' | 'number' | 'metadata'

/** One value of a row: the bytes before it, from the previous value on, and where it goes. */
export interface Slot {
  readonly literal: Literal
  readonly kind: Kind
  /** Place of a name in NAMES, of a count in COUNTS, of an id in IDS. */
  readonly place: number
  /** Shortest name or smallest count that the schema allows. */
  readonly least: number
}

/** How all rows of one writer look: the same keys in the same order with the same spaces. */
export interface Layout {
  readonly slots: readonly Slot[]
  /** What stands behind the last value; null: metadata, which reaches to the end. */
  readonly end: Literal | null
  /** Equal for equal layouts only. */
  readonly signature: string
}

export const NAMES = ['model', 'run_id', 'step', 'agent', 'status']
export const COUNTS = [
  'input_tokens',
  'output_tokens',
  'total_tokens',
  'calls',
  'cached_input_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
]

/** Figures that the scanner reads. */
const READ: ReadonlySet<string> = new Set([...COUNTS, 'cost_usd'])

/** What few rows have and the scanner does not read. */
const RARE: ReadonlySet<string> = new Set(['service_tier', 'media_tokens', 'web_searches', 'paid_tools'])

/** Longer rows, or rows with more values, are no use as a model for others. */
const LONGEST = 16_384
const MOST_SLOTS = 32
const MEMBER = /\s*"([^"\\{]+)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\{)/y
const SEPARATOR = /\s*([,}])/y

/** The layout of a valid row; null where it has none that rows could be read by, such as nested values before its end. */
export function learnLayout(row: string): Layout | null {
  if (row.length > LONGEST || !row.startsWith('{')) return null
  const slots: Slot[] = []
  const literals: string[] = []
  const keys = new Set<string>()
  let literalStart = 0
  MEMBER.lastIndex = 1
  for (;;) {
    const [, key, value] = MEMBER.exec(row) ?? []
    if (key === undefined || value === undefined || keys.has(key) || slots.length === MOST_SLOTS) return null
    keys.add(key)
    const end = MEMBER.lastIndex
    const kind = kindOf(key, value)
    if (kind !== null) {
      const literal = row.slice(literalStart, end - value.length + (value.startsWith('"') ? 1 : 0))
      literalStart = value.startsWith('"') ? end - 1 : end
      // Too rare to be worth a place in the scanner, or another tool's figure, which has to be looked at: such rows are parsed.
      if (RARE.has(key) || (FOREIGN_KEYS.has(key) && !READ.has(key))) return null
      literals.push(literal)
      slots.push(toSlot(literal, kind, key))
    }
    if (value === '{') {
      const rest = Buffer.from(row.slice(end - 1))
      return kind === 'metadata' && endsRow(rest, 0, rest.length) ? toLayout(slots, literals, '') : null
    }
    SEPARATOR.lastIndex = end
    const separator = SEPARATOR.exec(row)?.[1]
    if (separator === '}') return toLayout(slots, literals, row.slice(literalStart))
    if (separator === undefined) return null
    MEMBER.lastIndex = SEPARATOR.lastIndex
  }
}

/**
 * Null for true, false and null, and for what tells whose row it is: they are part of the layout. The row is valid, so a key that is read has a
 * value of its type.
 */
function kindOf(key: string, value: string): Kind | null {
  if (/^[tfn]/.test(value) || (TELLING_KEYS.has(key) && value !== '{')) return null
  if (key === 'timestamp') return 'time'
  if (key === 'cost_usd') return 'cost'
  if (key === 'metadata') return 'metadata'
  if (NAMES.includes(key)) return 'name'
  if (COUNTS.includes(key)) return 'count'
  if (!value.startsWith('"')) return 'number'
  return IDS.includes(key) ? 'id' : 'text'
}

function toSlot(literal: string, kind: Kind, key: string): Slot {
  const place = Math.max(NAMES.indexOf(key), COUNTS.indexOf(key), IDS.indexOf(key))
  return { literal: toLiteral(literal), kind, place, least: key === 'model' || key === 'calls' ? 1 : 0 }
}

function toLayout(slots: readonly Slot[], literals: readonly string[], end: string): Layout {
  return { slots, end: end === '' ? null : toLiteral(end), signature: [...literals, end].join('\n') }
}
