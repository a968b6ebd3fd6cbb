import { InputError, shown } from '../errors.ts'
import { calendar } from '../time.ts'
import { isBefore, readBound } from '../usage/bound.ts'
import type { Filter } from '../usage/filter.ts'
import type { Args } from './flags.ts'
import { readingPlaces } from './records.ts'

/** Flags that choose records, with their meaning, for commands that look at records one by one. */
export const SELECTING = {
  'agent=PATTERN': 'Only these agents; * and ? are wildcards. An empty pattern: only calls that name none.',
  'customer=PATTERN': 'Only these customers.',
  'model=PATTERN': 'Only these models.',
  'step=PATTERN': 'Only these steps.',
  'case=PATTERN': 'Only these cases that were tested.',
  'run-id=PATTERN': 'Only these runs.',
  'since=TIME': 'Only calls from this ISO 8601 day or time on.',
  'until=TIME': 'Only calls to the end of this day, or before this time.',
}

/** Reads the flags of SELECTING that a command has. */
export function readFilter(args: Args): Filter {
  const { flags, inputs } = args
  const since = readBound('--since', inputs.since, '--since 2026-11-01')
  const until = readBound('--until', flags.get('until'), '--until 2026-11-01')
  if (since !== null && until !== null && isBefore(until, since, calendar(readingPlaces(args).settings.timezone)))
    throw new InputError(`--until ${flags.get('until')} is before --since ${inputs.since}. Example: --since 2026-11-01 --until 2026-11-30`)
  const pattern = (name: string) => flags.get(name) ?? null
  return {
    agent: pattern('agent'),
    customer: pattern('customer'),
    model: pattern('model'),
    step: pattern('step'),
    testCase: pattern('case'),
    runId: pattern('run-id'),
    since,
    until,
  }
}

/** One of the values that a flag may have. */
export function choose<T extends string>({ flags }: Args, name: string, choices: readonly T[], usual: T): T {
  const value = flags.get(name) ?? usual
  const choice = choices.find((one) => one === value)
  if (choice === undefined)
    throw new InputError(`--${name} must be one of ${choices.join(', ')}, got ${shown(value)}. Example: --${name} ${usual}`)
  return choice
}

/** A whole number from 1 on; null where the flag is not given. */
export function readNumber({ flags }: Args, name: string, most: number, example: number): number | null {
  const value = flags.get(name)
  if (value === undefined) return null
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most)
    throw new InputError(`--${name} must be a whole number from 1 to ${most}, got ${shown(value)}. Example: --${name} ${example}`)
  return number
}
