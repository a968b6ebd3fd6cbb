import { FaultyFile, InputError } from '../errors.ts'
import type { Sought } from '../files/source.ts'
import { decode, showSize } from '../files/text.ts'
import { explainRefusal } from '../github/api/refusal.ts'
import { readFileAt } from '../github/facts/contents.ts'
import type { Content, Review } from './review.ts'

/** A file of the repository. */
export interface InRepository extends Sought {
  /** From the root of the repository. */
  readonly path: string
}

/** The file as a commit has it. Rejects where that cannot be told. */
export async function readAt(
  { client, repository }: Review,
  { kind, file, path, largest }: InRepository,
  commit: string,
): Promise<Content> {
  const place = `the ${kind} file ${file} cannot be read from commit ${commit.slice(0, 7)}`
  try {
    const bytes = await readFileAt(await client(), repository, path, commit)
    if (bytes === null) return null
    if (bytes.length > largest) return new FaultyFile(`${file}: is larger than ${showSize(largest)}`, [file])
    return decode(bytes, file)
  } catch (error) {
    if (error instanceof FaultyFile) return new FaultyFile(`${place}: ${error.message}`, [file])
    if (error instanceof InputError) return new FaultyFile(error.message, [file])
    throw new InputError(`${place}: ${explainRefusal(error)}`)
  }
}
