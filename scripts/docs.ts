// Writes the generated tables of the README and docs/ between their markers; with --check it only says which are stale, and exits 1.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { TOOL_PLACES, TOOLS } from '../src/read/formats/tools.ts'
import { NATIVE_PLACES } from '../src/read/native/places.ts'
import { renderMap } from './house/map.ts'
import { renderKnown } from './known/tables.ts'
import { type ActionFile, renderInputs, renderKeys, renderOutputs, type Schema } from './tables.ts'
import { renderTools, renderToolTable } from './tool-docs.ts'

const root = join(import.meta.dirname, '..')

/** A document with generated tables, as it is and as it should be. */
interface Page {
  readonly file: string
  readonly current: string
  readonly fresh: string
}

async function renderPages(): Promise<Page[]> {
  const actionPage = await renderAction()
  const action = parse(actionPage.fresh) as ActionFile
  const { shares, spellings, names } = await renderKnown(root)
  return Promise.all([
    actionPage,
    renderPage('README.md', {
      inputs: renderInputs(action),
      outputs: renderOutputs(action),
      map: await renderMap(root),
      tools: renderToolTable(TOOLS),
    }),
    renderPage('docs/formats.md', { tools: renderTools(TOOLS) }),
    renderPage('docs/policy.md', { keys: renderKeys(JSON.parse(await read('schemas/policy.schema.json')) as Schema) }),
    renderPage('docs/pricing.md', {
      keys: renderKeys(JSON.parse(await read('schemas/pricing.schema.json')) as Schema),
      shares,
      spellings,
    }),
    renderPage('docs/known-models.md', { names }),
    renderPage('docs/alternatives.md', { keys: renderKeys(JSON.parse(await read('schemas/alternatives.schema.json')) as Schema) }),
  ])
}

/** The usual places of all tools are the default of `usage-path`. */
async function renderAction(): Promise<Page> {
  const current = await read('action.yml')
  const places = [...NATIVE_PLACES, ...TOOL_PLACES].map((place) => `      ${place}\n`).join('')
  const fresh = current.replace(
    /(\n {2}usage-path:\n {4}description: .*\n {4}default: \|\n)(?: {6}.*\n)+/,
    (_, head: string) => head + places,
  )
  return { file: 'action.yml', current, fresh }
}

async function renderPage(file: string, tables: Readonly<Record<string, string>>): Promise<Page> {
  const current = await read(file)
  const fresh = Object.entries(tables).reduce((text, [name, table]) => replaceTable(file, text, name, table), current)
  return { file, current, fresh }
}

function replaceTable(file: string, text: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}: written by npm run fix -->`, `<!-- /${name} -->`]
  const [before, rest] = split(text, start)
  const [, after] = split(rest, end)
  if (after === undefined) throw new Error(`${file} has no table "${name}": put it between ${start} and ${end}`)
  return `${before}${start}\n\n${table}\n\n${end}${after}`
}

function split(text: string | undefined, marker: string): [string, string] | [] {
  const at = text?.indexOf(marker) ?? -1
  return text === undefined || at < 0 ? [] : [text.slice(0, at), text.slice(at + marker.length)]
}

function read(file: string): Promise<string> {
  return readFile(join(root, file), 'utf8')
}

/** Files whose tables are not what action.yml, schemas/, the rooms of src/ and the price list say. */
export async function findStaleFiles(): Promise<string[]> {
  return (await renderPages()).filter(({ current, fresh }) => current !== fresh).map(({ file }) => file)
}

async function writePages(): Promise<void> {
  for (const { file, fresh } of await renderPages()) await writeFile(join(root, file), fresh)
}

async function main(): Promise<void> {
  if (!process.argv.includes('--check')) return writePages()
  const stale = await findStaleFiles()
  if (stale.length === 0) return
  console.error(`The tables of ${stale.join(', ')} are not what action.yml, schemas/, src/*/README.md and catalog/ say: run npm run fix`)
  process.exitCode = 1
}

if (process.argv[1] === import.meta.filename) await main()
