import { existsSync, statSync } from 'node:fs'
import { InputError } from '../errors.ts'
import type { Labeller } from '../usage/label.ts'
import { type Detected, detect } from './detect.ts'
import { type Discovery, discover } from './discover/discover.ts'
import { nothingFound, nothingMatches } from './discover/nothing.ts'
import { type Found, findFile, findFiles } from './find.ts'

export interface ReadSettings {
  /** Absolute folder that patterns start from. */
  readonly cwd: string
  readonly usagePath: readonly string[]
  /** In place of usagePath: one file by its name, in which nothing is a wildcard. */
  readonly onlyFile?: string | undefined
  /** `fail`: invalid records are an InputError at the end. `skip`: they are counted. */
  readonly onInvalid: 'fail' | 'skip'
  /** Is told how many of all bytes were read so far. */
  readonly onProgress: (done: number, total: number) => void
  /** Labels the records of ledgers and databases, where somebody wants that. */
  readonly label?: Labeller
  /** Where files of other tools are looked for; left out where files were named. */
  readonly discovery?: Discovery | undefined
}

/** A file, and how to read it. */
export interface Job {
  readonly found: Found
  readonly detected: Detected
}

/** The files that were named, and how to read them; where none were, those of other tools, too. @throws InputError where there are none. */
export async function findJobs({ cwd, usagePath, onlyFile, discovery }: ReadSettings): Promise<{
  readonly jobs: readonly Job[]
  readonly leftOut: readonly string[]
}> {
  const named = onlyFile === undefined ? findFiles(cwd, usagePath) : [findFile(cwd, onlyFile)]
  const jobs: Job[] = named.map((found) => ({ found, detected: detect(found.path, found.file) }))
  const known = new Set(jobs.map(({ found }) => found.path))
  const others = discovery === undefined ? null : await discover(cwd, discovery, known)
  for (const { found, is } of others?.files ?? [])
    jobs.push({ found, detected: 'tool' in is ? { kind: 'foreign', ...is } : { kind: 'refused', ...is } })
  if (jobs.length === 0) {
    expectFolder(cwd)
    throw others === null ? nothingMatches(cwd, usagePath) : nothingFound(cwd, discovery?.folder ?? '', others)
  }
  return { jobs, leftOut: others?.leftOut.map(({ found }) => found.file) ?? [] }
}

/** A folder that is not there has no usage either, but that is not what is wrong. */
function expectFolder(cwd: string): void {
  if (!existsSync(cwd)) throw new InputError(`working-directory: ${cwd} does not exist`)
  if (!statSync(cwd).isDirectory()) throw new InputError(`working-directory: ${cwd} is no folder`)
}
