import { crc32, deflateRawSync, zstdCompressSync } from 'node:zlib'

/** What the two headers of an entry say. Sizes and offsets are in bytes. */
export interface ZipHeader {
  readonly name: string | Buffer
  readonly signature: number
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly extra: Buffer
  /** In the directory alone: system of origin, number of the part, mode and DOS attributes, offset, comment. */
  readonly system: number
  readonly disk: number
  readonly attributes: number
  readonly offset: number
  readonly comment: string
}

/** One entry; everything but name and content has a true default that a test may overwrite with a lie. */
export interface ZipEntry {
  readonly name: string | Buffer
  readonly content: string | Uint8Array
  readonly method?: 'stored' | 'deflated' | 'zstd'
  /** Checksum and sizes after the content: with the signature that most writers use, or without. */
  readonly descriptor?: 'signed' | 'bare'
  /** Unix mode with its type, for example 0o120777 for a symbolic link. */
  readonly mode?: number
  /** In place of what `method` makes of the content. */
  readonly packed?: Buffer
  /** In both headers. */
  readonly both?: Partial<ZipHeader>
  readonly local?: Partial<ZipHeader>
  readonly central?: Partial<ZipHeader>
  readonly inDescriptor?: Partial<Pick<ZipHeader, 'crc' | 'packedSize' | 'size'>>
  /** Bytes in front of the entry that belong to nothing. */
  readonly gap?: Buffer
}

/** The end record, and bytes where none belong. */
export interface ZipOptions {
  readonly comment?: string
  readonly end?: Partial<ZipEnd>
  readonly beforeDirectory?: Buffer
  readonly afterDirectory?: Buffer
  readonly afterEnd?: Buffer
}

interface ZipEnd {
  readonly disk: number
  readonly directoryDisk: number
  readonly countHere: number
  readonly count: number
  readonly size: number
  readonly offset: number
  readonly commentLength: number
}

const METHODS = {
  stored: { method: 0, pack: (content: Buffer) => content },
  deflated: { method: 8, pack: (content: Buffer) => deflateRawSync(content) },
  zstd: { method: 93, pack: (content: Buffer) => zstdCompressSync(content) },
}
const REGULAR_FILE = 0o100644
const FOLDER = 0o040755

/** A zip archive as the artifact client writes it, apart from what is overwritten. */
export function makeZip(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  const push = (...buffers: Buffer[]) => {
    for (const buffer of buffers) {
      pieces.push(buffer)
      offset += buffer.length
    }
  }
  for (const entry of entries) {
    push(entry.gap ?? Buffer.alloc(0))
    const { header, packed } = describe(entry, offset)
    const { crc, packedSize, size } = header
    const inLocal = entry.descriptor === undefined ? header : { ...header, crc: 0, packedSize: 0, size: 0 }
    push(
      writeLocal({ ...inLocal, ...entry.local }),
      packed,
      writeDescriptor(entry.descriptor, { crc, packedSize, size, ...entry.inDescriptor }),
    )
    directory.push(writeCentral({ ...header, signature: 0x02014b50, ...entry.central }))
  }
  push(options.beforeDirectory ?? Buffer.alloc(0))
  const directoryOffset = offset
  push(...directory)
  const size = offset - directoryOffset
  push(options.afterDirectory ?? Buffer.alloc(0))
  const comment = Buffer.from(options.comment ?? '')
  const count = entries.length
  const end = { disk: 0, directoryDisk: 0, countHere: count, count, size, offset: directoryOffset, commentLength: comment.length }
  push(writeEnd({ ...end, ...options.end }), comment, options.afterEnd ?? Buffer.alloc(0))
  return Buffer.concat(pieces)
}

function describe(entry: ZipEntry, offset: number): { header: ZipHeader; packed: Buffer } {
  const content = Buffer.from(entry.content)
  const { method, pack } = METHODS[entry.method ?? 'deflated']
  const packed = entry.packed ?? pack(content)
  const name = Buffer.from(entry.name)
  const mode = entry.mode ?? (name.at(-1) === 0x2f ? FOLDER : REGULAR_FILE)
  const header: ZipHeader = {
    name,
    signature: 0x04034b50,
    flags: (entry.descriptor === undefined ? 0 : 8) | (name.every((byte) => byte < 128) ? 0 : 0x800),
    method,
    crc: crc32(content),
    packedSize: packed.length,
    size: content.length,
    extra: Buffer.alloc(0),
    system: 3,
    disk: 0,
    attributes: mode * 0x10000,
    offset,
    comment: '',
    ...entry.both,
  }
  return { header, packed }
}

/** Little-endian numbers, each as [value, bytes]. */
function write(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let position = 0
  for (const [value, bytes] of fields) position = buffer.writeUIntLE(value, position, bytes)
  return buffer
}

// The time is 2026-01-02 03:04:06, as DOS counts it.
const TIME = [0x5c221883, 4] as const

function writeLocal(header: ZipHeader): Buffer {
  const { signature, flags, method, crc, packedSize, size, extra } = header
  const name = Buffer.from(header.name)
  const fields = write([signature, 4], [20, 2], [flags, 2], [method, 2], TIME, [crc, 4], [packedSize, 4], [size, 4], [name.length, 2])
  return Buffer.concat([fields, write([extra.length, 2]), name, extra])
}

function writeCentral(header: ZipHeader): Buffer {
  const { signature, flags, method, crc, packedSize, size, extra, system, disk, attributes, offset } = header
  const name = Buffer.from(header.name)
  const comment = Buffer.from(header.comment)
  return Buffer.concat([
    write([signature, 4], [system * 256 + 45, 2], [20, 2], [flags, 2], [method, 2], TIME, [crc, 4], [packedSize, 4], [size, 4]),
    write([name.length, 2], [extra.length, 2], [comment.length, 2], [disk, 2], [0, 2], [attributes, 4], [offset, 4]),
    name,
    extra,
    comment,
  ])
}

function writeDescriptor(form: ZipEntry['descriptor'], { crc, packedSize, size }: Pick<ZipHeader, 'crc' | 'packedSize' | 'size'>): Buffer {
  if (form === undefined) return Buffer.alloc(0)
  const signature = form === 'signed' ? write([0x08074b50, 4]) : Buffer.alloc(0)
  return Buffer.concat([signature, write([crc, 4], [packedSize, 4], [size, 4])])
}

function writeEnd({ disk, directoryDisk, countHere, count, size, offset, commentLength }: ZipEnd): Buffer {
  const disks = write([0x06054b50, 4], [disk, 2], [directoryDisk, 2])
  return Buffer.concat([disks, write([countHere, 2], [count, 2], [size, 4], [offset, 4], [commentLength, 2])])
}
