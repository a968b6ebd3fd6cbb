/** What git keeps of a file that it tracks. */
export interface IndexEntry {
  /** SHA-1 of the blob. */
  readonly sha: string
  /** Bytes in the work tree when it was added, modulo 2^32. */
  readonly size: number
}

const SHA_BYTES = 20
/** From the start of an entry to its size, to its hash, to its flags. */
const [SIZE_AT, SHA_AT, FLAGS_AT] = [36, 40, 60]
const EXTENDED = 0x4000

/**
 * The files that an index of git lists, by path from the root of the work tree; null for one that cannot be read, such as that of a
 * repository with SHA-256. Reads the file itself: git would run what the configuration of the checkout says.
 * https://git-scm.com/docs/index-format
 */
export function readIndex(bytes: Buffer): Map<string, IndexEntry> | null {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return null
  const [version, count] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)]
  if (version < 2 || version > 4) return null
  const entries = new Map<string, IndexEntry>()
  let at = 12
  let path: Buffer = Buffer.alloc(0)
  for (let index = 0; index < count; index++) {
    if (at + FLAGS_AT + 2 > bytes.length - SHA_BYTES) return null
    const isExtended = version > 2 && (bytes.readUInt16BE(at + FLAGS_AT) & EXTENDED) !== 0
    let start = at + FLAGS_AT + (isExtended ? 4 : 2)
    let kept = Buffer.alloc(0)
    if (version === 4) {
      const dropped = readOffset(bytes, start)
      if (dropped === null || dropped.value > path.length) return null
      kept = Buffer.from(path.subarray(0, path.length - dropped.value))
      start = dropped.end
    }
    const end = bytes.indexOf(0, start)
    if (end < 0) return null
    path = Buffer.concat([kept, bytes.subarray(start, end)])
    entries.set(path.toString('utf8'), { sha: bytes.toString('hex', at + SHA_AT, at + FLAGS_AT), size: bytes.readUInt32BE(at + SIZE_AT) })
    // Entries of the older versions end in 1 to 8 zeros, at a multiple of 8.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7)
  }
  return entries
}

/** How many bytes of the path before are dropped: a variable-length number as in packs. */
function readOffset(bytes: Buffer, from: number): { readonly value: number; readonly end: number } | null {
  let at = from
  let byte = bytes[at++] ?? 0
  let value = byte & 127
  while (byte & 128) {
    if (at >= bytes.length || value > 1 << 20) return null
    byte = bytes[at++] ?? 0
    value = (value + 1) * 128 + (byte & 127)
  }
  return { value, end: at }
}
