import { IDS, type Ids, isId } from './ids.ts'

const NAMES = IDS.map((name) => Buffer.from(name))
/** Longer keys are none of them. */
const LONGEST_NAME = Math.max(...IDS.map((name) => name.length))

/**
 * Takes the ids out of some metadata: what is left is seldom new, so that its meaning can be remembered although every row has an id
 * of its own.
 */
export class IdFilter {
  /** Metadata without the texts of its ids. */
  readonly bytes: Buffer
  readonly view: DataView
  length = 0
  private at = 0

  constructor(longest: number) {
    this.bytes = Buffer.alloc(longest)
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, longest)
  }

  /** The ids that stand in the metadata's own keys; null where it has none, or where only a parser could tell for sure. */
  take(source: Buffer, from: number, to: number): Ids | null {
    const { bytes } = this
    const kinds: boolean[] = []
    let ids: string[] | null = null
    let depth = 0
    this.length = 0
    this.at = from
    while (this.at < to) {
      const byte = source[this.at] ?? 0
      bytes[this.length++] = byte
      const start = ++this.at
      if (byte === 123 || byte === 91) depth += 1
      else if (byte === 125 || byte === 93) depth -= 1
      else if (byte === 34) {
        const isEscaped = this.copyText(source, to)
        const end = this.at - 1
        if (depth !== 1 || !this.copyColon(source, to)) continue
        if (isEscaped) return null
        const kind = kindOf(source, start, end)
        if (kind < 0) continue
        if (kinds[kind]) return null
        kinds[kind] = true
        if (source[this.at] !== 34) continue
        const id = this.takeText(source, to)
        if (id === null || (id !== '' && !isId(id))) return null
        ids ??= IDS.map(() => '')
        ids[kind] = id
      }
    }
    return ids?.some((id) => id !== '') ? ids : null
  }

  /** Goes on behind the closing quote; whether a backslash stands before it. */
  private copyText(source: Buffer, to: number): boolean {
    let isEscaped = false
    while (this.at < to) {
      const byte = source[this.at++] ?? 0
      this.bytes[this.length++] = byte
      if (byte === 34) break
      if (byte !== 92 || this.at >= to) continue
      isEscaped = true
      this.bytes[this.length++] = source[this.at++] ?? 0
    }
    return isEscaped
  }

  /** Goes on at the value where the text was a key. */
  private copyColon(source: Buffer, to: number): boolean {
    this.copySpaces(source, to)
    if (this.at >= to || source[this.at] !== 58) return false
    this.bytes[this.length++] = 58
    this.at += 1
    this.copySpaces(source, to)
    return true
  }

  private copySpaces(source: Buffer, to: number): void {
    for (let byte = source[this.at]; this.at < to && (byte === 32 || byte === 9 || byte === 13); byte = source[this.at]) {
      this.bytes[this.length++] = byte
      this.at += 1
    }
  }

  /** The text here, of which only the quotes are kept; null where it has bytes that do not stand for themselves. */
  private takeText(source: Buffer, to: number): string | null {
    const start = this.at + 1
    let at = start
    for (let byte = source[at] ?? 0; at < to && byte !== 34; byte = source[++at] ?? 0)
      if (byte < 0x20 || byte > 0x7e || byte === 92) return null
    if (at >= to) return null
    this.bytes[this.length++] = 34
    this.bytes[this.length++] = 34
    this.at = at + 1
    return source.toString('latin1', start, at)
  }
}

/** Place in IDS of a key; -1 where it is another one. */
function kindOf(source: Buffer, start: number, end: number): number {
  const length = end - start
  if (length > LONGEST_NAME) return -1
  return NAMES.findIndex((name) => {
    if (name.length !== length) return false
    for (let index = 0; index < length; index++) if (name[index] !== source[start + index]) return false
    return true
  })
}
