import type { Cursor } from './cursor.ts'
import { Store } from './store.ts'

/** A schema's limit for names. */
const LONGEST_NAME = 512
/** 2 MB in all. */
const PLACES = 4096
/**
 * Bytes that stand for themselves in a JSON string: printable ASCII but quote and backslash. The brace is left out too, so that
 * the first one behind the line's first byte always opens the metadata.
 */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte <= 0x7e && !'"\\{'.includes(String.fromCharCode(byte)) ? 1 : 0,
)

/** Gives names as strings, mostly the same string for the same name: making one costs more than finding it, and finding it in a Map too. */
export class Names {
  /** By hash; a name that comes to a taken place takes it over, so that names which never come back do not add up. */
  private readonly places: string[] = new Array(PLACES).fill('')
  private readonly store = new Store(PLACES, LONGEST_NAME)

  /** The name here, up to its closing quote; null where it has a byte that is not plain, or is too long. */
  read(cursor: Cursor): string | null {
    const { bytes, view, at: start, stop } = cursor
    let hash = 0
    let quotes = 0
    let at = start
    let word = 0
    for (; at + 4 <= stop; at += 4) {
      word = view.getInt32(at, true)
      quotes = findQuotes(word)
      if (quotes !== 0) break
      hash = Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15)
    }
    if (quotes !== 0) {
      // Whatever stands behind the quote is shifted out.
      const rest = 31 - Math.clz32(quotes & -quotes) - 7
      hash = Math.imul(hash ^ (rest === 0 ? 0 : word << (32 - rest)), 0x85ebca77)
      at += rest >> 3
    }
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    // A known name is plain, so that only a new one must be looked at byte by byte.
    if (quotes !== 0 && this.store.holds(place, view, start, at)) {
      cursor.at = at
      return this.places[place] ?? null
    }
    if (!skipText(cursor) || cursor.at - start > LONGEST_NAME) return null
    const name = bytes.toString('latin1', start, cursor.at)
    this.store.put(place, bytes, start, cursor.at)
    this.places[place] = name
    return name
  }
}

/** The highest bit of each byte that is a quote, right at least for the first one (Mycroft 1987: a byte is zero where subtracting one borrows). */
function findQuotes(word: number): number {
  const zero = word ^ 0x22222222
  return (zero - 0x01010101) & ~zero & 0x80808080
}

/** Moves to the closing quote of a text of plain bytes; false where it has others. */
export function skipText(cursor: Cursor): boolean {
  const { bytes } = cursor
  let at = cursor.at
  while (PLAIN[bytes[at] ?? 0] === 1) at += 1
  cursor.at = at
  return bytes[at] === 34
}
