// Writes src/generated/ from the published contract: types and validators from schemas/, input defaults from action.yml, names of providers from the catalog.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { compile } from 'json-schema-to-typescript'
import { parse } from 'yaml'
import { renderShapes } from './tool-shapes.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'src/generated')

/** Documents we validate: file name in schemas/ (without .schema.json). Each gets a module of its own, loaded where it is needed. */
const VALIDATED = [
  'cost-record',
  'run-summary',
  'flow-summary',
  'cost-summary',
  'bare-summary',
  'mcp-call',
  'run-event',
  'run-log',
  'policy',
  'pricing',
  'alternatives',
]

/** Written by people, who want to see every mistake at once; of a million records the first mistake is enough. */
const HAND_WRITTEN = ['policy', 'pricing', 'alternatives']

type Keep = (keyword: string, schema: AnySchemaObject) => boolean

/** A copy of the schema with only the keywords that `keep` wants; names under `properties` and `$defs` are no keywords. */
function pick(schema: unknown, keep: Keep, namesHere = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => pick(item, keep))
  if (schema === null || typeof schema !== 'object') return schema
  const entries = Object.entries(schema).filter(([key]) => namesHere || keep(key, schema as AnySchemaObject))
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      ['enum', 'const', 'required', 'examples'].includes(key) && !namesHere
        ? value
        : pick(value, keep, !namesHere && (key === 'properties' || key === '$defs')),
    ]),
  )
}

const NOTES = ['title', 'description', 'examples']
/** Wording of errors needs an example of a right value where a pattern says what is wrong (src/text/problems.ts). */
const forValidators: Keep = (keyword, schema) => !NOTES.includes(keyword) || (keyword === 'examples' && 'pattern' in schema)
/** A title makes a named type, also of a document that is a list; scalars stay unnamed so that `number` reads as `number`. */
const forTypes: Keep = (keyword, schema) => {
  if ('$ref' in schema) return keyword === '$ref'
  return keyword !== 'title' || schema.type === 'object' || 'allOf' in schema || 'enum' in schema || '$id' in schema
}

async function readSchemas(): Promise<Map<string, AnySchemaObject>> {
  const names = (await readdir(join(root, 'schemas'))).filter((name) => name.endsWith('.schema.json')).sort()
  const schemas = new Map<string, AnySchemaObject>()
  for (const name of names) schemas.set(name.replace('.schema.json', ''), JSON.parse(await readFile(join(root, 'schemas', name), 'utf8')))
  return schemas
}

async function writeTypes(schemas: Map<string, AnySchemaObject>): Promise<void> {
  const byId = new Map([...schemas.values()].map((schema) => [String(schema.$id), pick(schema, forTypes)]))
  const merged = {
    title: 'Documents',
    type: 'object' as const,
    additionalProperties: false,
    properties: Object.fromEntries([...byId.keys()].map((id) => [id, { $ref: id }])),
  }
  const source = await compile(merged, 'Documents', {
    additionalProperties: false,
    bannerComment: '// Generated from schemas/ by `npm run generate`. Do not edit.',
    format: false,
    ignoreMinAndMaxItems: true,
    $refOptions: {
      resolve: {
        urn: { order: 1, canRead: /^urn:/, read: (file: { url: string }) => JSON.stringify(byId.get(file.url.replace(/#.*$/, ''))) },
      },
    },
  })
  await writeFile(join(out, 'types.ts'), source)
}

/** `verbose` puts the broken part of the schema into an error: src/text/problems.ts names the right key or value from it. */
function compiler(schemas: Map<string, AnySchemaObject>, { allErrors, inlineRefs }: { allErrors: boolean; inlineRefs: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
    allErrors,
    inlineRefs,
    code: { source: true, esm: true },
  })
  for (const schema of schemas.values()) ajv.addSchema(pick(schema, forValidators) as AnySchemaObject)
  return ajv
}

async function writeValidators(schemas: Map<string, AnySchemaObject>): Promise<void> {
  // A ledger has millions of rows, so its record is checked without calls; of documents there are few, so their code is kept small.
  const records = compiler(schemas, { allErrors: false, inlineRefs: true })
  const documents = compiler(schemas, { allErrors: false, inlineRefs: false })
  const handWritten = compiler(schemas, { allErrors: true, inlineRefs: false })
  await mkdir(join(out, 'validate'))
  for (const name of VALIDATED) {
    const ajv = name === 'cost-record' ? records : HAND_WRITTEN.includes(name) ? handWritten : documents
    const validate = ajv.getSchema(String(schemas.get(name)?.$id))
    if (!validate) throw new Error(`schemas/${name}.schema.json is missing`)
    await writeFile(join(out, `validate/${name}.js`), `${esmOnly(standalone.default(ajv, validate))}\n`)
    await writeFile(
      join(out, `validate/${name}.d.ts`),
      "import type { ErrorObject } from 'ajv'\ndeclare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null }\nexport default validate\n",
    )
  }
}

/** ajv emits require() for its two run-time functions even in ESM; turn them into imports. */
function esmOnly(code: string): string {
  const imports: string[] = []
  const body = code.replace(/const (\w+) = require\("([^"]+)"\)\.default;?/g, (_all, name: string, path: string) => {
    imports.push(`import ${name}Module from '${path}.js'\nconst ${name} = ${name}Module.default ?? ${name}Module`)
    return ''
  })
  if (body.includes('require(')) throw new Error('the compiled validators still call require()')
  return [...imports, body].join('\n')
}

async function writeInputs(): Promise<void> {
  const action = parse(await readFile(join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { description: string; default?: string }>
  }
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, { description: input.description, default: input.default ?? '' }]),
  )
  await writeFile(
    join(out, 'inputs.ts'),
    `// Generated from action.yml by \`npm run generate\`. Do not edit.\nexport const INPUTS = ${JSON.stringify(inputs, null, 2)} as const\n`,
  )
}

async function writeVersion(): Promise<void> {
  const { version, devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
    devDependencies: Record<string, string>
  }
  const constants = { VERSION: version, PRICE_LIST_VERSION: devDependencies['@pydantic/genai-prices'] }
  const lines = Object.entries(constants).map(([name, value]) => `export const ${name} = '${value}'\n`)
  await writeFile(join(out, 'version.ts'), `// Generated from package.json by \`npm run generate\`. Do not edit.\n${lines.join('')}`)
}

/** What the bundled catalog calls providers. A policy is judged without it: reading YAML takes longer than judging. */
async function writeProviders(): Promise<void> {
  const { providers } = parse(await readFile(join(root, 'catalog/pricing.yaml'), 'utf8')) as { providers: Record<string, string> }
  await writeFile(
    join(out, 'providers.ts'),
    `// Generated from catalog/pricing.yaml by \`npm run generate\`. Do not edit.\nexport const PROVIDERS = ${JSON.stringify(Object.entries(providers), null, 2)} as const\n`,
  )
}

/** The types must be there before: the readers use them. */
async function writeTools(): Promise<void> {
  const { TOOLS, TOOL_PLACES } = await import('../src/read/formats/tools.ts')
  await writeFile(join(out, 'tools.ts'), renderShapes(TOOLS, TOOL_PLACES))
}

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
const schemas = await readSchemas()
await Promise.all([writeTypes(schemas), writeValidators(schemas), writeInputs(), writeVersion(), writeProviders()])
await writeTools()
