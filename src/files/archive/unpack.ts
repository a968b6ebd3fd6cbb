// Not everything of it is in every Node that this runs on, so that it is looked for where it is needed.
import zlib from 'node:zlib'
import { ArchiveFault } from './fault.ts'
import type { ArchiveHeader } from './header.ts'

/** The smallest piece of output that zlib takes. */
const SMALLEST_CHUNK = 64

/** The content of an entry, which is what its header says, to the byte. Never more memory than that. Throws ArchiveFault. */
export function unpack(header: ArchiveHeader, packed: Buffer): Buffer {
  const bytes = header.method === 'stored' ? packed : inflate(header, packed)
  if (bytes.length !== header.size) throw new ArchiveFault(`${header.label} unpacks to less than its stated size`)
  if (!('crc32' in zlib)) throw new ArchiveFault('archives can be read by Node 22.2 or later only')
  if (zlib.crc32(bytes) !== header.crc) throw new ArchiveFault(`${header.label} is damaged: its checksum does not match`)
  return bytes
}

function inflate({ label, size, method }: ArchiveHeader, packed: Buffer): Buffer {
  const maxOutputLength = Math.max(1, size)
  // One piece for all of it, and no more: zlib's own 16 KiB would stay in memory for each small file.
  const chunkSize = Math.max(SMALLEST_CHUNK, size + 1)
  try {
    if (method === 'deflated') return zlib.inflateRawSync(packed, { maxOutputLength, chunkSize, rejectGarbageAfterEnd: true })
    if ('zstdDecompressSync' in zlib) return zlib.zstdDecompressSync(packed, { maxOutputLength, chunkSize })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveFault(`${label} unpacks to more than its stated size`)
    throw new ArchiveFault(`${label} is damaged: its packed content cannot be read`)
  }
  throw new ArchiveFault(`${label} is packed with zstd, which Node reads from version 22.15 on`)
}
