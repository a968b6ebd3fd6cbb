import type { Disagreement } from '../generated/types.ts'

// Numbers are written by hand, not by Intl: the same report gives the same bytes on every machine.

const MINUS = '\u2212'
/** Amounts are exact to 1e-12 dollars; anything below is rounding dust. */
const MAX_DECIMALS = 12
const DUST = 0.5 * 10 ** -MAX_DECIMALS
/** A change of a baseline of next to nothing: beyond this a percentage tells no one anything. */
const MAX_PERCENT = 1_000_000
/** From here on cents of what is known roughly mean nothing. */
const ROUGH_USD = 100

/**
 * An amount of US dollars: cents from $10, four decimals below, three significant digits below $0.001; a round amount
 * is short (`$0.50`). With `like` both amounts get as many decimals as tell them apart.
 */
export function usd(amount: number, like?: number): string {
  return `${sign(amount, '')}$${usdDigits(amount, like)}`
}

/** A change of an amount: `+$0.7037`, `−$0.10`, `$0.00`. */
export function signedUsd(amount: number, like?: number): string {
  return `${sign(amount, '+')}$${usdDigits(amount, like)}`
}

/** An amount that is known roughly only: whole dollars from $100 on, `$1,240`; below as `usd`. */
export function roughUsd(amount: number): string {
  return Math.abs(amount) < ROUGH_USD ? usd(amount) : `${sign(amount, '')}$${write(amount, 0, 0)}`
}

/** A change of such an amount: `+$310`, `−$0.10`. */
export function signedRoughUsd(amount: number): string {
  return `${sign(amount, '+')}${roughUsd(Math.abs(amount))}`
}

/** `122.9 %`; with `like`, for example a limit, as many decimals as tell the two apart. Unit: percent. */
export function percent(value: number, like?: number): string {
  return percentWith(sign(value, ''), value, like)
}

/** What was counted and what another source says, in the unit in which they differ: `$0.40` and `$0.50`, `110 tokens` and `9,000 tokens`. */
export function contradiction(amounts: Disagreement): { counted: string; said: string } {
  const { counted_cost_usd, summary_cost_usd, counted_tokens, summary_tokens } = amounts
  if (counted_tokens !== undefined && summary_tokens !== undefined)
    return { counted: count(counted_tokens, 'token'), said: count(summary_tokens, 'token') }
  return { counted: usd(counted_cost_usd, summary_cost_usd), said: usd(summary_cost_usd, counted_cost_usd) }
}

/** A change in percent: `+122.9 %`, `−3.1 %`, `0 %`. */
export function signedPercent(value: number, like?: number): string {
  return percentWith(sign(value, '+'), value, like)
}

/** `1,150 ms`; with `like`, for example a limit, as many decimals as tell the two apart. Unit: milliseconds. */
export function milliseconds(value: number, like?: number): string {
  return `${write(value, tellApart(value, like, millisecondDecimals), 0)} ms`
}

/** `1 call`, `1,234 calls`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${integer(n)} ${n === 1 ? noun : plural}`
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 2 more`: the first names of many. */
export function listSome(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most)
  const rest = names.length - shown.length
  const last = rest > 0 ? `${integer(rest)} more` : shown.pop()
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`
}

/** A sentence begins with a capital. */
export function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** `1,234`. */
export function integer(n: number): string {
  return `${n <= -0.5 ? MINUS : ''}${write(n, 0, 0)}`
}

/** A figure that is an estimate itself: `14 %`; with one decimal below 2. With `like`, as many decimals as tell the two apart. Unit: percent. */
export function wholePercent(value: number, like?: number): string {
  return percentWith(sign(value, ''), value, like, wholeDecimals)
}

/** The same as a change: `+14 %`. */
export function signedWholePercent(value: number, like?: number): string {
  return percentWith(sign(value, '+'), value, like, wholeDecimals)
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

function usdDigits(amount: number, like: number | undefined): string {
  return isNothing(amount) ? '0.00' : write(amount, tellApart(amount, like, usdDecimals), 2)
}

function percentWith(signed: string, value: number, like: number | undefined, decimalsOf = percentDecimals): string {
  if (isNothing(value)) return '0 %'
  if (Math.abs(value) >= MAX_PERCENT) return `over ${signed}${write(MAX_PERCENT, 0, 0)} %`
  return `${signed}${write(value, tellApart(value, like, decimalsOf), 0)} %`
}

function usdDecimals(amount: number): number {
  const size = Math.abs(amount)
  if (size >= 10) return 2
  return size >= 0.001 || isNothing(size) ? 4 : significant(size, 3)
}

function percentDecimals(value: number): number {
  const size = Math.abs(value)
  if (size >= 1000) return 0
  return size >= 0.1 || isNothing(size) ? 1 : significant(size, 1)
}

function wholeDecimals(value: number): number {
  return Math.abs(value) < 2 ? percentDecimals(value) : 0
}

function millisecondDecimals(value: number): number {
  if (value >= 10) return 0
  return value >= 0.1 || isNothing(value) ? 1 : significant(value, 1)
}

function significant(size: number, digits: number): number {
  return Math.min(MAX_DECIMALS, digits - 1 - Math.floor(Math.log10(size)))
}

/** Decimals for `value`: its own, and more while it would read the same as `like` although it is not. */
function tellApart(value: number, like: number | undefined, decimalsOf: (value: number) => number): number {
  let decimals = decimalsOf(value)
  if (like === undefined || isNothing(value - like)) return decimals
  let others = decimalsOf(like)
  while (decimals < MAX_DECIMALS && Number(value.toFixed(decimals)) === Number(like.toFixed(others))) {
    decimals += 1
    others += 1
  }
  return decimals
}

/** Digits with thousands separators and no sign; only `minimum` decimals where they hold the whole value. */
function write(value: number, decimals: number, minimum: number): string {
  const size = Math.abs(value)
  const short = size.toFixed(minimum)
  const digits = isNothing(Number(short) - size) ? short : size.toFixed(decimals)
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function sign(value: number, plus: string): string {
  if (isNothing(value)) return ''
  return value < 0 ? MINUS : plus
}

function isNothing(value: number): boolean {
  return Math.abs(value) < DUST
}
