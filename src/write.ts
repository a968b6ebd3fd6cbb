import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from './errors.ts'

/** Writes a document as JSON, with folders as needed. */
export function writeJson(path: string, document: unknown): Promise<void> {
  return writeText(path, `${JSON.stringify(document, null, 2)}\n`)
}

/** Writes a text file, with folders as needed. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw new InputError(`${path}: cannot be written (${error instanceof Error && 'code' in error ? error.code : error})`)
  }
}
