import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DecidingFile, FileKind } from '../generated/types.ts'
import { reading, readText } from './text.ts'

/** A file that is read from where the rules come from. */
export interface Sought {
  readonly kind: FileKind | 'alternatives'
  readonly file: string
  /** Bytes. */
  readonly largest: number
  /** Whether the workflow names it; else it is looked for where it usually is. */
  readonly isNamed: boolean
}

/** A file that decides a verdict. */
export interface Wanted extends Sought {
  readonly kind: FileKind
}

/** Where the files come from that decide a verdict. */
export interface FileSource {
  /** Text of a file; null where it does not exist. Rejects with an InputError where it cannot be read. */
  read(wanted: Wanted): Promise<string | null>
  /** The same of a file that decides nothing: it is none of those that were used, and an edit of it changes no verdict. */
  look(sought: Sought): Promise<string | null>
  /** What was read so far. */
  readonly used: readonly DecidingFile[]
  /** Where it looks, to be said of a file that is missing. */
  readonly place: string
}

/**
 * Files of a folder as they are: in a terminal, and wherever nobody's change is under review.
 * @param usual folder of the files that nobody names, where it is another one.
 */
export function localFiles(cwd: string, origin: DecidingFile['origin'] = 'workspace', usual: string = cwd): FileSource {
  const used: DecidingFile[] = []
  return {
    used,
    place: placeOf(cwd),
    async read({ kind, file, largest, isNamed }) {
      const text = readLocal(isNamed ? cwd : usual, file, largest)
      if (text !== null) used.push({ kind, path: file, origin, commit: null, change: 'unchanged' })
      return text
    },
    look: async ({ file, largest }) => readLocal(cwd, file, largest),
  }
}

/** Where files of a folder are looked for, in words. */
export function placeOf(cwd: string): string {
  return ` in the working directory ${cwd}`
}

/** Text of a file on this machine; null where it does not exist. */
export function readLocal(cwd: string, file: string, largest: number): string | null {
  const path = resolve(cwd, file)
  const exists = reading(file, () => {
    try {
      return statSync(path) !== undefined
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false
      throw error
    }
  })
  return exists ? readText(path, file, largest) : null
}
