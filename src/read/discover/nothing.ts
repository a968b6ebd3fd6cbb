import { InputError } from '../../errors.ts'
import { SHAPES } from '../../generated/tools.ts'
import { NATIVE_PLACES } from '../native/places.ts'
import type { Discovered } from './discover.ts'
import { findHints } from './hints.ts'

const HOW = 'Run the agents before the gate, or set usage-path'

/** What is said where none of the named files is there. */
export function nothingMatches(cwd: string, usagePath: readonly string[]): InputError {
  return new InputError(`no usage files found: nothing in ${cwd} matches ${usagePath.join(', ')}. ${HOW}`)
}

/** What is said where nothing was named and nothing is there. */
export function nothingFound(cwd: string, folder: string, { leftOut }: Discovered): InputError {
  const details = [
    ...findHints(cwd, folder),
    ...leftOut.map(({ found, tool }) => `${found.file} is ${whatOf(tool)}, but git tracks it unchanged, so that this run did not write it`),
    `looked in ${NATIVE_PLACES.join(', ')}`,
    `and in JSON files of the first three levels, and where they usually write, for files of ${SHAPES.map(({ name }) => name).join(', ')}`,
    'docs/formats.md says what each of them has to write',
  ]
  return new InputError(`no usage files found in ${cwd}. ${HOW}`, details)
}

function whatOf(tool: string): string {
  return SHAPES.find((shape) => shape.tool === tool)?.what ?? tool
}
