// `crc32` and `rejectGarbageAfterEnd` need Node 24: artifacts are read on runners alone, which have it.
import { crc32, inflateRawSync } from 'node:zlib'
import { findContent } from './content.ts'
import { readDirectory } from './directory.ts'
import { ArchiveFault } from './fault.ts'
import type { ArchiveHeader } from './header.ts'

export { ArchiveFault } from './fault.ts'

/** What an archive may hold at most. */
export interface ArchiveLimits {
  /** Files and folders. */
  readonly entries: number
  /** Of one file, unpacked. Unit: bytes. */
  readonly entryBytes: number
  /** Of all files, unpacked. Unit: bytes. */
  readonly totalBytes: number
  /** Of a file, unpacked size by packed size. */
  readonly ratio: number
}

/** One file. Its name is relative, has `/` between its parts and no part that leads elsewhere. */
export interface ArchiveEntry {
  readonly name: string
  /** May be a view of the archive: not to be written to. */
  readonly bytes: Buffer
}

const MEBIBYTE = 1024 * 1024
/** The smallest piece of output that zlib takes. */
const SMALLEST_CHUNK = 64

/**
 * The files of a zip archive, in its order; folders are left out. Made for archives of strangers: every byte has to belong to something, and
 * sizes are checked before anything is unpacked, so that no archive costs more memory than the limits allow. Throws ArchiveFault.
 */
export function readArchive(bytes: Buffer, limits: ArchiveLimits): readonly ArchiveEntry[] {
  const { headers, offset } = readDirectory(bytes, limits.entries)
  checkSizes(headers, limits)
  const files = bytes.subarray(0, offset)
  let end = 0
  const found = headers.map((header) => {
    const content = findContent(files, header, end)
    end = content.end
    return { header, packed: content.packed }
  })
  if (end !== offset) throw new ArchiveFault(`the archive has ${offset - end} bytes before its directory that belong to no file`)
  return found.map(({ header, packed }) => ({ header, bytes: unpack(header, packed) })).flatMap(toEntry)
}

function checkSizes(headers: readonly ArchiveHeader[], limits: ArchiveLimits): void {
  let total = 0
  for (const { label, size, packedSize } of headers) {
    if (size > limits.entryBytes) throw new ArchiveFault(`${label} unpacks to more than ${showBytes(limits.entryBytes)}`)
    if (size > limits.ratio * packedSize) throw new ArchiveFault(`${label} unpacks to more than ${limits.ratio} times its packed size`)
    total += size
    if (total > limits.totalBytes) throw new ArchiveFault(`the archive unpacks to more than ${showBytes(limits.totalBytes)}`)
  }
}

function unpack(header: ArchiveHeader, packed: Buffer): Buffer {
  const bytes = header.isDeflated ? inflate(header, packed) : packed
  if (bytes.length !== header.size) throw new ArchiveFault(`${header.label} unpacks to less than its stated size`)
  if (crc32(bytes) !== header.crc) throw new ArchiveFault(`${header.label} is damaged: its checksum does not match`)
  return bytes
}

function inflate({ label, size }: ArchiveHeader, packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, size),
      // One piece for all of it, and no more: zlib's own 16 KiB would stay in memory for each small file.
      chunkSize: Math.max(SMALLEST_CHUNK, size + 1),
      rejectGarbageAfterEnd: true,
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveFault(`${label} unpacks to more than its stated size`)
    throw new ArchiveFault(`${label} is damaged: its packed content cannot be read`)
  }
}

function toEntry({ header, bytes }: { readonly header: ArchiveHeader; readonly bytes: Buffer }): ArchiveEntry[] {
  return header.isFolder ? [] : [{ name: header.name, bytes }]
}

function showBytes(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} bytes`
}
