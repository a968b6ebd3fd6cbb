import type { Contents } from '../analyse/inspect/inspect.ts'
import { toRow } from '../analyse/query/row.ts'
import { plain } from '../words/escape.ts'
import { count, integer, usd } from '../words/format.ts'
import type { Paint } from '../words/paint.ts'
import { writeUse } from './findings/graders.ts'

/** Problems and a record are shown as they are, unless they are made to fill a screen. Characters. */
const LONGEST = 2000

/** A file, what it is, and what it gives; null where it cannot be read. */
export interface InspectedFile {
  readonly file: string
  readonly format: string | null
  readonly what: string
  readonly by: readonly string[]
  readonly fault: string | null
  readonly isLeftOut: boolean
  readonly contents: Contents | null
}

/** What the gate sees in files, for a terminal. */
export function renderInspection(files: readonly InspectedFile[], paint: Paint): string {
  return files.map((file) => renderFile(file, paint)).join('\n')
}

/** The same for programs: keys as in a cost summary. */
export function toJson({ file, format, what, by, fault, isLeftOut, contents }: InspectedFile) {
  return {
    file,
    format,
    what,
    recognised_by: by,
    problems: [...(fault === null ? [] : [fault]), ...(contents?.faults ?? [])],
    left_out: isLeftOut,
    calls: contents?.calls ?? 0,
    tokens: contents?.tokens ?? 0,
    cost_usd: contents?.costUsd ?? 0,
    unknown_calls: contents?.unknown ?? 0,
    ...(contents !== null && contents.graders.calls > 0 && { graders: contents.graders.toStats() }),
    repeated_lines: contents?.repeated ?? 0,
    placeholder_lines: contents?.placeholders ?? 0,
    record: contents?.first ? toRow(contents.first) : null,
  }
}

function renderFile({ file, what, by, fault, isLeftOut, contents }: InspectedFile, paint: Paint): string {
  const why = by.length > 0 ? `, by ${by.map((key) => plain(key)).join(', ')}` : ''
  const lines = [
    paint('bold', plain(file)),
    `  is       ${plain(what)}${why}`,
    ...(isLeftOut ? ['  left out git tracks it unchanged, so that this run did not write it; name it to count it'] : []),
    ...(fault === null ? [] : [`  problem  ${plain(fault, LONGEST)}`]),
    ...(contents === null ? [] : describe(contents)),
  ]
  return `${lines.join('\n')}\n`
}

function describe({ calls, tokens, costUsd, unknown, graders, ended, repeated, placeholders, faults, first }: Contents): string[] {
  const cost = unknown === 0 ? usd(costUsd) : `at least ${usd(costUsd)}, ${count(unknown, 'call')} of unknown cost`
  const ignored = [
    repeated > 0 ? `${count(repeated, 'line')} that repeat a call` : null,
    placeholders > 0 ? `${count(placeholders, 'line')} that stand for no call` : null,
  ].filter((part) => part !== null)
  return [
    `  gives    ${calls === 0 ? 'no calls' : `${count(calls, 'call')}, ${integer(tokens)} tokens, ${cost}`}`,
    ...(graders.calls > 0 ? [`  graders  ${writeUse(graders.toStats())}, in no other figure`] : []),
    ...(ended > 0 ? [`  ended    ${integer(ended)} say how they ended`] : []),
    ...(ignored.length > 0 ? [`  ignored  ${ignored.join(', ')}`] : []),
    ...faults.map((fault) => `  problem  ${plain(fault, LONGEST)}`),
    ...(first === null ? [] : [`  record   ${plain(JSON.stringify(toRow(first)), LONGEST)}`]),
  ]
}
