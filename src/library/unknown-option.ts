import { InputError } from '../errors.ts'
import { nearestName } from '../text/nearest.ts'

/** An option that a function does not have, and which one may be meant: it would silently be left out. */
export function unknownOption(name: string, known: readonly string[]): InputError {
  const near = nearestName(name, known)
  return new InputError(`unknown option ${name}${near === null ? `. There are: ${known.join(', ')}` : `, did you mean ${near}?`}`)
}
