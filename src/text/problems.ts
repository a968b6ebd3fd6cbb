import type { ErrorObject } from 'ajv'
import { shown } from '../errors.ts'
import { nearestName } from './nearest.ts'

/** What a schema finds wrong with a document. */
export interface Problem {
  /** JSON path, `$.policies[0].limits.x`. */
  readonly path: string
  /** What is wrong and what was found: `must be an integer, got "abc"`. */
  readonly message: string
  /** The keys that lead to the place in the document, for a line number. */
  readonly keys: readonly (string | number)[]
}

/** Every problem once, from the errors of one validation; alternatives (`anyOf`) are told as one: `must be a number or null`. */
export function describeProblems(data: unknown, errors: readonly ErrorObject[]): Problem[] {
  const told = errors.filter(({ keyword }) => keyword !== 'anyOf')
  const types = new Map<string, string[]>()
  // A wrong type says less than what is wrong inside the alternative that has the right type.
  const outdone = new Set<string>()
  for (const { keyword, instancePath, params } of told) {
    if (keyword === 'type') types.set(instancePath, [...(types.get(instancePath) ?? []), params.type].flat())
    else outdone.add(instancePath)
    for (let end = instancePath.lastIndexOf('/'); end >= 0; end = instancePath.lastIndexOf('/', end - 1)) {
      outdone.add(instancePath.slice(0, end))
      if (end === 0) break
    }
  }
  const problems = new Map<string, Problem>()
  for (const error of told) {
    if (error.keyword === 'type' && outdone.has(error.instancePath)) continue
    const problem = describe(data, error, types.get(error.instancePath) ?? [])
    problems.set(`${problem.path}: ${problem.message}`, problem)
  }
  return [...problems.values()]
}

/** The first problem, where one is enough. */
export function describeProblem(data: unknown, errors: readonly ErrorObject[] | null | undefined): Omit<Problem, 'keys'> {
  return describeProblems(data, errors ?? [])[0] ?? { path: '$', message: 'breaks its schema' }
}

function describe(data: unknown, error: ErrorObject, types: readonly string[]): Problem {
  const { keys, value } = locate(data, error.instancePath)
  if (error.keyword === 'required') {
    return { path: jsonPath([...keys, error.params.missingProperty]), message: 'is missing', keys }
  }
  if (error.keyword === 'additionalProperties') {
    const key: string = error.params.additionalProperty
    const near = nearestName(key, Object.keys(error.parentSchema?.properties ?? {}))
    const hint = near === null ? '' : `, did you mean ${shown(near)}?`
    return { path: jsonPath(keys), message: `unknown key ${shown(key)}${hint}`, keys: [...keys, key] }
  }
  return { path: jsonPath(keys), message: `${demand(error, types)}, got ${found(value)}`, keys }
}

const TYPES = new Map([
  ['array', 'a list'],
  ['boolean', 'true or false'],
  ['integer', 'an integer'],
  ['number', 'a number'],
  ['object', 'an object'],
  ['string', 'a string'],
])

function demand(error: ErrorObject, types: readonly string[]): string {
  const { limit, allowedValue, allowedValues } = error.params
  switch (error.keyword) {
    case 'type':
      return `must be ${oneOf([...new Set(types)].map((type) => TYPES.get(type) ?? type))}`
    case 'const':
      return `must be ${shown(allowedValue)}`
    case 'enum':
      return `must be ${oneOf(allowedValues.map(shown))}`
    case 'pattern':
      return examplesOf(error) ?? `must match ${error.params.pattern}`
    case 'minimum':
      return `must be ${limit} or more`
    case 'maximum':
      return `must be ${limit} or less`
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return limit === 1 ? 'must not be empty' : `must have at least ${limit} ${ELEMENTS.get(error.keyword)}`
    case 'maxLength':
    case 'maxItems':
      return `must have at most ${limit} ${ELEMENTS.get(error.keyword)}`
    default:
      return error.message ?? `breaks the rule ${error.keyword}`
  }
}

const ELEMENTS = new Map([
  ['minLength', 'characters'],
  ['maxLength', 'characters'],
  ['minItems', 'entries'],
  ['maxItems', 'entries'],
  ['minProperties', 'keys'],
])

function examplesOf(error: ErrorObject): string | null {
  const examples: unknown[] = error.parentSchema?.examples ?? []
  return examples.length === 0 ? null : `must look like ${oneOf(examples.map(shown))}`
}

function found(value: unknown): string {
  // JSON turns NaN and Infinity, which YAML can write, into null.
  return typeof value === 'number' ? String(value) : shown(value)
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** Follows a JSON pointer (RFC 6901); only the document tells an index from a key that looks like one. */
function locate(data: unknown, pointer: string): { keys: (string | number)[]; value: unknown } {
  const keys: (string | number)[] = []
  let value = data
  for (const part of pointer.split('/').slice(1)) {
    const key = Array.isArray(value) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')
    keys.push(key)
    value = typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
  }
  return { keys, value }
}

function jsonPath(keys: readonly (string | number)[]): string {
  const parts = keys.map((key) => (typeof key === 'number' ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${shown(key)}]`))
  return `$${parts.join('')}`
}
