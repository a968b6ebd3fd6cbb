import { VERSION } from '../generated/version.ts'
import type { InputName } from '../settings.ts'
import { type Command, OUTPUT, shortNames } from './flags.ts'
import { INPUT_FLAGS } from './inputs.ts'

/** Columns of a terminal that nobody has made wider. */
const WIDTH = 80
/** A longer name of a flag has a line of its own. */
const NAMES = 24
const EXAMPLES = [
  'demo',
  'summarize --output baseline.json',
  'gate --baseline baseline.json',
  'report --by customer --since 2026-11-01 --until 2026-11-30',
]
/** What is no command of its own. */
const OTHERS: readonly Row[] = [
  ['help [COMMAND]', 'Show this, or the flags of a command; also COMMAND --help and COMMAND -h.'],
  ['version', 'Show the version; also --version and -v.'],
]

type Row = readonly [name: string, text: string]

/** Help for the program. */
export function renderHelp(commands: readonly Command[]): string {
  return [
    ...wrap(`llm-cost-gate ${VERSION}: stops LLM cost regressions, by what was really spent.`, WIDTH),
    '',
    'Examples:',
    ...EXAMPLES.flatMap(showCommand),
    '',
    'Usage: llm-cost-gate COMMAND [FLAGS]',
    '',
    'Commands:',
    ...columns([...commands.map(({ name, purpose }): Row => [name, purpose]), ...OTHERS], 18),
    '',
    ...wrap(writeExitCodes('0 pass or warn, 1 fail'), WIDTH),
  ].join('\n')
}

/** Help for one command. */
export function renderCommandHelp(command: Command): string {
  const flags = [
    ...Object.entries(command.flags).map(([flag, meaning]): Row => [nameFlag(flag), meaning]),
    ...command.inputs.map((name): Row => [nameInput(name), meaningOf(command, name)]),
  ]
  return [
    ...wrap(command.purpose, WIDTH),
    '',
    'Examples:',
    ...command.examples.flatMap(showCommand),
    '',
    ...wrap(`Usage: llm-cost-gate ${command.usage}`.split(/ (?=[[|])/), WIDTH, '    '),
    ...(flags.length > 0 ? ['', 'Flags:', ...columns(flags, NAMES)] : []),
    '',
    ...wrap(writeExitCodes(command.exitCodes ?? '0 done'), WIDTH),
  ].join('\n')
}

/** What an input means to a command. */
export function meaningOf({ meanings }: Pick<Command, 'meanings'>, name: InputName): string {
  return meanings?.[name] ?? INPUT_FLAGS[name]?.meaning ?? ''
}

function writeExitCodes(own: string): string {
  return `Exit codes: ${own}, 2 bad input (one line says what to correct), 70 a bug in llm-cost-gate.`
}

/** `-o, --output FILE`. */
function nameFlag(flag: string): string {
  const [name = '', value] = flag.split('=')
  return `${flag === OUTPUT ? '-o, ' : ''}--${name}${value === undefined ? '' : ` ${value}`}`
}

/** The short names come first: examples and messages use them. */
function nameInput(name: InputName): string {
  const value = INPUT_FLAGS[name]?.value ?? null
  return `${[...shortNames(name), name].map((one) => `--${one}`).join(', ')}${value === null ? '' : ` ${value}`}`
}

/** A command to copy; where it is long it goes on in the next line, as a shell takes it. */
function showCommand(words: string): string[] {
  const lines = wrap(`llm-cost-gate ${words}`.split(/ (?=--?\w|&& |> )/), WIDTH - 4, '    ')
  return lines.map((line, index) => `  ${line}${index < lines.length - 1 ? ' \\' : ''}`)
}

/** Names, and what they mean beside them or, where a name is long, below it. */
function columns(rows: readonly Row[], width: number): string[] {
  return rows.flatMap(([name, text]) => {
    const lines = wrap(text, WIDTH - width).map((line) => ' '.repeat(width) + line)
    const isShort = name.length + 4 <= width
    return isShort ? [`  ${name}`.padEnd(width) + lines.join('\n').trimStart()] : [`  ${name}`, ...lines]
  })
}

/** Lines of at most so many characters. @param next what the second and later ones begin with. */
function wrap(text: string | readonly string[], width: number, next = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of typeof text === 'string' ? text.split(/\s+/) : text) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = next + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
