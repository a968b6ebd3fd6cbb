import { InputError } from '../../errors.ts'
import { bundled } from '../../files/bundled.ts'
import type { FileSource } from '../../files/source.ts'
import { readText } from '../../files/text.ts'
import type { Alternatives } from './alternatives.ts'

const BUNDLED = 'catalog/alternatives.yaml'
/** A list that people write. Bytes. */
const LARGEST = 1 << 20

/** The alternatives of a file, or those that come with the package. YAML is loaded when they are. */
export async function loadAlternatives(files: FileSource, named: string | null): Promise<Alternatives> {
  const sought = { kind: 'alternatives', largest: LARGEST, isNamed: true } as const
  const text = named === null ? readText(bundled(BUNDLED), BUNDLED) : await files.look({ ...sought, file: named })
  if (text === null) throw new InputError(`${named}: does not exist${files.place}; correct alternatives-path`)
  const { readAlternatives } = await import('./alternatives.ts')
  return readAlternatives(named ?? BUNDLED, text)
}
