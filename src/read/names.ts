import type { Cursor } from './cursor.ts'

/** A schema's limit for names. */
const LONGEST_NAME = 512
const PLACES = 4096
/**
 * Bytes that stand for themselves in a JSON string: printable ASCII but quote and backslash. The brace is left out too, so that
 * the first one behind the line's first byte always opens the metadata.
 */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte <= 0x7e && !'"\\{'.includes(String.fromCharCode(byte)) ? 1 : 0))

/** Gives names as strings, mostly the same string for the same name: making one costs more than finding it, and finding it in a Map too. */
export class Names {
  /** By fingerprint; a name that comes to a taken place takes it over, so that names which never come back do not add up. */
  private readonly places: string[] = new Array(PLACES).fill('')

  /** The name here, up to its closing quote; null where it has a byte that is not plain, or is too long. */
  read(cursor: Cursor): string | null {
    const { bytes, at: start } = cursor
    let at = start
    let hash = 0
    for (let byte = bytes[at] ?? 0; PLAIN[byte] === 1; byte = bytes[at] ?? 0) {
      hash = Math.imul(hash ^ byte, 0x5bd1e995)
      at += 1
    }
    if (bytes[at] !== 34 || at - start > LONGEST_NAME) return null
    cursor.at = at
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    const known = this.places[place] ?? ''
    if (isSame(known, bytes, start, at)) return known
    const name = bytes.latin1Slice(start, at)
    this.places[place] = name
    return name
  }
}

/** Moves to the closing quote of a text that nobody asks for. */
export function skipText(cursor: Cursor): boolean {
  const { bytes } = cursor
  let at = cursor.at
  while (PLAIN[bytes[at] ?? 0] === 1) at += 1
  cursor.at = at
  return bytes[at] === 34
}

function isSame(name: string, bytes: Buffer, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let index = 0; index < name.length; index++) if (name.charCodeAt(index) !== bytes[start + index]) return false
  return true
}
