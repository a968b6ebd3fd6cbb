import { InputError } from './errors.ts'
import { VERSION } from './generated/version.ts'
import { nearestName } from './nearest.ts'
import { plain } from './render/escape.ts'
import { compare } from './terminal/compare.ts'
import { demo } from './terminal/demo.ts'
import { type Command, parseFlags } from './terminal/flags.ts'
import { gate } from './terminal/gate.ts'
import { renderCommandHelp, renderHelp } from './terminal/help.ts'
import { merge } from './terminal/merge.ts'
import { query } from './terminal/query.ts'
import { report } from './terminal/report.ts'
import { savings } from './terminal/savings.ts'
import { allowClosedPipe, complain, print } from './terminal/screen.ts'
import { summarize } from './terminal/summarize.ts'
import { trends } from './terminal/trends.ts'

const COMMANDS: readonly Command[] = [gate, summarize, merge, report, trends, query, savings, compare, demo]

/** Runs a command line (the words after the program's name). Returns the exit code: 0 pass or warn, 1 fail, 2 bad input, 70 a bug. */
export async function runCli(words: readonly string[]): Promise<number> {
  allowClosedPipe()
  try {
    return await dispatch(words)
  } catch (error) {
    if (error instanceof InputError) {
      complain([`Error: ${safe(error.message)}`, ...error.details.map((line) => `  ${safe(line)}`)].join('\n'))
      return 2
    }
    complain(`This is a bug in llm-cost-gate; please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}`)
    return 70
  }
}

async function dispatch([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(renderHelp(COMMANDS))
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    print(VERSION)
    return 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    const near = nearestName(
      name,
      COMMANDS.map((one) => one.name),
    )
    throw new InputError(`unknown command ${name}${near === null ? '.' : `, did you mean ${near}?`} See: llm-cost-gate --help`)
  }
  if (words.includes('--help') || words.includes('-h')) {
    print(renderCommandHelp(command))
    return 0
  }
  return command.run(parseFlags(command, words))
}

/** Messages quote files, which can hold control sequences. */
function safe(line: string): string {
  return plain(line, 2000)
}
