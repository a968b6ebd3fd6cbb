import type { CostRecordRow } from '../generated/types.ts'
import { outcomeOf } from './outcome.ts'
import type { Label } from './record.ts'

/** Reads what a record does not keep from the row it was made of. Asking for it makes reading slower: every row is parsed as JSON. */
export type Labeller = (row: CostRecordRow) => Label

/** Longest text that names a variant: longer ones are prompts and answers, not names. Characters. */
const LONGEST = 512
/** Keys that are remembered to be named, where none of a ledger's is the one that was asked for. */
const MOST_KEYS = 1000

/** Labels rows with the value of a key of their metadata, a dotted path, and with how their call ended. */
export class MetadataLabels {
  /** First keys of all metadata seen so far. */
  readonly keys = new Set<string>()
  private readonly path: readonly string[]

  constructor(path: string) {
    this.path = path.split('.')
  }

  readonly label: Labeller = ({ metadata, status }) => {
    if (metadata && this.keys.size < MOST_KEYS) for (const key of Object.keys(metadata)) this.keys.add(key)
    return { variant: toName(find(metadata, this.path)), outcome: outcomeOf(status) }
  }
}

/** Labels rows with how their call ended alone. */
export const labelOutcome: Labeller = ({ status }) => ({ variant: null, outcome: outcomeOf(status) })

/** The value at a path. A key may hold dots itself, as in flat metadata: the longest one comes first. */
function find(value: unknown, path: readonly string[]): unknown {
  if (path.length === 0) return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  for (let length = path.length; length > 0; length--) {
    const entry = Object.getOwnPropertyDescriptor(value, path.slice(0, length).join('.'))
    const found = entry === undefined ? undefined : find(entry.value, path.slice(length))
    if (found !== undefined) return found
  }
  return undefined
}

/** Names, numbers and yes or no make variants; lists and objects do not. */
function toName(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : null
}
