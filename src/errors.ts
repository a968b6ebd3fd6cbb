/** Where a problem is: `file`, `file:line`, or `file:line: $.json.path`. */
export interface Place {
  readonly file: string
  readonly line?: number | undefined
  /** JSON path, `$` for the whole document. */
  readonly path?: string | undefined
}

/** Something the user can fix: what, where, how. Printed as one line, without a stack. */
export class InputError extends Error {
  override readonly name = 'InputError'
  /** Further lines, for example the first invalid records. */
  readonly details: readonly string[]
  constructor(message: string, details: readonly string[] = []) {
    super(message)
    this.details = details
  }
}

/** What is wrong in a file that decides a verdict. Whoever may change the file can mend it, unlike a service that does not answer. */
export class FaultyFile extends InputError {
  /** The file, or those that contradict each other, by the names that they were asked for with. */
  readonly files: readonly string[]
  constructor(message: string, files: readonly string[], details: readonly string[] = []) {
    super(message, details)
    this.files = files
  }
}

/** Reads what a file that decides a verdict says; what is wrong in it is a FaultyFile. */
export function interpret<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof InputError) throw new FaultyFile(error.message, [file], error.details)
    throw error
  }
}

/** `file:line: $.path: what`, leaving out what is not known. */
export function at(place: Place, what: string): string {
  const line = place.line === undefined ? '' : `:${place.line}`
  const path = place.path === undefined || place.path === '$' ? '' : ` ${place.path}:`
  return `${place.file}${line}:${path} ${what}`
}

/** The value as one short piece of JSON, to say what was found. */
export function shown(value: unknown): string {
  const json = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}
