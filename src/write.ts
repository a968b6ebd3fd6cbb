import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from './errors.ts'

/** Writes a document as JSON, with folders as needed. */
export async function writeJson(path: string, document: unknown): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${JSON.stringify(document, null, 2)}\n`)
  } catch (error) {
    throw new InputError(`${path}: cannot be written (${error instanceof Error && 'code' in error ? error.code : error})`)
  }
}
