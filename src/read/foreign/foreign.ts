import { shown } from '../../errors.ts'
import { amountOf, DEEPEST, isRepetition, saysSomething, type Understood } from './amount.ts'
import { type Figure, FOREIGN_KEYS } from './keys.ts'
import { shapeOf } from './shapes.ts'

/** What is wrong in a record, and where in it. */
export interface RecordFault {
  readonly path: string
  readonly message: string
}

const HOW = 'Write its calls as rows of a ledger, see docs/formats.md'

const MEANING: Record<Figure, string> = {
  input_tokens: 'all prompt tokens, cache reads and writes included',
  output_tokens: 'all generated tokens, reasoning included',
  total_tokens: 'input and output tokens together',
  cached_input_tokens: 'the part of input_tokens that was read from the cache',
  cache_write_tokens: 'the part of input_tokens that was written to the cache',
  cache_write_1h_tokens: 'the part of cache_write_tokens that is kept for an hour',
  reasoning_tokens: 'the part of output_tokens that is reasoning',
  cost_usd: 'the cost in US dollars',
}

/** What is said of another tool's file or record; null: it is none that we know. */
export function refuseShape(record: object): string | null {
  const shape = shapeOf(record)
  return shape === null ? null : `looks like ${shape.what}, which is not read among other records: keep it in a file of its own`
}

/** Why a record is none of ours: another tool's as a whole, or with a figure of its own; null: nothing says so. */
export function findFault(record: object, own: ReadonlySet<string>, understood: Understood): RecordFault | null {
  const shape = refuseShape(record)
  return shape === null ? findForeign(record, own, understood) : { path: '$', message: shape }
}

/**
 * The first key with tokens or a cost that the record's reader does not read; what repeats a figure that it does read, or says nothing (null, 0), is no harm.
 * @param own keys that the reader reads.
 * @param path of the record.
 */
export function findForeign(
  record: object,
  own: ReadonlySet<string>,
  understood: Understood,
  path = '$',
  depth = 0,
  isPart = false,
): RecordFault | null {
  for (const [key, value] of Object.entries(record)) {
    const foreign = FOREIGN_KEYS.get(key)
    const place = `${path}.${key}`
    if (foreign === undefined || own.has(key)) {
      // Inside of usage, objects without a known name may be those of models.
      const fault = depth > 0 && !own.has(key) ? searchParts(value, understood, `${path}[${shown(key)}]`, depth, true) : null
      if (fault !== null) return fault
    } else if (foreign.means === 'parts' && typeof value === 'object') {
      const fault = searchParts(value, understood, place, depth, isPart || Array.isArray(value))
      if (fault !== null) return fault
    } else if (foreign.means === 'parts' || !saysSomething(value)) continue
    else if (foreign.means === 'usage') return { path: place, message: `is ${possessive(foreign.whose)} usage, which is not read. ${HOW}` }
    else if (!isRepetition(amountOf(value) ?? Number.NaN, foreign.means, understood, isPart || foreign.isPart)) {
      return { path: place, message: describe(key, foreign.means, foreign.whose, understood[foreign.means] ?? null, own) }
    }
  }
  return null
}

const NOTHING: ReadonlySet<string> = new Set()

function searchParts(value: unknown, understood: Understood, path: string, depth: number, isPart: boolean): RecordFault | null {
  return typeof value === 'object' && value !== null && depth < DEEPEST
    ? findForeign(value, NOTHING, understood, path, depth + 1, isPart)
    : null
}

function describe(key: string, figure: Figure, whose: string | null, understood: number | null, own: ReadonlySet<string>): string {
  const name = key === figure ? 'is not read here' : `is ${whose === null ? 'another' : possessive(whose)} name for ${figure}`
  if (understood !== null) return `${name}, which is ${understood} here; write one figure, ${figure}: ${MEANING[figure]}`
  return `${name}${key === figure ? '' : ', which is not read'}; ${own.has(figure) ? 'write' : 'give it in a ledger as'} ${figure}: ${MEANING[figure]}`
}

function possessive(whose: string | null): string {
  return whose === null ? "another tool's" : `${whose}'s`
}
