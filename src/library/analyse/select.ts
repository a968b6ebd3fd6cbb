import { InputError, shown } from '../../errors.ts'
import { localFiles } from '../../files/source.ts'
import type { ReadContext } from '../../measure/usage.ts'
import type { Settings } from '../../settings.ts'
import { calendar } from '../../time.ts'
import { isBefore, readBound } from '../../usage/bound.ts'
import type { Filter } from '../../usage/filter.ts'
import { toSettings } from '../settings.ts'
import { unknownOption } from '../unknown-option.ts'
import type { SelectOptions } from './options.ts'

/** Options that are inputs of the action, too. */
const INPUTS = ['usagePath', 'workingDirectory', 'onInvalid', 'pricingPath', 'timezone'] as const
const NAMES = ['agent', 'customer', 'model', 'step', 'case', 'runId'] as const
const TIMES = ['since', 'until'] as const

/** Settings and filter of the options that choose records. Throws an InputError for one that is wrong, or that neither they nor `own` has. */
export function select(options: SelectOptions, own: readonly string[]): { settings: Settings; filter: Filter } {
  const known: readonly string[] = [...INPUTS, ...NAMES, ...TIMES, ...own]
  for (const name of Object.keys(options)) if (!known.includes(name)) throw unknownOption(name, known)
  const settings = toSettings(Object.fromEntries(INPUTS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]))))
  const [since, until] = TIMES.map((name) => readBound(name, options[name], `${name}: '2026-11-01'`))
  if (since && until && isBefore(until, since, calendar(settings.timezone)))
    throw new InputError(
      `until ${shown(options.until)} is before since ${shown(options.since)}. Example: since: '2026-11-01', until: '2026-11-30'`,
    )
  const [agent, customer, model, step, testCase, runId] = NAMES.map((name) => readPattern(name, options[name]))
  return {
    settings,
    filter: {
      agent: agent ?? null,
      customer: customer ?? null,
      model: model ?? null,
      step: step ?? null,
      testCase: testCase ?? null,
      runId: runId ?? null,
      since: since ?? null,
      until: until ?? null,
    },
  }
}

/** How they read: without telling anybody how far they are. */
export function quietContext(settings: Settings): ReadContext {
  return { onProgress: () => {}, files: localFiles(settings['working-directory']) }
}

function readPattern(name: string, value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'string') return value
  throw new InputError(`${name} must be a text, got ${shown(value)}. Example: ${name}: '*'`)
}

/** One of the values that an option may have. */
export function choose<T extends string>(name: string, choices: readonly T[], usual: T, value: unknown): T {
  const choice = choices.find((one) => one === (value ?? usual))
  if (choice === undefined)
    throw new InputError(`${name} must be one of ${choices.join(', ')}, got ${shown(value)}. Example: ${name}: '${usual}'`)
  return choice
}

/** A whole number from 1 on; null where it is not given. */
export function readNumber(name: string, value: unknown, most: number, example: number): number | null {
  if (value === undefined) return null
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new InputError(`${name} must be a whole number from 1 to ${most}, got ${shown(value)}. Example: ${name}: ${example}`)
}
