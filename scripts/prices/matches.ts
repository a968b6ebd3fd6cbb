import type { MatchLogic } from '@pydantic/genai-prices'

/** Names of a model. */
export interface Names {
  /** Nothing may be added to them. */
  readonly exact: readonly string[]
  /** A date, a number or another documented ending may follow. */
  readonly open: readonly string[]
}

/** A date or a number that a pattern asks for at the end. */
const DATED = /^\^(.+?)-\\d(?:\{8\}\$|\{4\}-\\d\{2\}-\\d\{2\}\$)?$/
/** A name, with marks that mean themselves. */
const PLAIN = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[.[\]])+)\$$/
/** Leaves out one kind of model, which has an entry of its own. */
const NO_SPEECH = '^(?!.*-[tT][tT][sS](?:$|-))'
/** What a pattern has of the date or number that follows a name. */
const CUT_DATE = /(?:-20\d\d-?|-0|[-@.])$/

/** What names a pattern of the price library means; throws where it is one of a new kind. */
export function namesOf(match: MatchLogic): Names {
  const exact = new Set<string>()
  const open = new Set<string>()
  collect(match, exact, open)
  return { exact: [...exact].filter((name) => !open.has(name)).sort(), open: [...open].sort() }
}

function collect(match: MatchLogic, exact: Set<string>, open: Set<string>): void {
  if ('or' in match) for (const one of match.or) collect(one, exact, open)
  else if ('and' in match) for (const one of match.and) collect(one, exact, open)
  else if ('equals' in match) exact.add(match.equals.toLowerCase())
  else if ('starts_with' in match) open.add(withoutDate(match.starts_with))
  else if ('contains' in match) open.add(withoutDate(match.contains))
  else if ('ends_with' in match) exact.add(match.ends_with.toLowerCase())
  else collectRegex(match.regex, exact, open)
}

function collectRegex(regex: string, exact: Set<string>, open: Set<string>): void {
  if (regex === NO_SPEECH) return
  const [, dated] = DATED.exec(regex) ?? []
  const [, plain] = PLAIN.exec(regex) ?? []
  if (dated !== undefined) open.add(unescaped(dated))
  else if (plain !== undefined) exact.add(unescaped(plain))
  else throw new Error(`a pattern of a new kind, which scripts/prices/matches.ts has to learn: ${regex}`)
}

function unescaped(regex: string): string {
  return regex.replaceAll('\\', '').toLowerCase()
}

function withoutDate(name: string): string {
  return name.toLowerCase().replace(CUT_DATE, '')
}
