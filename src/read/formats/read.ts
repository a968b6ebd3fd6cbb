import { readText } from '../../files/text.ts'
import type { Source } from '../../generated/types.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Usage } from '../../usage/usage.ts'
import { type Found, originOf } from '../find.ts'
import type { InvalidLog } from '../invalid.ts'
import { parseForeign } from '../json.ts'
import { readLines } from '../lines.ts'
import { Dispatch } from './dispatch.ts'
import { tellOnce } from './once.ts'
import { toRecord } from './record.ts'
import { Misread } from './tool.ts'
import { TOOLS } from './tools.ts'
import type { Told } from './views.ts'

/** A file that a tool wrote. */
export interface ForeignFile {
  readonly found: Found
  /** The tool whose its first value is. */
  readonly tool: Source['format']
  readonly as: 'lines' | 'document' | 'archive'
}

/** Files that nobody named are told one by one, if they are few; else by the place where they were found. */
const MOST_NAMED = 20

export interface ForeignContext {
  readonly invalid: InvalidLog
  /** Is told how many bytes were read. */
  readonly onBytes: (bytes: number) => void
  /** Takes the answers of providers that nobody named: they count only where nothing else does. */
  readonly spare: Usage[]
}

/** Reads the files of other tools together, because several of them tell of the same calls: each call counts once. */
export async function* readForeign(files: readonly ForeignFile[], { invalid, onBytes, spare }: ForeignContext): AsyncGenerator<Usage> {
  const dispatch = new Dispatch(invalid)
  for (const { found, tool, as } of files) {
    const { path, file, size } = found
    if (as === 'lines') {
      for await (const lines of readLines(path, file, onBytes)) for (const line of lines) dispatch.line(line, file, tool)
    } else {
      onBytes(size)
      const document = as === 'archive' ? await unpack(found, tool, invalid) : parse(found, invalid)
      if (document !== undefined) dispatch.document(document, file, tool)
    }
    dispatch.endFile(file)
  }
  const { told, ends } = dispatch.finish()
  const discovered = new Set(files.filter(({ found }) => found.isDiscovered).map(({ found }) => found.file))
  const isSpare = ({ tool, call }: Told) => LOOSE.has(tool) && discovered.has(call.place.file)
  const once = groupBy(tellOnce(told), ({ call }) => call.place.file)
  const named = (found: Found) => (found.isDiscovered && files.length <= MOST_NAMED ? { ...found, pattern: found.file } : found)
  for (const { found, tool } of files) {
    const all = once.get(found.file) ?? []
    const counted = all.filter((one) => !isSpare(one))
    spare.push(...piecesOf(named(found), all.filter(isSpare), invalid))
    yield* piecesOf(named(found), counted, invalid)
    if (all.length === 0) yield { type: 'unread', origin: originOf(named(found), tool) }
  }
  const [first] = files
  if (first !== undefined && ends.size > 0) yield { type: 'ends', origin: originOf(first.found, first.tool), outcomes: ends }
}

const LOOSE: ReadonlySet<Source['format']> = new Set(TOOLS.flatMap(({ id, isLoose }) => (isLoose ? [id] : [])))

function parse({ path, file }: Found, invalid: InvalidLog): unknown {
  const parsed = parseForeign(readText(path, file))
  if (parsed.fault !== null) invalid.add(file, parsed.line, parsed.fault)
  return parsed.value
}

async function unpack({ path, file }: Found, tool: Source['format'], invalid: InvalidLog): Promise<unknown> {
  try {
    return await TOOLS.find(({ id }) => id === tool)?.unpack?.(path, file)
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    invalid.add(file, undefined, error.message, error.path)
    return undefined
  }
}

/** The calls of one file that count, by the tool that tells of them: lines of several tools may stand in one file. */
function* piecesOf(found: Found, told: readonly Told[], invalid: InvalidLog): Generator<Usage> {
  for (const [tool, calls] of groupBy(told, (one) => one.tool)) {
    const records: CostRecord[] = []
    const lines: number[] = []
    for (const { call } of calls) {
      const record = recordOf(call, invalid)
      if (record === null) continue
      records.push(record)
      if (call.place.line !== undefined) lines.push(call.place.line)
    }
    const hasLines = lines.length === records.length
    yield { type: 'records', origin: originOf(found, tool), records, ...(hasLines && { lines }) }
  }
}

function recordOf(call: Told['call'], invalid: InvalidLog): CostRecord | null {
  try {
    return toRecord(call)
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    const { file, line, path } = call.place
    invalid.add(file, line, error.message, path)
    return null
  }
}

function groupBy<K>(told: readonly Told[], keyOf: (one: Told) => K): Map<K, Told[]> {
  const groups = new Map<K, Told[]>()
  for (const one of told) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
