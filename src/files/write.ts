import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { InputError } from '../errors.ts'

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

/** Makes a folder of its own, in which nothing is but what is written now. @param parent the runner's folder for temporary files, where there is one. */
export function makeFolder(parent: string | undefined): Promise<string> {
  return mkdtemp(join(parent || tmpdir(), 'llm-cost-gate-'))
}
