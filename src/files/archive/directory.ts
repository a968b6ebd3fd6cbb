import { ArchiveFault } from './fault.ts'
import { type ArchiveHeader, readHeader } from './header.ts'
import { foldName, readName } from './name.ts'

/** All entries in the order of the archive, and where the directory begins: in bytes from the start. */
export interface ArchiveDirectory {
  readonly headers: readonly ArchiveHeader[]
  readonly offset: number
}

/** Sizes and signatures here and in the files beside it: APPNOTE.TXT 6.3.10 of PKWARE, section 4.3. */
const END_SIGNATURE = Buffer.from('PK\u0005\u0006', 'latin1')
const END_BYTES = 22
const FILE_SIGNATURE = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * Reads the central directory of a zip file, which has to fill the place before the end record to the byte. Throws ArchiveFault.
 * @param names `safe`: each names one place on any system; `any`: nothing is written under them, and one may occur again.
 */
export function readDirectory(bytes: Buffer, mostEntries: number, names: 'safe' | 'any'): ArchiveDirectory {
  const end = readEnd(bytes)
  if (end.count > mostEntries) {
    throw new ArchiveFault(`the archive has ${end.count} entries; at most ${mostEntries} are allowed`)
  }
  if (end.offset + end.size !== end.start) throw new ArchiveFault('the directory of the archive is not where its end record says')
  const directory = bytes.subarray(end.offset, end.start)
  const headers: ArchiveHeader[] = []
  let position = 0
  for (let number = 1; number <= end.count; number++) {
    const header = readHeader(directory.subarray(position), number, names === 'safe' ? readName : (raw) => raw.toString())
    headers.push(header)
    position += header.length
  }
  if (position !== directory.length) throw new ArchiveFault('the directory of the archive has more in it than its end record counts')
  if (names === 'safe') refuseTwins(headers)
  return { headers, offset: end.offset }
}

interface End {
  readonly start: number
  readonly count: number
  readonly size: number
  readonly offset: number
}

function readEnd(bytes: Buffer): End {
  if (bytes.length === 0) throw new ArchiveFault('the archive is empty (0 bytes)')
  const start = bytes.lastIndexOf(END_SIGNATURE)
  if (start < 0) throw new ArchiveFault(describeMissingEnd(bytes))
  const left = bytes.length - start
  if (left < END_BYTES) throw new ArchiveFault('the archive is cut short: its end record is incomplete')
  const whole = END_BYTES + bytes.readUInt16LE(start + 20)
  if (left < whole) throw new ArchiveFault('the archive is cut short: its comment is incomplete')
  if (left > whole) throw new ArchiveFault(`the archive goes on for ${left - whole} bytes after its end`)
  const count = bytes.readUInt16LE(start + 10)
  const size = bytes.readUInt32LE(start + 12)
  const offset = bytes.readUInt32LE(start + 16)
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    throw new ArchiveFault('the archive is a zip64 one, which only more than 4 GiB or 65,534 files need')
  }
  const isSplit = bytes.readUInt32LE(start + 4) !== 0 || bytes.readUInt16LE(start + 8) !== count
  if (isSplit) throw new ArchiveFault('the archive is one part of several')
  return { start, count, size, offset }
}

function describeMissingEnd(bytes: Buffer): string {
  const head = bytes.subarray(0, FILE_SIGNATURE.length)
  if (head.equals(FILE_SIGNATURE.subarray(0, head.length))) return 'the archive is cut short: it has no end record'
  // Text of a proxy or an error page is worth showing; other bytes are not.
  const text = /^[ -~\r\n\t]+/.exec(bytes.toString('latin1', 0, 40))?.[0].trim() ?? ''
  return text === '' ? 'this is not a zip archive' : `this is not a zip archive: it begins with ${JSON.stringify(text)}`
}

function refuseTwins(headers: readonly ArchiveHeader[]): void {
  const seen = new Map<string, ArchiveHeader>()
  for (const header of headers) {
    const key = foldName(header.name)
    const twin = seen.get(key)
    if (twin !== undefined) {
      throw new ArchiveFault(
        twin.name === header.name
          ? `the archive has ${header.label} twice`
          : `the archive has both ${twin.label} and ${header.label}, which are one file on some systems`,
      )
    }
    seen.set(key, header)
  }
}
