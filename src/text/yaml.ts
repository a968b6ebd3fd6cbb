import type { ErrorObject } from 'ajv'
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { at, InputError, shown } from '../errors.ts'
import { describeProblems } from './problems.ts'

/** A checked YAML file. */
export interface YamlFile<Data> {
  readonly data: Data
  /** Line of the key or entry, counted from 1; of its nearest parent where the file does not have it. */
  lineOf(path: readonly (string | number)[]): number
}

/** A compiled schema, from src/generated/validate/. */
export interface Validate {
  (data: unknown): boolean
  errors?: ErrorObject[] | null
}

/** Enough to mend a file in one go; a file of another kind has one in every line, and sorting them all would take long. */
const MOST_ERRORS = 200
const MOST_PROBLEMS = 20

/**
 * Reads strict YAML 1.2: no anchors, tags, merge keys, duplicate keys or second documents, each of which can hide a limit from its reader.
 * `Data` is the generated type of the schema behind `validate`. Throws an InputError that lists what is wrong, with lines.
 */
export function readYaml<Data>(file: string, text: string, validate: Validate): YamlFile<Data> {
  const lines = new LineCounter()
  const document = parse(file, text, lines)
  const root = document.contents
  if (root === null) throw new InputError(at({ file }, 'is empty'))
  const places = new Places()
  const lineOf = (path: readonly (string | number)[]): number => lines.linePos(places.find(root, path)).line
  const data: unknown = document.toJS({ maxAliasCount: 0 })
  if (isValid<Data>(validate, data)) return { data, lineOf }
  const problems = describeProblems(data, (validate.errors ?? []).slice(0, MOST_ERRORS)).map(({ path, message, keys }) => ({
    line: lineOf(keys),
    path,
    message,
  }))
  fail(file, problems)
}

function isValid<Data>(validate: Validate, data: unknown): data is Data {
  return validate(data)
}

function parse(file: string, text: string, lineCounter: LineCounter) {
  const options = {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    lineCounter,
  } as const
  const document = parseDocument(text, options)
  const lineAt = (offset: number) => lineCounter.linePos(offset).line
  const found: { line: number; message: string }[] = []
  const aliasLines = new Set<number>()
  visit(document, {
    Node(_key, node: Node) {
      for (const { offset, message } of inspect(node)) found.push({ line: lineAt(offset), message })
      if (isAlias(node)) aliasLines.add(lineAt(node.range?.[0] ?? 0))
    },
  })
  // After a name that begins with * the parser stumbles over the rest of the line.
  const faults = [...document.errors, ...document.warnings]
    .slice(0, MOST_ERRORS)
    .map(({ pos, code, message }) => ({ line: lineAt(pos[0]), message: WORDING.get(code) ?? message }))
    .filter(({ line }) => !aliasLines.has(line))
  const problems = [...faults, ...found]
  if (problems.length > 0) fail(file, problems)
  return document
}

/** What the parser lets pass or, with duplicate keys, looks for in quadratic time. */
function inspect(node: Node): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = []
  const offset = node.range?.[0] ?? 0
  if (isAlias(node)) {
    const name = shown(`*${node.source.replace(/:$/, '')}`)
    found.push({ offset, message: `* begins an alias, and aliases are not allowed: write ${name} in quotes, or the value out` })
  }
  if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined)
    found.push({ offset, message: 'anchors are not allowed: write the value out' })
  const keys = new Set<unknown>()
  for (const { key } of isMap(node) ? node.items : []) {
    if (!isScalar(key)) continue
    if (keys.has(key.value)) found.push({ offset: key.range?.[0] ?? 0, message: `${shown(key.value)} stands here twice` })
    keys.add(key.value)
  }
  return found
}

/** Where the parser's own words would not help. */
const WORDING: ReadonlyMap<string, string> = new Map([
  ['MULTIPLE_DOCS', 'a second document starts here: keep one per file'],
  ['NON_STRING_KEY', 'keys must be text'],
  ['RESOURCE_EXHAUSTION', 'is nested too deeply'],
])

function fail(file: string, problems: readonly { line: number; path?: string; message: string }[]): never {
  const inOrder = problems.toSorted((a, b) => a.line - b.line).map(({ line, path, message }) => at({ file, line, path }, message))
  const [first = '', ...others] = new Set(inOrder)
  const shownProblems = others.slice(0, MOST_PROBLEMS)
  throw new InputError(first, others.length > MOST_PROBLEMS ? [...shownProblems, 'and more'] : shownProblems)
}

/** Where keys and entries stand. The keys of a map are looked through once: a policy asks for the line of each of thousands. */
class Places {
  private readonly maps = new Map<ParsedMap, ReadonlyMap<unknown, Entry>>()

  /** Offset of what a path leads to; of its nearest parent where it leads nowhere. */
  find(root: ParsedNode, path: readonly (string | number)[]): number {
    let node: ParsedNode | null = root
    let offset = root.range[0]
    for (const key of path) {
      if (isMap<ParsedNode, ParsedNode | null>(node)) {
        const entry = this.entriesOf(node).get(key)
        if (entry === undefined) break
        offset = entry.key.range[0]
        node = entry.value
      } else if (isSeq<ParsedNode>(node)) {
        const entry: ParsedNode | undefined = node.items[Number(key)]
        if (entry === undefined) break
        offset = entry.range[0]
        node = entry
      } else break
    }
    return offset
  }

  private entriesOf(map: ParsedMap): ReadonlyMap<unknown, Entry> {
    const known = this.maps.get(map)
    if (known !== undefined) return known
    const entries = new Map(map.items.map((entry) => [isScalar(entry.key) ? entry.key.value : entry.key, entry]))
    this.maps.set(map, entries)
    return entries
  }
}

type Entry = Pair<ParsedNode, ParsedNode | null>
type ParsedMap = YAMLMap<ParsedNode, ParsedNode | null>
