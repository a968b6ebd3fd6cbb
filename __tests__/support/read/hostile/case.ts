import { type Files, jsonl, ONE_INVALID, row } from '../workspace.ts'

/** Broken or hostile input, and what becomes of it: either the user is told, word for word, or a summary comes out. */
export interface HostileCase {
  readonly name: string
  readonly files?: Files
  /** Makes what a table of files cannot: links, pipes, databases. */
  readonly make?: (cwd: string) => void
  /** Default: every file. */
  readonly usagePath?: readonly string[]
  /** All lines that the user sees. */
  readonly tells?: readonly string[]
  /** Part of the summary. */
  readonly gives?: object
  /** Total cost of what is sound, with `on-invalid: skip`. Default: one good row. US dollars. */
  readonly leavesUsd?: number
}

export const GOOD_USD = 0.5
const GOOD = jsonl(row())

/** A ledger with a good row and this line behind it. */
export function afterGoodRow(name: string, line: string | Buffer, problem: string): HostileCase {
  const files = { 'usage.jsonl': Buffer.concat([Buffer.from(GOOD), Buffer.from(line), Buffer.from('\n')]) }
  return { name, files, tells: [ONE_INVALID, `usage.jsonl:2: ${problem}`] }
}

/** A ledger with a good row and a row that breaks its schema. */
export function badRow(name: string, change: Readonly<Record<string, unknown>>, problem: string): HostileCase {
  return afterGoodRow(name, JSON.stringify(row(change)), problem)
}

/** A ledger with one row whose text was changed by hand. */
export function editedRow(from: string, to: string): string {
  const text = JSON.stringify(row())
  if (!text.includes(from)) throw new Error(`${from} is not in ${text}`)
  return text.replace(from, to)
}

/** A file of its own beside a good ledger. */
export function badFile(name: string, content: string | Buffer | object, problem: string): HostileCase {
  return { name, files: { 'a.jsonl': GOOD, 'b.json': content }, tells: [ONE_INVALID, `b.json${problem}`] }
}

/** One file that is no problem. */
export function fine(name: string, content: string | Buffer | object, gives: object): HostileCase {
  return { name, files: { 'usage.jsonl': content }, gives }
}
