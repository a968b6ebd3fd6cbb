// Keywords of OpenAPI 3.0 that JSON Schema does not know, or that say nothing about validity.
const dropped = new Set(['nullable', 'discriminator', 'xml', 'example', 'deprecated', 'readOnly'])

/** A schema of OpenAPI 3.0.3 as JSON Schema: `nullable` becomes a choice, keywords of OpenAPI go. */
export function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema)
  if (!isObject(schema)) return schema
  const kept = Object.entries(schema)
    .filter(([keyword]) => !dropped.has(keyword))
    .map(([keyword, value]) => [keyword, convertKeyword(keyword, value)])
  const converted: unknown = Object.fromEntries(kept)
  return schema.nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted
}

// Under `properties` the keys are names, not keywords; `enum`, `default` and `required` hold data.
function convertKeyword(keyword: string, value: unknown): unknown {
  if (keyword === 'enum' || keyword === 'default' || keyword === 'required') return value
  if (keyword !== 'properties' || !isObject(value)) return toJsonSchema(value)
  return Object.fromEntries(Object.entries(value).map(([name, property]) => [name, toJsonSchema(property)]))
}

/** Whether a value has keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
