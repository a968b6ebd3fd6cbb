import { count, get, list, parsed, text, usd } from '../../fields.ts'
import { Misread } from '../../tool.ts'

/** The value of an attribute, and where it stands below its span. */
interface Attribute {
  readonly value: unknown
  readonly path: string
}

/** The attributes of a span that are of use, by name. */
export type Attributes = ReadonlyMap<string, Attribute>

/** Reads a list of OTLP: `[{key, value: {stringValue}}]`. @param wanted names of those that are kept. */
export function readAttributes(span: unknown, wanted: ReadonlySet<string>): Attributes {
  const attributes = new Map<string, Attribute>()
  for (const [index, one] of list(span, 'attributes').entries()) {
    const key = get(one, 'key')
    if (typeof key !== 'string' || !wanted.has(key)) continue
    const value = readValue(get(one, 'value'))
    if (value !== undefined) attributes.set(key, { value: withoutJson(key, value), path: `$.attributes[${index}].value` })
  }
  return attributes
}

/** Reads attributes that are a plain object. */
export function readPlain(attributes: object | null, wanted: ReadonlySet<string>): Attributes {
  return new Map(
    Object.entries(attributes ?? {}).flatMap(([key, value]) =>
      wanted.has(key) && value !== null ? [[key, { value: withoutJson(key, value), path: `$.attributes[${JSON.stringify(key)}]` }]] : [],
    ),
  )
}

/** The first text under one of the names. */
export function textOf(attributes: Attributes, names: readonly string[]): string | null {
  for (const name of names) {
    const found = text(attributes.get(name)?.value)
    if (found !== null) return found
  }
  return null
}

/** The first number of tokens under one of the names. @throws Misread for what is none. */
export function countOf(attributes: Attributes, names: readonly string[]): number | null {
  return firstOf(attributes, names, count)
}

/** The first amount of US dollars under one of the names. @throws Misread for what is none. */
export function usdOf(attributes: Attributes, names: readonly string[]): number | null {
  return firstOf(attributes, names, usd)
}

/** Reads an object that is written as JSON; null where there is none. */
export function readJson<T>(attributes: Attributes, names: readonly string[], read: (value: object) => T): T | null {
  return firstOf(attributes, names, (value) => {
    const found = parsed(value)
    return typeof found === 'object' && found !== null ? read(found) : null
  })
}

function firstOf<T>(attributes: Attributes, names: readonly string[], read: (value: unknown) => T | null): T | null {
  for (const name of names) {
    const attribute = attributes.get(name)
    if (attribute === undefined) continue
    const found = at(attribute.path, () => read(attribute.value))
    if (found !== null) return found
  }
  return null
}

function at<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Misread ? new Misread(`${path}${error.path.slice(1)}`, error.message) : error
  }
}

/** Whole numbers are texts in what collectors write. What is not known is `NaN` in some SDKs. */
function readValue(value: unknown): unknown {
  const found = get(value, 'stringValue') ?? get(value, 'intValue') ?? get(value, 'doubleValue') ?? get(value, 'boolValue')
  return found === 'NaN' || found === null ? undefined : found
}

/** MLflow writes each attribute as JSON, texts too. */
function withoutJson(key: string, value: unknown): unknown {
  if (!key.startsWith('mlflow.') || typeof value !== 'string') return value
  const found = parsed(value)
  return typeof found === 'string' ? found : value
}
