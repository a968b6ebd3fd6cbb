import { ArchiveFault } from './fault.ts'
import { showName } from './name.ts'

/** What the directory says of one entry. Sizes and offsets are in bytes. */
export interface ArchiveHeader {
  readonly name: string
  /** The name as a message shows it. */
  readonly label: string
  readonly isFolder: boolean
  readonly flags: number
  readonly method: Method
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Where the entry begins in the archive. */
  readonly offset: number
  /** Of this part of the directory. */
  readonly length: number
}

/** How content is packed, by its number in a zip. */
export const METHODS = { stored: 0, deflated: 8, zstd: 93 } as const
export type Method = keyof typeof METHODS

/** Set where sizes and checksum follow the content. */
export const DESCRIPTOR_FLAG = 0x0008
/** Besides it: the level of compression, and names in UTF-8. */
const READ_FLAGS = DESCRIPTOR_FLAG | 0x0006 | 0x0800
const ENCRYPTED_FLAGS = 0x2041
const SIGNATURE = 0x02014b50
const FIXED_BYTES = 46
/** Types in the highest four bits of a Unix mode; none where another system made the archive. */
const REGULAR = 0o10
const FOLDER = 0o04
const LINK = 0o12

/**
 * Reads the entry at the start of `bytes`. Throws ArchiveFault for what is no plain file or folder. `number`: from 1, for messages.
 * @param nameOf reads its name.
 */
export function readHeader(bytes: Buffer, number: number, nameOf: (raw: Buffer) => string): ArchiveHeader {
  if (bytes.length < FIXED_BYTES) throw new ArchiveFault('the directory of the archive is cut short')
  if (bytes.readUInt32LE(0) !== SIGNATURE) throw new ArchiveFault(`the directory of the archive is damaged at entry ${number}`)
  const nameEnd = FIXED_BYTES + bytes.readUInt16LE(28)
  const length = nameEnd + bytes.readUInt16LE(30) + bytes.readUInt16LE(32)
  if (bytes.length < length) throw new ArchiveFault('the directory of the archive is cut short')
  const name = nameOf(bytes.subarray(FIXED_BYTES, nameEnd))
  const method = bytes.readUInt16LE(10)
  const header: ArchiveHeader = {
    name,
    label: showName(name),
    isFolder: name.endsWith('/'),
    flags: bytes.readUInt16LE(8),
    method: methodOf(method) ?? 'stored',
    crc: bytes.readUInt32LE(16),
    packedSize: bytes.readUInt32LE(20),
    size: bytes.readUInt32LE(24),
    offset: bytes.readUInt32LE(42),
    length,
  }
  const objection = objectToKind(header, bytes.readUInt32LE(38) >>> 28) ?? objectToForm(header, method, bytes.readUInt16LE(34))
  if (objection !== null) throw new ArchiveFault(`${header.label} ${objection}`)
  return header
}

function methodOf(number: number): Method | null {
  return number === METHODS.deflated ? 'deflated' : number === METHODS.zstd ? 'zstd' : number === METHODS.stored ? 'stored' : null
}

function objectToKind({ isFolder, size }: ArchiveHeader, type: number): string | null {
  if (type === LINK) return 'is a symbolic link'
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR)) return 'is neither a file nor a folder'
  return isFolder && size !== 0 ? 'is a folder with content' : null
}

function objectToForm({ flags, method, packedSize, size, offset }: ArchiveHeader, number: number, disk: number): string | null {
  if ((flags & ENCRYPTED_FLAGS) !== 0) return 'is encrypted'
  if ((flags & ~READ_FLAGS) !== 0) return `needs a feature of zip that is not supported (flags 0x${flags.toString(16)})`
  if (methodOf(number) === null) return `is packed by method ${number}; only stored, deflated and zstd files are read`
  if (packedSize === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) {
    return 'is described in zip64 form, which only more than 4 GiB need'
  }
  if (disk !== 0) return 'is in another part of the archive'
  return method !== 'stored' || packedSize === size ? null : 'is stored as it is, but in another size than its own'
}
