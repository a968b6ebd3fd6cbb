// TypeScript of src/generated/tools.ts: what tells the files of other tools apart, without what reads them, which is loaded where such a file is found.
import type { Tool } from '../src/read/formats/tool.ts'

/** Keys that so many marks forbid stand there once. */
const COMMON = 20

export function renderShapes(tools: readonly Tool[], places: readonly string[]): string {
  const never = findCommon(tools)
  const rows = tools.map(({ id, name, what, unit, isAggregate, isLoose, marks }) => {
    const words = Object.entries({ tool: id, name, what, unit: unit ?? 'call' }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    if (isAggregate) words.push('isAggregate: true')
    if (isLoose) words.push('isLoose: true')
    return `  { ${words.join(', ')}, marks: [${marks.map((one) => renderMarks(one, never)).join(', ')}] },\n`
  })
  return `// Generated from src/read/formats/ by \`npm run generate\`. Do not edit.
import type { Source } from './types.ts'

export interface ToolShape {
  readonly tool: Source['format']
  readonly name: string
  readonly what: string
  readonly unit: string
  readonly isAggregate?: true
  readonly isLoose?: true
  readonly marks: readonly Readonly<Record<string, RegExp | boolean>>[]
}

export const TOOL_PLACES: readonly string[] = ${JSON.stringify(places)}

const NEVER = { ${never.map((key) => `${JSON.stringify(key)}: false`).join(', ')} }

export const SHAPES: readonly ToolShape[] = [\n${rows.join('')}]\n`
}

function findCommon(tools: readonly Tool[]): string[] {
  const counts = new Map<string, number>()
  const forbidden = tools.flatMap(({ marks }) => marks.flatMap((one) => Object.keys(one).filter((key) => one[key] === false)))
  for (const key of forbidden) counts.set(key, (counts.get(key) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].filter(([, count]) => count === most && count >= COMMON).map(([key]) => key)
}

/** The first key stays the first: by it a record is looked up. */
function renderMarks(marks: Tool['marks'][number], never: readonly string[]): string {
  const hasAll = never.length > 0 && never.every((key) => marks[key] === false)
  const own = Object.entries(marks).filter(([key]) => !hasAll || !never.includes(key))
  return `{ ${own.map(([path, mark]) => `${JSON.stringify(path)}: ${String(mark)}`).join(', ')}${hasAll ? ', ...NEVER' : ''} }`
}
