import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

const folder = join(import.meta.dirname, '../../../schemas')
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, allowMatchingProperties: true, strictTypes: false })
for (const file of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')))

/** What is wrong with a document by the published schema of this name, for example `report`. */
export function findFaults(schema: string, document: unknown): readonly string[] {
  const validate = ajv.getSchema(`urn:llm-cost-gate:schema:${schema}`)
  if (validate === undefined) throw new Error(`schemas/ has no ${schema}`)
  // As a file it has only what JSON can say.
  if (validate(JSON.parse(JSON.stringify(document)))) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '$'} ${message}`)
}
