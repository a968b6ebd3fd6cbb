import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findSites } from './sites.ts'

/** A fault that is planted. */
export interface Mutant {
  readonly id: number
  readonly file: string
  readonly line: number
  readonly column: number
  /** The first line of what it changes, as it stands in the file. */
  readonly within: string
  readonly was: string
  readonly becomes: string
  /** Whether it is computed once, when the file is loaded: then it must be planted before. */
  readonly isStatic: boolean
}

/** All mutants of these files, numbered from 1 as `instrument` does with the first number of each file. */
export function listMutants(files: readonly string[], root: string): Mutant[] {
  const mutants: Mutant[] = []
  for (const file of files) {
    const source = readFileSync(`${root}/${file}`, 'utf8')
    for (const { start, end, variants, isStatic } of findSites(source)) {
      const before = source.slice(0, start).split('\n')
      const column = (before.at(-1) ?? '').length + 1
      const within = (source.split('\n')[before.length - 1] ?? '').trim()
      for (const becomes of variants) {
        mutants.push({
          id: mutants.length + 1,
          file,
          line: before.length,
          column,
          within,
          was: source.slice(start, end),
          becomes,
          isStatic,
        })
      }
    }
  }
  return mutants
}

/** So many of them, the same ones each time; a mutant is in or out whatever is changed elsewhere. */
export function sample(mutants: readonly Mutant[], count: number, seed: string): Mutant[] {
  const drawn = mutants.map((mutant) => ({ mutant, lot: drawLot(mutant, seed) }))
  drawn.sort((one, other) => (one.lot < other.lot ? -1 : 1))
  return drawn.slice(0, count).map(({ mutant }) => mutant)
}

function drawLot({ file, within, was, becomes }: Mutant, seed: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, file, within, was, becomes]))
    .digest('hex')
}
