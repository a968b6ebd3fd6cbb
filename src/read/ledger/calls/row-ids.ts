import type { Cursor } from '../cursor.ts'
import { skipText } from '../names.ts'
import { IDS, isId } from './ids.ts'

/** `undefined`, and the character that stands first in a UUID of zeros. */
const LONGEST_NO_ID = 'undefined'.length
const ZERO = '0'.charCodeAt(0)

/** Where the ids of a row begin and end, so that texts are made of them only where somebody asks. */
export class RowIds {
  private readonly starts = new Int32Array(IDS.length)
  private readonly stops = new Int32Array(IDS.length)

  get hasAny(): boolean {
    for (let place = 0; place < IDS.length; place++) if ((this.starts[place] ?? 0) < (this.stops[place] ?? 0)) return true
    return false
  }

  clear(): void {
    this.starts.fill(0)
    this.stops.fill(0)
  }

  /** Reads the text at the cursor; false where it is none, or only stands for none. */
  take(cursor: Cursor, place: number): boolean {
    const start = cursor.at
    if (!skipText(cursor) || !isEmptyOrId(cursor, start)) return false
    this.starts[place] = start
    this.stops[place] = cursor.at
    return true
  }

  /** The texts in the order of IDS; null where the row has none. */
  read(bytes: Buffer): string[] | null {
    if (!this.hasAny) return null
    return IDS.map((_, place) => bytes.toString('latin1', this.starts[place], this.stops[place]))
  }
}

/** Whether the text up to the cursor is empty or an id: what only stands for none is short, or begins with a sign or a 0. */
function isEmptyOrId({ bytes, at }: Cursor, start: number): boolean {
  const isSure = at === start || ((bytes[start] ?? 0) > ZERO && at - start > LONGEST_NO_ID)
  return isSure || isId(bytes.toString('latin1', start, at))
}
