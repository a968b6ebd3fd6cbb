/** An answer that is not what GitHub documents: cut, or a page in place of data. */
export class IncompleteAnswer extends Error {
  constructor(about = 'the answer') {
    super(`${about} did not arrive whole`)
  }
}

/** The text at a place of an answer or event; null where there is none. */
export function textAt(value: unknown, ...keys: readonly string[]): string | null {
  const found = pick(value, ...keys)
  return typeof found === 'string' ? found : null
}

/** The number at a place of an answer or event; null where there is none. */
export function numberAt(value: unknown, ...keys: readonly string[]): number | null {
  const found = pick(value, ...keys)
  return typeof found === 'number' ? found : null
}

/** What is at a place of an answer or event; undefined where there is nothing. */
export function pick(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) found = isObject(found) ? Reflect.get(found, key) : undefined
  return found
}

/** Whether a value has keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
