import { SHAPES } from '../generated/tools.ts'
import type { Source } from '../generated/types.ts'

type Format = Source['format']

/** Formats of the framework and of ours. */
const NATIVE: ReadonlySet<Format> = new Set([
  'ledger',
  'costs-db',
  'run-summary',
  'flow-summary',
  'cost-summary',
  'bare-summary',
  'mcp-calls',
  'run-events',
  'run-log',
  'storage-db',
])

/** What people call a tool, and what they call what its files tell of: its calls, or its runs. */
export interface ToolWords {
  readonly name: string
  readonly unit: string
  /** Where nobody named its files they count only if nothing else does. */
  readonly isLoose?: true
}

/** The tool that wrote a format; null: it is one of the framework's or ours. A tool that is not known here may be one of a later version. */
export function toolOf(format: Format): ToolWords | null {
  if (NATIVE.has(format)) return null
  return SHAPES.find(({ tool }) => tool === format) ?? { name: format, unit: 'session' }
}
