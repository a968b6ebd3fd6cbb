import { object } from '../fields.ts'
import type { Marks } from '../marks.ts'
import { Misread } from '../tool.ts'

/** An answer as it stands in a line: the line first, then what wraps the answer, the answer last. */
export interface Spot {
  readonly path: string
  readonly objects: readonly object[]
  readonly answer: object
}

/** Where an answer stands in a line; '' is the line itself. */
const WRAPPERS = ['', 'response', 'body', 'result', 'message', 'data']
/** Deeper places, and those of what a stream tells. */
const DEEP = ['response.body', 'response.data', 'result.message', 'event', 'chunk', 'event.response', 'data.response', 'chunk.response']
const PATHS = [...WRAPPERS, ...DEEP].map((path) => path.split('.').filter((key) => key !== ''))

/** A line that has one of these is a call of the framework's log, a row of a ledger, or another tool's. */
const NEVER: Marks = { tool: false, server: false, call_type: false, sessionId: false, schema_version: false, duration_api_ms: false }

/** Claude Code wraps each message so, and tells the sum of them, too. */
const OF_AGENTS: Marks = { session_id: false, uuid: false }

/** The same marks at each place where an answer may stand. */
export function anywhere(...marks: readonly Marks[]): Marks[] {
  return WRAPPERS.flatMap((path) => at(path, ...marks))
}

/** The same marks below a path of a line that is nobody else's. */
export function at(path: string, ...marks: readonly Marks[]): Marks[] {
  const prefix = path === '' ? '' : `${path}.`
  return marks.map((one) => ({
    ...Object.fromEntries(Object.entries(one).map(([key, mark]) => [`${prefix}${key}`, mark])),
    ...NEVER,
    ...(path.endsWith('message') && OF_AGENTS),
    ...(Object.hasOwn(one, 'input_tokens') ? {} : { input_tokens: false }),
  }))
}

/** All places of a line where an answer may stand, the line itself first. */
export function spotsOf(line: object): Spot[] {
  return PATHS.flatMap((keys) => {
    const objects: object[] = [line]
    for (const key of keys) {
      const inner = object(objects.at(-1), key)
      if (inner === null) return []
      objects.push(inner)
    }
    return [{ path: keys.map((key) => `.${key}`).join(''), objects, answer: objects.at(-1) ?? line }]
  })
}

/** Reads something of an answer, so that what is broken in it is named by its path in the line. */
export function inSpot<T>({ path }: Spot, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Misread ? new Misread(`$${path}${error.path.slice(1)}`, error.message) : error
  }
}
