import { InputError } from '../errors.ts'
import { VERSION } from '../generated/version.ts'
import { nearestName } from '../text/nearest.ts'
import { plain } from '../words/escape.ts'
import { compare } from './commands/compare.ts'
import { completionOf } from './commands/completion.ts'
import { demo } from './commands/demo.ts'
import { gate } from './commands/gate.ts'
import { inspect } from './commands/inspect.ts'
import { merge } from './commands/merge.ts'
import { price } from './commands/price.ts'
import { query } from './commands/query.ts'
import { report } from './commands/report.ts'
import { runs } from './commands/runs.ts'
import { savings } from './commands/savings.ts'
import { summarize } from './commands/summarize.ts'
import { trends } from './commands/trends.ts'
import { type Command, parseFlags } from './flags.ts'
import { renderCommandHelp, renderHelp } from './help.ts'
import { allowClosedPipe, complain, print } from './screen.ts'

const OTHERS: readonly Command[] = [gate, summarize, merge, report, trends, runs, query, savings, compare, inspect, price, demo]
const COMMANDS: readonly Command[] = [...OTHERS, completionOf(OTHERS)]

/**
 * Runs a command line (the words after the program's name) in the folder where the person stands.
 * Returns the exit code: 0 pass or warn, 1 fail, 2 bad input, 70 a bug.
 */
export async function runCli(words: readonly string[], cwd: string = process.cwd()): Promise<number> {
  allowClosedPipe()
  try {
    return await dispatch(words, cwd)
  } catch (error) {
    if (error instanceof InputError) {
      complain([`Error: ${safe(error.message)}`, ...error.details.map((line) => `  ${safe(line)}`)].join('\n'))
      return 2
    }
    complain(`This is a bug in llm-cost-gate; please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}`)
    return 70
  }
}

async function dispatch([name, ...words]: readonly string[], cwd: string): Promise<number> {
  const [asked] = words
  if (name === 'help' && asked !== undefined) {
    print(asked === 'help' ? renderHelp(COMMANDS) : renderCommandHelp(find(asked)))
    return 0
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(renderHelp(COMMANDS))
    return name === undefined ? 2 : 0
  }
  if (name === 'version' || name === '--version' || name === '-v') {
    print(VERSION)
    return 0
  }
  const command = find(name)
  if (words.includes('--help') || words.includes('-h')) {
    print(renderCommandHelp(command))
    return 0
  }
  return command.run(parseFlags(command, words, cwd))
}

function find(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name)
  if (command) return command
  const near = nearestName(name, [...COMMANDS.map((one) => one.name), 'help', 'version'])
  throw new InputError(`unknown command ${name}${near === null ? '.' : `, did you mean ${near}?`} See: llm-cost-gate --help`)
}

/** Messages quote files, which can hold control sequences. */
function safe(line: string): string {
  return plain(line, 2000)
}
