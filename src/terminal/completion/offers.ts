import { type Command, OUTPUT, shortNames } from '../flags.ts'
import { meaningOf } from '../help.ts'
import { INPUT_FLAGS } from '../inputs.ts'

/** What a shell offers in one place: files, folders, words of a list, or nothing. */
export type Offer = 'files' | 'folders' | readonly string[]

/** A flag under all of its names. */
export interface FlagOffer {
  readonly names: readonly string[]
  /** null: it takes no value. */
  readonly value: Offer | null
  readonly meaning: string
}

export interface CommandOffer {
  readonly name: string
  readonly purpose: string
  readonly words: Offer
  readonly flags: readonly FlagOffer[]
}

const HELP: FlagOffer = { names: ['-h', '--help'], value: null, meaning: 'Show the flags.' }

/** What can follow the name of the program, from the tables that the commands are called by. */
export function offersOf(commands: readonly Command[]): CommandOffer[] {
  const names = commands.map(({ name }) => name)
  return [
    ...commands.map((command) => ({
      name: command.name,
      purpose: firstSentence(command.purpose),
      words: command.words ?? ('files' as const),
      flags: [...flagsOf(command), HELP],
    })),
    { name: 'help', purpose: 'Show the flags of a command.', words: names, flags: [] },
    { name: 'version', purpose: 'Show the version.', words: [], flags: [] },
  ]
}

function flagsOf(command: Command): FlagOffer[] {
  return [
    ...Object.entries(command.flags).map(([flag, meaning]): FlagOffer => {
      const [name = '', value] = flag.split('=')
      return { names: [...(flag === OUTPUT ? ['-o'] : []), `--${name}`], value: offerOf(value ?? null), meaning: firstSentence(meaning) }
    }),
    ...command.inputs.map(
      (name): FlagOffer => ({
        names: [...shortNames(name), name].map((one) => `--${one}`),
        value: offerOf(INPUT_FLAGS[name]?.value ?? null),
        meaning: firstSentence(meaningOf(command, name)),
      }),
    ),
  ]
}

function offerOf(value: string | null): Offer | null {
  if (value === null) return null
  if (value === 'FILE') return 'files'
  if (value === 'FOLDER') return 'folders'
  return value.includes('|') ? value.split('|') : []
}

/** Beside a name there is room for one line. */
function firstSentence(text: string): string {
  return (/^.*?[.;:](?= |$)/.exec(text)?.[0] ?? text).replace(/[;:]$/, '.')
}
