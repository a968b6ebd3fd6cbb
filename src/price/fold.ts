import { PROVIDERS } from '../generated/providers.ts'
import { type Providers, splitProviders } from './names.ts'

/** What a model's name tells, however it is spelled. */
export interface FoldedName {
  /** The model's own name, lower case, without providers and snapshot. */
  readonly model: string
  /** Digits of the snapshot's date, its number, or `latest`; null where the name leaves that open. */
  readonly snapshot: string | null
  /** Those before its name, the outermost first. */
  readonly providers: readonly string[]
}

const KNOWN: Providers = new Map(PROVIDERS)
/** A date or number at the end, and what Amazon Bedrock writes after a date: a version alone (`claude-v2:1`) is another model. */
const SNAPSHOT = /^(.+?)[-@](\d{4}-\d{2}-\d{2}|\d{2}-\d{4}|\d{2}-\d{2}|\d{8}|\d{4}|00\d|latest)(?:-v\d+:\d+)?$/
/** Years of models, two digits: a name that ends in other digits has a size there. */
const YEARS = { from: 22, to: 49 }

/** Takes a model's name apart. Two names with the same parts are spellings of one; one without snapshot means all of them. */
export function foldName(name: string): FoldedName {
  const { providers, model } = splitProviders(name, KNOWN)
  const [, own = model, ending = ''] = SNAPSHOT.exec(model) ?? []
  return isSnapshot(ending) ? { model: own, snapshot: ending.replaceAll('-', ''), providers } : { model, snapshot: null, providers }
}

/** Digits that a calendar has, as months with a day or a year (`0613`, `05-06`, `2411`, `08-2024`, `2024-09-12`), and what is no date. */
function isSnapshot(ending: string): boolean {
  const digits = ending.replaceAll('-', '')
  if (ending === 'latest' || digits.length === 3) return true
  const [first, second] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))]
  if (digits.length === 4) return isDay(first, second) || (isYear(first) && isMonth(second))
  if (/^\d{2}-\d{4}$/.test(ending)) return isMonth(first) && second === 20
  return first === 20 && isYear(second) && isDay(Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))
}

function isDay(month: number, day: number): boolean {
  return isMonth(month) && day >= 1 && day <= 31
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12
}

function isYear(year: number): boolean {
  return year >= YEARS.from && year <= YEARS.to
}
