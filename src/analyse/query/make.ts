import { InputError } from '../../errors.ts'
import { readSpend } from '../../measure/spend.ts'
import type { ReadContext, UsageSettings } from '../../measure/usage.ts'
import { Search } from './search.ts'
import { type QueryResult, type QuerySettings, Top } from './top.ts'

export interface FindingSettings extends UsageSettings, Omit<QuerySettings, 'search'> {
  /** Null: nothing is searched for. */
  readonly search: string | null
}

/** The records that were asked for. Reads all usage once, and more slowly where a text is searched. @throws InputError as `readSpend` does. */
export async function findRecords({ search: text, ...settings }: FindingSettings, context: ReadContext): Promise<QueryResult> {
  const search = text === null ? null : new Search(text)
  const top = new Top({ ...settings, search })
  await readSpend(settings, search === null ? context : { ...context, label: search.label }, top)
  return top.finish()
}

/** Longest text that is searched. Characters. */
const LONGEST = 512

/** A text that can be searched. Throws an InputError for one that every record would have, or none. */
export function expectSearch(name: string, text: unknown, example: string): string {
  if (typeof text !== 'string' || text.trim() === '') throw new InputError(`${name} needs a text. Example: ${example}`)
  if (text.length <= LONGEST) return text
  throw new InputError(`${name} must have at most ${LONGEST} characters, got ${text.length}. Example: ${example}`)
}
