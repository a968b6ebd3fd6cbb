import { Ajv, type ValidateFunction } from 'ajv'
import formatsPlugin from 'ajv-formats'
import type { Answer } from './answer.ts'
import { type Endpoint, endpoints } from './openapi.ts'
import { isObject, toJsonSchema } from './schema.ts'
import { createSharer } from './stage/parts.ts'

const values = new Ajv({ strict: false, allErrors: true, inlineRefs: false })
const share = createSharer(values)
// Paths and queries are text: a number there is a text that reads as one.
const texts = new Ajv({ strict: false, allErrors: true, coerceTypes: true })
for (const ajv of [values, texts]) formatsPlugin.default(ajv)

const compiled = new Map<string, ValidateFunction>()

/** The operation that a request asks for, with what stands in its path; null where GitHub's description has none. */
export function match(method: string, path: string): { endpoint: Endpoint; params: ReadonlyMap<string, string> } | null {
  for (const endpoint of endpoints) {
    const found = endpoint.pattern.exec(`${method} ${path}`)
    const params = Object.entries(found?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)] as const)
    if (found !== null) return { endpoint, params: new Map(params) }
  }
  return null
}

/** What is wrong with a request, by GitHub's description. */
export function checkRequest(
  { route, operation }: Endpoint,
  params: ReadonlyMap<string, string>,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const problems: string[] = []
  const known = new Set<string>()
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place !== 'path' && place !== 'query') continue
    known.add(name)
    const value = place === 'path' ? params.get(name) : query.get(name)
    if (value === undefined || value === null) {
      if (required === true) problems.push(`${place} ${name} is missing`)
    } else {
      problems.push(...validate(texts, `${route} ${place} ${name}`, { type: 'object', properties: { [name]: schema } }, { [name]: value }))
    }
  }
  for (const name of query.keys()) if (!known.has(name)) problems.push(`query ${name} is not known`)
  const schema = operation.requestBody?.content?.['application/json']?.schema
  if (schema !== undefined) problems.push(...validate(values, `${route} body`, schema, body))
  else if (body !== undefined) problems.push('a body was sent where none is read')
  return problems.map((problem) => `${route}: ${problem}`)
}

/** What is wrong with an answer. GitHub describes few refusals: of one that it does not, only the message is checked. */
export function checkAnswer({ route, operation }: Endpoint, { status, body, bytes }: Answer): string[] {
  // Bytes are what a raw media type asks for: GitHub describes nothing of them.
  if (status === 200 && bytes !== undefined) return []
  const described = operation.responses[status]
  const schema = described?.content?.['application/json']?.schema
  if (schema !== undefined)
    return validate(values, `${route} ${status}`, schema, body).map((problem) => `${route}: answer ${status}: ${problem}`)
  if (status >= 400 && isObject(body) && typeof body.message === 'string') return []
  return described !== undefined && body === undefined ? [] : [`${route}: answer ${status} is not described`]
}

function validate(ajv: Ajv, name: string, schema: unknown, value: unknown): string[] {
  const check = compiled.get(name) ?? ajv.compile(Object(ajv === values ? share(toJsonSchema(schema)) : toJsonSchema(schema)))
  compiled.set(name, check)
  if (check(value)) return []
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`)
}
