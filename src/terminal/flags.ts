import { parseArgs } from 'node:util'
import { InputError, shown } from '../errors.ts'
import { INPUTS } from '../generated/inputs.ts'
import type { InputName, RawInputs } from '../settings.ts'
import { nearestName } from '../text/nearest.ts'

/** Flags of one command besides the inputs of action.yml. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly purpose: string
  /** What may stand as words where it is no files: the choices; none where it is empty. */
  readonly words?: readonly string[]
  /** What 0 and 1 mean as exit codes. Left out: 0 done. */
  readonly exitCodes?: string
  /** How to call it, without the program's name. */
  readonly usage: string
  readonly examples: readonly string[]
  /** Inputs of action.yml that it takes as flags. */
  readonly inputs: readonly InputName[]
  /** What some of them mean to it, where that is not what they mean to the action. */
  readonly meanings?: Readonly<Partial<Record<InputName, string>>>
  /** Flags of its own: name -> what it means; a name with `=` takes a value. */
  readonly flags: Readonly<Record<string, string>>
  run(args: Args): Promise<number>
}

/** A parsed command line. */
export interface Args {
  readonly files: readonly string[]
  readonly inputs: RawInputs
  /** Flags of the command itself; a flag without a value is `true`. */
  readonly flags: ReadonlyMap<string, string>
  /** Folder where the person stands: what he types starts from there. */
  readonly cwd: string
}

/** The flag that `-o` is short for, in the commands that have it. */
export const OUTPUT = 'output=FILE'

/** Names that the guides use for the same inputs. */
const ALIASES: Readonly<Record<string, InputName>> = {
  policy: 'policy-path',
  baseline: 'baseline-path',
  pricing: 'pricing-path',
  dir: 'working-directory',
  alternatives: 'alternatives-path',
}

/** Inputs that take several values: one per line, or a flag for each. */
const LISTS: readonly string[] = ['usage-path', 'policy-path'] satisfies readonly InputName[]

/** Flags without a value. */
const SWITCHES: readonly string[] = ['dry-run', 'savings', 'help']

export function isSwitch(name: string): boolean {
  return SWITCHES.includes(name)
}

/** Names of an input that are shorter than its own. */
export function shortNames(input: InputName): string[] {
  return Object.keys(ALIASES).filter((alias) => ALIASES[alias] === input)
}

/**
 * Reads the words after the command. Throws an InputError for an unknown flag, naming the nearest right one, and for what would silently take
 * the place of something that was said before.
 */
export function parseFlags(command: Command, words: readonly string[], cwd: string = process.cwd()): Args {
  const own = Object.keys(command.flags).map((name) => name.replace(/=.*/, ''))
  const aliases = command.inputs.flatMap(shortNames)
  const known = [...command.inputs, ...aliases, ...own, 'help']
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(known.map((name) => [name, optionOf(command, name)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const args = { files: [] as string[], inputs: {} as RawInputs, flags: new Map<string, string>(), cwd }
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'positional') {
      const before = tokens[index - 1]
      if (before?.kind === 'option' && before.value === undefined && isSwitch(before.name) && /^(true|false)$/.test(token.value))
        throw takesNoValue(command, before.name, token.value)
      args.files.push(token.value)
    }
    if (token.kind !== 'option') continue
    const name = ALIASES[token.name] ?? token.name
    const value = isSwitch(name) ? (token.value ?? 'true') : token.value
    if (!known.includes(token.name)) throw unknownFlag(command, token.rawName, token.name, known)
    const isNoFile = value === '' && Object.hasOwn(command.flags, `${name}=FILE`)
    if (value === undefined || isNoFile || (token.inlineValue === false && value.startsWith('--')))
      throw new InputError(`--${token.name} needs a value. See: llm-cost-gate ${command.name} --help`)
    const before = isInput(name) ? args.inputs[name] : args.flags.get(name)
    if (before !== undefined && !LISTS.includes(name)) throw saidTwice(command, name, before, value)
    if (isInput(name)) args.inputs[name] = before === undefined ? value : `${before}\n${value}`
    else args.flags.set(name, value)
  }
  if (args.files.length > 0 && args.inputs['usage-path'] !== undefined)
    throw new InputError(
      `files are named with --usage-path and without: name all of them in one way. See: llm-cost-gate ${command.name} --help`,
    )
  return args
}

function optionOf(command: Command, name: string): { readonly type: 'boolean' | 'string'; readonly short?: string } {
  return { type: isSwitch(name) ? 'boolean' : 'string', ...(name === 'output' && Object.hasOwn(command.flags, OUTPUT) && { short: 'o' }) }
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name)
}

function saidTwice(command: Command, name: string, before: string, value: string): InputError {
  const values = isSwitch(name) ? '' : `, as ${shown(before)} and as ${shown(value)}`
  return new InputError(`--${name} is given twice${values}: keep one of them. See: llm-cost-gate ${command.name} --help`)
}

/** The word would be taken for a file. */
function takesNoValue(command: Command, name: string, value: string): InputError {
  return new InputError(
    `--${name} takes no value, got ${shown(value)}: name it alone, or leave it out. See: llm-cost-gate ${command.name} --help`,
  )
}

function unknownFlag(command: Command, written: string, name: string, known: readonly string[]): InputError {
  const near = nearestName(name, known)
  return new InputError(
    `unknown flag ${written}${near === null ? '.' : `, did you mean --${near}?`} See: llm-cost-gate ${command.name} --help`,
  )
}
