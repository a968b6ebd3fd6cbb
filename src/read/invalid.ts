import type { ErrorObject } from 'ajv'
import { at, InputError } from '../errors.ts'
import { describeProblem } from '../text/problems.ts'
import { firstExamples } from '../usage/examples.ts'
import { isDeep, TOO_DEEP } from './json.ts'

/** A cost summary holds no longer text here. Characters. */
const LONGEST = 1000

/** Collects records and documents that break their schema, so that one bad row does not hide the others. */
export class InvalidLog {
  count = 0
  /** The first problems by file and line. */
  examples: readonly string[] = []

  add(file: string, line: number | undefined, what: string, path?: string): void {
    this.count += 1
    this.examples = firstExamples(this.examples, at({ file, line, path }, what).slice(0, LONGEST))
  }

  /** The first problem that a validator found in a record or document. */
  addErrors(file: string, line: number | undefined, data: unknown, errors: readonly ErrorObject[] | null | undefined): void {
    if (isDeep(data)) this.add(file, line, TOO_DEEP)
    else {
      const { path, message } = describeProblem(data, errors)
      this.add(file, line, message, path)
    }
  }

  /** Throws an InputError that lists the first problems, where there are any. */
  throwIfAny(): void {
    if (this.count === 0) return
    const more = this.count - this.examples.length
    const subject = this.count === 1 ? '1 usage record is' : `${this.count} usage records are`
    throw new InputError(`${subject} invalid. Mend what writes them, or set on-invalid: skip to judge without them`, [
      ...this.examples,
      ...(more > 0 ? [`and ${more} more`] : []),
    ])
  }
}
