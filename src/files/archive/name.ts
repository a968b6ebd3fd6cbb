import { plain } from '../../text/plain.ts'
import { ArchiveFault } from './fault.ts'

/** What file systems and the artifact service take at most. Unit: bytes. */
const LONGEST_PART = 255
const LONGEST_NAME = 1024
/** Controls, bidirectional overrides, zero-width characters, and spaces that only look like the plain one. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u
const SHOWN_LENGTH = 60

/**
 * The name of an entry, with `/` between its parts and at the end of a folder. Throws ArchiveFault for a name that could mean another place,
 * or look like another name, on any system that it is ever written to or printed on.
 */
export function readName(raw: Buffer): string {
  if (raw.length === 0) throw new ArchiveFault('the archive has a file without a name')
  const name = decode(raw)
  const objection = name === null ? 'is not UTF-8' : (objectTo(name) ?? longPart(name))
  if (name === null || objection !== null) {
    throw new ArchiveFault(`the archive has the file name "${showName(raw.toString())}", which ${objection}`)
  }
  return name
}

/** The name as a message shows it. */
export function showName(name: string): string {
  return plain(name, SHOWN_LENGTH)
}

/** Equal for names that are the same file where case, or the normal form of Unicode, makes no difference. */
export function foldName(name: string): string {
  return name.replace(/\/$/, '').normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

function decode(raw: Buffer): string | null {
  try {
    // A byte order mark has to stay, or two names would become one.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return null
  }
}

function objectTo(name: string): string | null {
  if (UNSEEN.test(name)) return 'has characters that cannot be seen'
  if (name.includes('\\')) return 'has a backslash'
  if (name.includes(':')) return 'has a colon, as drive letters do'
  if (name.startsWith('/')) return 'is absolute'
  const parts = partsOf(name)
  if (parts.includes('')) return 'has an empty part'
  if (parts.includes('..')) return 'leads out of its folder'
  // Windows drops such an end, so that `.. ` is `..` there.
  if (parts.some((part) => /[. ]$/.test(part))) return 'has a part that ends in a dot or a space'
  return null
}

function longPart(name: string): string | null {
  if (Buffer.byteLength(name) > LONGEST_NAME) return `is longer than ${LONGEST_NAME} bytes`
  if (partsOf(name).some((part) => Buffer.byteLength(part) > LONGEST_PART)) return `has a part of more than ${LONGEST_PART} bytes`
  return null
}

function partsOf(name: string): string[] {
  return name.replace(/\/$/, '').split('/')
}
