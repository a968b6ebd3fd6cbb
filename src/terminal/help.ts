import { INPUTS } from '../generated/inputs.ts'
import { VERSION } from '../generated/version.ts'
import type { InputName } from '../settings.ts'
import { type Command, isSwitch, shortNames } from './flags.ts'

const EXIT_CODES = 'Exit codes: 0 pass or warn, 1 fail, 2 bad input (one line says what to mend), 70 a bug.'

/** Help for the program. */
export function renderHelp(commands: readonly Command[]): string {
  return [
    `llm-cost-gate ${VERSION}: stops LLM cost regressions, by what was really spent.`,
    '',
    'Usage: llm-cost-gate COMMAND [FLAGS]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, purpose }) => [name, purpose])),
    '',
    'Examples:',
    ...commands.flatMap(({ examples }) => examples.slice(0, 1).map((example) => `  llm-cost-gate ${example}`)),
    '',
    'llm-cost-gate COMMAND --help lists the flags of a command.',
    EXIT_CODES,
  ].join('\n')
}

/** Help for one command. */
export function renderCommandHelp(command: Command): string {
  const flags = [
    ...Object.entries(command.flags).map(([flag, meaning]) => [`--${flag.replace('=', ' ')}`, meaning]),
    ...command.inputs.map((name) => [listNames(name), command.meanings?.[name] ?? describeInput(name)]),
  ]
  return [
    command.purpose,
    '',
    `Usage: llm-cost-gate ${command.usage}`,
    ...(flags.length > 0 ? ['', 'Flags:', ...columns(flags)] : []),
    '',
    'Examples:',
    ...command.examples.map((example) => `  llm-cost-gate ${example}`),
    '',
    EXIT_CODES,
  ].join('\n')
}

/** The short names come first: examples and messages use them. */
function listNames(name: InputName): string {
  return [...shortNames(name), name].map((one) => `--${one}`).join(', ')
}

function describeInput(name: InputName): string {
  const { description, default: usual } = INPUTS[name]
  return usual === '' || isSwitch(name) ? description : `${description} Default: \`${usual.trim().split('\n').join(', ')}\`.`
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0)) + 2
  return rows.flatMap(([name, text]) =>
    wrap(text ?? '', 100 - width).map((line, index) => `  ${(index === 0 ? (name ?? '') : '').padEnd(width)}${line}`),
  )
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
