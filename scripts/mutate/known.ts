import { readFileSync } from 'node:fs'
import type { Mutant } from './faults/mutants.ts'

/** A mutant that no test can kill, because it changes nothing, and why that is so. Found by its texts: lines move. */
export interface Known {
  readonly file: string
  /** The line that it begins in. */
  readonly within: string
  readonly was: string
  readonly becomes: string
  readonly why: string
}

export function readKnown(path = `${import.meta.dirname}/known.json`): Known[] {
  return JSON.parse(readFileSync(path, 'utf8'))
}

export function isKnown(mutant: Mutant, known: readonly Known[]): boolean {
  return known.some((one) => matches(one, mutant))
}

/** Entries that are true no longer: no such mutant is left, or a test kills it. */
export function findStale(known: readonly Known[], all: readonly Mutant[], killed: ReadonlySet<number>): Known[] {
  return known.filter((one) => {
    const mutants = all.filter((mutant) => matches(one, mutant))
    return mutants.length === 0 || mutants.some(({ id }) => killed.has(id))
  })
}

function matches(known: Known, { file, within, was, becomes }: Mutant): boolean {
  return known.file === file && known.within === within && known.was === was && known.becomes === becomes
}
