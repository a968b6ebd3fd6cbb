import { findRuns, runs } from '../../../src/terminal/commands/runs.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'

/** The runs that a command line asks for. */
export function runsOf(folder: string, ...words: string[]): ReturnType<typeof findRuns> {
  return findRuns(parseFlags(runs, ['--working-directory', folder, ...words]))
}
