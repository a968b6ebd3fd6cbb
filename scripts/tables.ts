// Markdown tables of what users may set: inputs and outputs of action.yml, keys of a schema.
import { stringify } from 'yaml'

/** The part of action.yml that the README shows. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** The part of a JSON Schema that a table of keys needs. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly required?: readonly string[]
}

type Row = readonly string[]

export function renderInputs({ inputs }: ActionFile): string {
  const rows = Object.entries(inputs).map(([name, input]) => [code(name), lines(input.default ?? ''), cell(input.description)])
  return renderTable(['Input', 'Default', 'Meaning'], rows)
}

export function renderOutputs({ outputs }: ActionFile): string {
  const rows = Object.entries(outputs).map(([name, output]) => [code(name), cell(output.description)])
  return renderTable(['Output', 'Meaning'], rows)
}

/** One row per key of the document that the schema describes, containers before what is in them. */
export function renderKeys(root: Schema): string {
  return renderTable(['Key', 'Meaning', 'Unit', 'Default', 'Example'], listKeys(root, root, ''))
}

function listKeys(node: Schema, root: Schema, path: string): Row[] {
  const layers = listLayers(node, root)
  const properties = layers.find((layer) => layer.properties)?.properties ?? {}
  const required = layers.find((layer) => layer.required)?.required ?? []
  const rows = Object.entries(properties).flatMap(([name, child]) => {
    const key = path === '' ? name : `${path}.${name}`
    return [renderKey(key, child, root, required.includes(name)), ...listKeys(child, root, key)]
  })
  const items = layers.find((layer) => layer.items)?.items
  const named = layers.find((layer) => typeof layer.additionalProperties === 'object')?.additionalProperties
  return [
    ...rows,
    ...(items ? listKeys(items, root, `${path}[]`) : []),
    ...(typeof named === 'object' ? listKeys(named, root, `${path}.<name>`) : []),
  ]
}

/** A schema and what it refers to, the nearest first: a description at the place of use comes before the one at the definition. */
function listLayers(node: Schema, root: Schema): Schema[] {
  const target = node.$ref === undefined ? undefined : root.$defs?.[node.$ref.replace('#/$defs/', '')]
  return [node, ...(target ? listLayers(target, root) : []), ...(node.anyOf ?? []).flatMap((option) => listLayers(option, root))]
}

// Units and defaults stand as sentences of their own in the schemas' descriptions.
const UNIT = /\s*Unit: ([^.]+)\./
const DEFAULT = /\s*Default(?: for the total)?: ([^.]+)\./

function renderKey(key: string, node: Schema, root: Schema, isRequired: boolean): Row {
  const layers = listLayers(node, root)
  const descriptions = layers.flatMap(({ description }) => description ?? [])
  const meaning = (descriptions[0] ?? '').replace(UNIT, '').replace(DEFAULT, '').trim()
  return [
    code(key),
    cell(meaning),
    cell(match(descriptions, UNIT)),
    isRequired ? 'required' : cell(match(descriptions, DEFAULT)),
    listExamples(layers).map(code).join(', '),
  ]
}

function match(texts: readonly string[], pattern: RegExp): string {
  return texts.map((text) => pattern.exec(text)?.[1]).find((found) => found !== undefined) ?? ''
}

function listExamples(layers: readonly Schema[]): string[] {
  const choices = layers.find((layer) => layer.enum)?.enum
  const constant = layers.find((layer) => layer.const !== undefined)?.const
  const values = choices ?? (constant === undefined ? layers.find((layer) => layer.examples)?.examples : [constant])
  return (values ?? []).map((value) => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim())
}

/** Columns without any content are left out. */
function renderTable(head: Row, rows: readonly Row[]): string {
  const kept = head.map((_, column) => rows.some((row) => row[column] !== ''))
  const renderRow = (row: Row) => `| ${row.filter((_, column) => kept[column]).join(' | ')} |`
  return [head, head.map(() => '---'), ...rows].map(renderRow).join('\n')
}

function lines(text: string): string {
  return text.split('\n').filter(Boolean).map(code).join('<br>')
}

function code(text: string): string {
  return `\`${cell(text)}\``
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
