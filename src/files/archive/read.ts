import { findContent } from './content.ts'
import { readDirectory } from './directory.ts'
import { ArchiveFault } from './fault.ts'
import type { ArchiveHeader } from './header.ts'
import { unpack } from './unpack.ts'

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
/**
 * The files of a zip archive, in its order; folders are left out. Made for archives of strangers: every byte has to belong to something, and
 * sizes are checked before anything is unpacked, so that no archive costs more memory than the limits allow. Throws ArchiveFault.
 */
export function readArchive(bytes: Buffer, limits: ArchiveLimits): readonly ArchiveEntry[] {
  const { headers, offset } = readDirectory(bytes, limits.entries, 'safe')
  checkSizes(headers, limits)
  return contentsOf(bytes.subarray(0, offset), headers)
    .map(({ header, packed }) => ({ header, bytes: unpack(header, packed) }))
    .flatMap(toEntry)
}

/** One file of an archive whose names mean nothing outside of it. */
export interface PackedEntry {
  readonly name: string
  /** The name as a message shows it. */
  readonly label: string
  /** Unpacked. Unit: bytes. */
  readonly size: number
  /** Unpacks it. Throws ArchiveFault. */
  readonly read: () => Buffer
}

/** The files of a zip archive, in its order, to be unpacked one by one: who does that bounds their sizes. Of equal names each is there. Throws ArchiveFault. */
export function openArchive(bytes: Buffer, mostEntries: number): readonly PackedEntry[] {
  const { headers, offset } = readDirectory(bytes, mostEntries, 'any')
  return contentsOf(bytes.subarray(0, offset), headers)
    .filter(({ header }) => !header.isFolder)
    .map(({ header, packed }) => ({ name: header.name, label: header.label, size: header.size, read: () => unpack(header, packed) }))
}

/** What stands in an archive before its directory: entries, and nothing between them. */
function contentsOf(files: Buffer, headers: readonly ArchiveHeader[]): { readonly header: ArchiveHeader; readonly packed: Buffer }[] {
  let end = 0
  const found = headers.map((header) => {
    const content = findContent(files, header, end)
    end = content.end
    return { header, packed: content.packed }
  })
  if (end !== files.length)
    throw new ArchiveFault(`the archive has ${files.length - end} bytes before its directory that belong to no file`)
  return found
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

function toEntry({ header, bytes }: { readonly header: ArchiveHeader; readonly bytes: Buffer }): ArchiveEntry[] {
  return header.isFolder ? [] : [{ name: header.name, bytes }]
}

function showBytes(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} bytes`
}
