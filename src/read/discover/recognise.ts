import { readFileSync } from 'node:fs'
import { InputError } from '../../errors.ts'
import { readHead } from '../../files/head.ts'
import { showSize } from '../../files/text.ts'
import type { Source } from '../../generated/types.ts'
import { detect } from '../detect.ts'
import type { Found } from '../find.ts'
import { mayBeForeign } from '../foreign/shapes.ts'
import { readAnyDocument } from '../native/document.ts'

/** Whose a file is that nobody named; or what is wrong with it, where it seems to be another tool's. */
export type Recognised =
  | { readonly tool: Source['format']; readonly as: 'lines' | 'document' | 'archive'; readonly by: readonly string[] }
  | { readonly fault: string; readonly line?: number | undefined }

/** A document that nobody named is read whole to see what it is. Bytes. */
const LARGEST = 64 << 20
/** Of what cannot be read only the beginning is looked at. Bytes. */
const HEAD = 256 << 10

/** Null where the file is no other tool's: then it is nobody's business. */
export function recognise({ path, file, size }: Found): Recognised | null {
  const detected = detectQuietly(path, file)
  if (detected === null || detected.kind === 'foreign') return detected
  if (detected.kind !== 'document') return null
  if (size > LARGEST)
    return mayBeForeign(readHead(path, HEAD)) ? { fault: `is larger than ${showSize(LARGEST)}. Write its records as JSON lines` } : null
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const document = readAnyDocument(text)
  if ('tool' in document) return { tool: document.tool, as: 'document', by: document.by }
  return 'fault' in document && document.isBroken && mayBeForeign(text.slice(0, HEAD))
    ? { fault: document.fault, line: document.line }
    : null
}

/** A file that cannot be looked into is no other tool's as far as anybody can tell. */
function detectQuietly(path: string, file: string): ReturnType<typeof detect> | null {
  try {
    return detect(path, file)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}
