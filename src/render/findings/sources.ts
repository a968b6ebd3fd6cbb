import type { CostSummary, Quality, Source } from '../../generated/types.ts'
import { toolOf } from '../../usage/tool.ts'
import { code } from '../../words/escape.ts'
import { count, integer, usd } from '../../words/format.ts'
import { limit, table } from '../../words/markdown.ts'

const ROLES: Record<Source['role'], string> = { counted: 'counted', 'cross-check': 'cross-check', 'not-counted': 'not counted' }
const SPARE = 'not needed: the same calls'
const LEFT_OUT = 'left out'
const COLUMNS = [
  { title: 'Source' },
  { title: 'Format' },
  { title: 'Role' },
  { title: 'Files', right: true },
  { title: 'Calls', right: true },
  { title: 'Cost', right: true },
]

/**
 * What was read, in parts of one line: `78 calls from 1 of 14 files` of the framework's files and ours, whose other files are cross-checks or
 * repeat the same spend; `promptfoo: 24 tests` of other tools', and `1 file not needed: the same calls`. Names of tools are ours, and need no escape.
 */
export function writeSources({ calls, sources, quality }: Pick<CostSummary, 'calls' | 'sources' | 'quality'>): string[] {
  const own = sources.filter(({ format }) => toolOf(format) === null)
  const foreign = sources.filter((source) => !own.includes(source))
  const counted = foreign.filter(isCounted)
  const spare = sum(
    foreign.filter((source) => !isCounted(source) && !isLeftOut(source, quality)),
    'files',
  )
  const formats = [...new Set(counted.map(({ format }) => format))]
  return [
    ...(own.length > 0 || foreign.length === 0
      ? [writeOwn(own, foreign.length === 0 ? calls : sum(own.filter(isCounted), 'records'))]
      : []),
    ...formats.map((format) => {
      const list = counted.filter((source) => source.format === format)
      return writeTool(format, sum(list, 'records'), sum(list, 'sessions'))
    }),
    ...(spare > 0 ? [`${count(spare, 'file')} ${SPARE}`] : []),
  ]
}

function writeOwn(own: readonly Source[], calls: number): string {
  const [counted, all] = [sum(own.filter(isCounted), 'files'), sum(own, 'files')]
  return `${count(calls, 'call')} from ${counted === all ? count(all, 'file') : `${integer(counted)} of ${count(all, 'file')}`}`
}

/** `Claude Code: 3 sessions`; calls where the tool has no word for runs, or its files name none. */
function writeTool(format: Source['format'], calls: number, sessions: number): string {
  const { name, unit } = toolOf(format) ?? { name: format, unit: 'call' }
  return `${name}: ${sessions > 0 ? count(sessions, unit) : count(calls, calls === 0 ? unit : 'call')}`
}

/** A table of what was read and what it contributed; null where nothing was. */
export function renderSources({ sources, quality }: Pick<CostSummary, 'sources' | 'quality'>, room: number): string | null {
  const { shown, hidden } = limit(sources, room)
  const rows = shown.map((source) => [
    code(source.path),
    writeFormat(source),
    writeRole(source, quality),
    integer(source.files),
    integer(source.records),
    isCounted(source) ? usd(source.cost_usd) : '–',
  ])
  if (hidden.length > 0) rows.push([`_and ${integer(hidden.length)} more_`, '', '', '', '', ''])
  return rows.length === 0 ? null : table(COLUMNS, rows)
}

/** The format, or the tool, with its sessions or tests where they are known. */
function writeFormat({ format, records, sessions = 0 }: Source): string {
  if (sessions > 0) return writeTool(format, records, sessions)
  return toolOf(format)?.name ?? format
}

function writeRole(source: Source, quality: Quality): string {
  if (source.role !== 'not-counted' || toolOf(source.format) === null) return ROLES[source.role]
  return isLeftOut(source, quality) ? LEFT_OUT : SPARE
}

/** Answers of providers that nobody named: whether they are of the same calls nobody knows. */
function isLeftOut({ format }: Source, { left_out }: Quality): boolean {
  return left_out !== undefined && toolOf(format)?.isLoose === true
}

function isCounted({ role }: Source): boolean {
  return role === 'counted'
}

function sum(sources: readonly Source[], figure: 'files' | 'records' | 'sessions'): number {
  return sources.reduce((total, { [figure]: value = 0 }) => total + value, 0)
}
