import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { InputError } from '../../errors.ts'
import { reading, showSize } from '../../files/text.ts'
import type { Source } from '../../generated/types.ts'
import { detect } from '../detect.ts'
import type { Found } from '../find.ts'
import { mayBeForeign } from '../foreign/shapes.ts'
import { readForeignDocument } from '../native/document.ts'

/** Whose a file is that nobody named; or what is wrong with it, where it seems to be another tool's. */
export type Recognised =
  | { readonly tool: Source['format']; readonly as: 'lines' | 'document' | 'archive'; readonly by: readonly string[] }
  | { readonly fault: string; readonly line?: number | undefined }

/** A document that nobody named is read whole to see what it is. Bytes. */
const LARGEST = 64 << 20
/** Of what cannot be read only some spots are looked at. Bytes. */
const SPOT = 256 << 10

/** Null where the file is no other tool's: then it is nobody's business, and so is one that cannot be looked into. */
export function recognise(found: Found): Recognised | null {
  try {
    return look(found)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return isWide(found) ? { fault: error.message.replace(`${found.file}: `, '') } : null
  }
}

/** Whether it is another tool's in two bytes per character, as some shells write what a command prints. */
function isWide({ path, size }: Found): boolean {
  try {
    const [head = Buffer.alloc(0)] = endsOf(path, '', size)
    const isBig = head[0] === 0xfe
    if (!isBig && head[0] !== 0xff) return false
    const even = head.subarray(0, head.length & ~1)
    return mayBeForeign((isBig ? even.swap16() : even).toString('utf16le'))
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

function look({ path, file, size }: Found): Recognised | null {
  const detected = detect(path, file)
  if (detected.kind === 'foreign') return detected
  if (detected.kind !== 'document') return null
  if (size > LARGEST)
    return endsOf(path, file, size).some((end) => mayBeForeign(end.toString('utf8')))
      ? { fault: `is larger than ${showSize(LARGEST)}. Write its records as JSON lines` }
      : null
  const text = reading(file, () => readFileSync(path, 'utf8')).replace(/^\uFEFF/, '')
  const document = readForeignDocument(text)
  if (document === null) return null
  if ('tool' in document) return { tool: document.tool, as: 'document', by: document.by }
  return spotsOf(text).some(mayBeForeign) ? { fault: document.fault, line: document.line } : null
}

/** Where a text begins, where its second line does, and where it ends: a long name in it, or a picture, may hide the keys behind it. */
function spotsOf(text: string): string[] {
  if (text.length <= SPOT) return [text]
  const second = text.indexOf('\n') + 1
  return [text.slice(0, SPOT), text.slice(second, second + SPOT), text.slice(-SPOT)]
}

function endsOf(path: string, file: string, size: number): Buffer[] {
  return reading(file, () => {
    const handle = openSync(path, 'r')
    try {
      return [0, Math.max(0, size - SPOT)].map((at) => {
        const bytes = Buffer.alloc(SPOT)
        return bytes.subarray(0, readSync(handle, bytes, 0, SPOT, at))
      })
    } finally {
      closeSync(handle)
    }
  })
}
