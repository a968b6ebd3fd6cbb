import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Entry } from './plan.ts'

/** Written line by line and at once, so that it tells what a process did last. */
export function note(journal: string, entry: Entry): void {
  appendFileSync(journal, `${JSON.stringify(entry)}\n`)
}

export function readJournal(journal: string): Entry[] {
  if (!existsSync(journal)) return []
  // What a killed process was writing last may be half a line.
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line))
}

/** The entries of one kind. */
export function ofEvent<E extends Entry['event']>(entries: readonly Entry[], event: E): Extract<Entry, { event: E }>[] {
  return entries.filter((entry): entry is Extract<Entry, { event: E }> => entry.event === event)
}
