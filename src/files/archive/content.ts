import { ArchiveFault } from './fault.ts'
import { type ArchiveHeader, DESCRIPTOR_FLAG, METHODS } from './header.ts'

/** Content of one entry, as it is packed, and where the next entry begins. */
export interface ArchiveContent {
  readonly packed: Buffer
  readonly end: number
}

const SIGNATURE = 0x04034b50
const FIXED_BYTES = 30
const DESCRIPTOR_SIGNATURE = 0x08074b50

/**
 * Finds the content of an entry, which has to begin at `start`: what the entry before it left. `files` is the archive up to its directory.
 * Throws ArchiveFault where the entry itself says anything else than the directory.
 */
export function findContent(files: Buffer, header: ArchiveHeader, start: number): ArchiveContent {
  const { label, offset } = header
  if (offset < start) throw new ArchiveFault(`${label} overlaps the file before it`)
  if (offset > start) throw new ArchiveFault(`the archive has ${offset - start} bytes before ${label} that belong to no file`)
  const bytes = files.subarray(start)
  if (bytes.length < FIXED_BYTES || bytes.readUInt32LE(0) !== SIGNATURE) {
    throw new ArchiveFault(`${label} is not where the directory of the archive says`)
  }
  const nameEnd = FIXED_BYTES + bytes.readUInt16LE(26)
  const contentStart = nameEnd + bytes.readUInt16LE(28)
  const contentEnd = contentStart + header.packedSize
  if (bytes.length < contentEnd) throw new ArchiveFault(`${label} is cut short`)
  const disagreement = compareHeaders(bytes, header, bytes.subarray(FIXED_BYTES, nameEnd))
  if (disagreement !== null) throw new ArchiveFault(`${label} and the directory of the archive disagree about its ${disagreement}`)
  const packed = bytes.subarray(contentStart, contentEnd)
  const end = start + contentEnd
  return { packed, end: hasDescriptor(header) ? end + measureDescriptor(bytes.subarray(contentEnd), header) : end }
}

function hasDescriptor({ flags }: ArchiveHeader): boolean {
  return (flags & DESCRIPTOR_FLAG) !== 0
}

function compareHeaders(bytes: Buffer, header: ArchiveHeader, name: Buffer): string | null {
  if (!name.equals(Buffer.from(header.name))) return 'name'
  if (bytes.readUInt16LE(6) !== header.flags) return 'flags'
  if (bytes.readUInt16LE(8) !== METHODS[header.method]) return 'method'
  const agrees = (found: number, wanted: number) => found === wanted || (found === 0 && hasDescriptor(header))
  if (!agrees(bytes.readUInt32LE(14), header.crc)) return 'checksum'
  if (!agrees(bytes.readUInt32LE(18), header.packedSize)) return 'packed size'
  return agrees(bytes.readUInt32LE(22), header.size) ? null : 'size'
}

/** Its signature is optional, and a checksum may look like it: so both forms are compared as a whole. */
function measureDescriptor(bytes: Buffer, { label, crc, packedSize, size }: ArchiveHeader): number {
  for (const form of [
    [DESCRIPTOR_SIGNATURE, crc, packedSize, size],
    [crc, packedSize, size],
  ]) {
    const length = 4 * form.length
    if (bytes.length >= length && form.every((value, index) => bytes.readUInt32LE(4 * index) === value)) return length
  }
  throw new ArchiveFault(`${label} is followed by another checksum or size than the directory of the archive has`)
}
