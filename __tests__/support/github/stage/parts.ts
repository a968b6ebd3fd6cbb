import type { Ajv } from 'ajv'
import { isObject } from '../schema.ts'

/** Larger objects are taken out: GitHub's accounts and repositories are in its description hundreds of times. */
const FEWEST_PROPERTIES = 6

/** Takes objects out of a schema into schemas of their own, so that each is compiled once, however often it occurs: seconds become milliseconds. */
export function createSharer(ajv: Ajv): (schema: unknown) => unknown {
  const ids = new Map<string, string>()

  function share(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(share)
    if (!isObject(schema)) return schema
    const shared = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, shareKeyword(keyword, value)]))
    if (!isObject(shared.properties) || Object.keys(shared.properties).length < FEWEST_PROPERTIES) return shared
    const text = JSON.stringify(shared)
    const known = ids.get(text)
    if (known !== undefined) return { $ref: known }
    const id = `part:${ids.size}`
    ids.set(text, id)
    ajv.addSchema(shared, id)
    return { $ref: id }
  }

  // Under `properties` the keys are names, not keywords; `enum`, `default` and `required` hold data.
  function shareKeyword(keyword: string, value: unknown): unknown {
    if (keyword === 'enum' || keyword === 'default' || keyword === 'required') return value
    if (keyword !== 'properties' || !isObject(value)) return share(value)
    return Object.fromEntries(Object.entries(value).map(([name, property]) => [name, share(property)]))
  }

  return share
}
