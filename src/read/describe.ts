import { readText } from '../files/text.ts'
import { SHAPES } from '../generated/tools.ts'
import type { Source } from '../generated/types.ts'
import { detect } from './detect.ts'
import { discover } from './discover/discover.ts'
import { nothingFound, nothingMatches } from './discover/nothing.ts'
import { type Found, findFiles } from './find.ts'
import type { ReadSettings } from './jobs.ts'
import { readAnyDocument } from './native/document.ts'

/** What a file is, as far as its content tells. */
export interface Described {
  readonly file: string
  /** Null: it is not recognised. */
  readonly format: Source['format'] | null
  /** In words, with an article where there is one. */
  readonly what: string
  /** Keys, or what else, by which it was recognised. */
  readonly by: readonly string[]
  /** Why it cannot be read; null: nothing is known against it. */
  readonly fault: string | null
  /** Git tracks it unchanged, so that a run did not write it: it is left out unless it is named. */
  readonly isLeftOut: boolean
}

const NATIVE: Partial<Record<Source['format'], readonly [what: string, ...by: readonly string[]]>> = {
  ledger: ['a ledger', 'timestamp', 'model'],
  'costs-db': ['a database', 'SQLite'],
  'run-summary': ['a run summary', 'run_id, or agent or slug with a status, time or cost'],
  'flow-summary': ['a flow summary', 'runs', 'success_rate', 'models'],
  'cost-summary': ['a cost summary', 'schema_version', 'step_model_stats'],
  'bare-summary': ['a bare summary', 'total_cost_usd'],
  'mcp-calls': ['a call log', 'tool, server, ts or usage'],
  'run-events': ['run events', 'event'],
  'run-log': ['a run log', 'runId or taskId', 'event or type'],
}

/** The files that were named, or those of the usual places, and what they are. @throws InputError where there are none. */
export async function describeFiles({
  cwd,
  usagePath,
  discovery,
}: Pick<ReadSettings, 'cwd' | 'usagePath' | 'discovery'>): Promise<Described[]> {
  const named = findFiles(cwd, usagePath)
  const known = new Set(named.map(({ path }) => path))
  const others = discovery === undefined ? null : await discover(cwd, discovery, known)
  const described = [
    ...named.map((found) => describe(found)),
    ...(others?.files ?? []).map(({ found, is }) =>
      'tool' in is ? told(found, is.tool, is.by) : { ...unknown(found, is.fault), what: 'perhaps a file of another tool' },
    ),
    ...(others?.leftOut ?? []).map(({ found, tool }) => ({ ...told(found, tool, []), isLeftOut: true })),
  ]
  if (described.length === 0) throw others === null ? nothingMatches(cwd, usagePath) : nothingFound(cwd, discovery?.folder ?? '', others)
  return described.sort((a, b) => (a.file < b.file ? -1 : 1))
}

function describe(found: Found): Described {
  const detected = detect(found.path, found.file)
  switch (detected.kind) {
    case 'lines':
      return told(found, detected.format)
    case 'database':
      return told(found, 'costs-db')
    case 'foreign':
      return told(found, detected.tool, detected.by)
    case 'document':
      return describeDocument(found)
    case 'refused':
      return unknown(found, detected.fault)
    case 'empty':
      return unknown(found, 'is empty')
  }
}

function describeDocument(found: Found): Described {
  const document = readAnyDocument(readText(found.path, found.file))
  if ('tool' in document) return told(found, document.tool, document.by)
  return 'fault' in document ? unknown(found, document.fault) : told(found, document.format)
}

function told({ file }: Found, format: Source['format'], by?: readonly string[]): Described {
  const [what = format, ...keys] = NATIVE[format] ?? [SHAPES.find(({ tool }) => tool === format)?.what]
  return { file, format, what, by: by ?? keys, fault: null, isLeftOut: false }
}

function unknown({ file }: Found, fault: string): Described {
  return { file, format: null, what: 'not recognised', by: [], fault, isLeftOut: false }
}
