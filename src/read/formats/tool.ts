import type { Source } from '../../generated/types.ts'
import type { Call, Place } from './call.ts'
import type { Marks } from './marks.ts'

/** A kind of file that a tool writes. */
export interface FileKind {
  /** What it is, in a few words: `print result`. */
  readonly what: string
  /** Globs of where it usually lies; none: wherever the user writes it. `~/` is the home folder, `$RUNNER_TEMP/` the runner's. */
  readonly places: readonly string[]
  /** Command, setting or step that writes it; one line. */
  readonly how: string
}

/** One tool: how its files are recognised and read. Everything the documentation says of it is written from here. */
export interface Tool {
  /** As `sources[].format` of a cost summary names it: lower case with dashes. */
  readonly id: Source['format']
  /** As people name it. */
  readonly name: string
  /** What one of its files is, with its article: `a log of Inspect AI`. */
  readonly what: string
  /** Page of the tool that describes its files. */
  readonly site: string
  readonly files: readonly FileKind[]
  /** The smallest steps of a workflow that leave such a file, as YAML. */
  readonly step: string
  /** How a value (a line, a document, or an item of a list) is recognised: it has all marks of one of these. */
  readonly marks: readonly Marks[]
  /** What readers get wrong, and how it is read here; one sentence each. */
  readonly traps: readonly string[]
  /** What cannot be known from its files; one sentence each. */
  readonly gaps: readonly string[]
  /** What people call what its files tell of; calls where it is left out. */
  readonly unit?: 'session' | 'test'
  /** Its output is often kept together with lines of text. */
  readonly mixesText?: true
  /** Anybody may have kept its answers, also who records the same calls elsewhere: where nobody named them they count only if nothing else does. */
  readonly isLoose?: true
  /** It sums up what the files of other tools tell call by call: counted only where nothing else was. */
  readonly isAggregate?: true
  /** The document in a file that is no text, such as an archive. */
  readonly unpack?: (path: string, file: string) => Promise<unknown>
  /** Begins reading all files of the tool in a workspace. */
  open(sink: Sink): Collector
}

/** Reads the values of all files of one tool, file by file, in order. Keeps what it needs of them, never the values. */
export interface Collector {
  /**
   * Takes a line, a document, or an item of a list.
   * @returns whether the tool writes such values; what it does not know is looked at by the caller, because it may be somebody else's usage.
   * @throws Misread for a value that is broken.
   */
  take(value: object, place: Place): boolean
  /** Hands on what is known only when a file was read to its end. */
  endFile?(file: string): void
  /** Hands on what is known only when all files were read. */
  finish?(): void
}

/** Takes what a reading finds. */
export interface Sink {
  call(call: Call): void
  /** Notes how a run ended. */
  end(run: string, outcome: 'success' | 'failure'): void
  /** Notes what cannot be read: what is wrong and what to do. */
  refuse(place: Place, message: string): void
}

/** A value that is broken. */
export class Misread extends Error {
  /** JSON path below the value that was read. */
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** Reads the items of a list one by one, so that a broken one does not hide the others. */
export function each(sink: Sink, items: unknown, place: Place, path: string, take: (item: object, place: Place) => void): void {
  if (!Array.isArray(items)) return
  for (const [index, item] of items.entries()) {
    const where = { ...place, path: `${place.path}.${path}[${index}]` }
    if (typeof item === 'object' && item !== null) guard(sink, where, () => take(item, where))
    else sink.refuse(where, `must be an object, got ${item === null ? 'null' : `a ${typeof item}`}`)
  }
}

/** Reads something; where it is broken, notes that. */
export function guard(sink: Sink, place: Place, read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    sink.refuse({ ...place, path: `${place.path}${error.path.slice(1)}` }, error.message)
  }
}
