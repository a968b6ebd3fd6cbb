import type { Figure } from './keys.ts'

/** What a reader understood of a record; null or missing: nothing. */
export type Understood = Readonly<Partial<Record<Figure, number | null | undefined>>>

/** `$1.50`, `1.50 USD`, `1,234 tokens`: a number that is written for people. */
const WRITTEN = /^(?:[A-Z]{3}|[^\p{L}\p{N}])*(\d[\d,]*(?:\.\d+)?)\s*[\p{L}\p{Sc}%]*$/u
/** As many as a cost that was rounded has. */
const DECIMALS = [2, 3, 4, 5, 6, 7, 8, 9]
const DUST = 1e-9
/** Deeper parts of usage do not occur. */
export const DEEPEST = 4

/** The number that a value is, or that stands in a text; null where it is no amount. */
export function amountOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  if (!Number.isNaN(number)) return number
  const written = WRITTEN.exec(value.trim())?.[1]
  return written === undefined ? null : Number(written.replaceAll(',', ''))
}

/**
 * Whether an amount says no more of a figure than what is understood: the same, a part, or the same as other tools count it: without the
 * cached part of the prompt, without reasoning.
 */
export function isRepetition(value: number, means: Figure, understood: Understood, isPart: boolean): boolean {
  const known = understood[means] ?? null
  if (known === null) return false
  if (isPart && value <= known + DUST) return true
  if (means === 'cost_usd') return isSameCost(value, known)
  const { cached_input_tokens: cached, cache_write_tokens: written, reasoning_tokens: reasoning } = understood
  const others = means === 'input_tokens' ? (cached ?? 0) + (written ?? 0) : means === 'output_tokens' ? (reasoning ?? 0) : 0
  return value === known || value === known - others
}

/** Whether two costs are one, of which one may be rounded. */
export function isSameCost(one: number, other: number): boolean {
  return isRounded(one, other) || isRounded(other, one)
}

function isRounded(value: number, exact: number): boolean {
  return Math.abs(value - exact) <= DUST || (value > 0 && DECIMALS.some((decimals) => Number(exact.toFixed(decimals)) === value))
}

/** Whether there is any number but 0 in it, be it written as text. */
export function saysSomething(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return (amountOf(value) ?? 0) !== 0
  return depth > DEEPEST || Object.values(value).some((part) => saysSomething(part, depth + 1))
}
