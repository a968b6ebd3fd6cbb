import type { RunEvent } from '../../generated/types.ts'
import type { ErrorType } from '../../usage/usage.ts'

const TYPES: readonly ErrorType[] = ['rate_limit', 'timeout', 'tool', 'validation']
/**
 * Words that tell the type of an error, in the order and for the most part with the words of the framework's own `flow summarize`; what it
 * does not know stands last, so that nothing which it names gets another name here.
 */
const WORDS: readonly (readonly [ErrorType, readonly string[]])[] = [
  ['timeout', ['timeout', 'deadline']],
  ['tool', ['tool']],
  ['validation', ['validation', 'schema', 'invalid']],
  ['rate_limit', ['rate limit', 'ratelimit', 'throttl', '429', 'rate_limit', 'rate-limit', 'too many requests']],
  ['timeout', ['timed out', 'timedout']],
]

/** Why a step failed: the type that its event names, else the first whose words stand anywhere in what the event says of the error. */
export function errorTypeOf(event: RunEvent): ErrorType {
  const errors = [event.error, event.extra?.error]
  const named = [event.error_type, ...errors.flatMap((error) => pick(error, ['type', 'category']))].flatMap(textOf)
  const said = [event.error_code, event.status, ...errors, ...errors.flatMap((error) => pick(error, ['code', 'reason', 'message']))]
  const texts = [...named, ...said.flatMap(textOf)]
  return (
    TYPES.find((type) => named.includes(type)) ??
    WORDS.find(([, words]) => texts.some((text) => words.some((word) => text.includes(word))))?.[0] ??
    'unknown'
  )
}

/** Whether an event tells of an error, whatever it says of it. */
export function hasError({ error, extra }: RunEvent): boolean {
  return Boolean(error) || Boolean(extra?.error)
}

/** Writers put anything under these keys: what is no object has none of them. */
function pick(value: unknown, keys: readonly string[]): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => (keys.includes(key) ? [part] : []))
    : []
}

/** A code may be a number. */
function textOf(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' ? [`${value}`.toLowerCase()] : []
}
