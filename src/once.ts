/** A call whose result is that of its first time; that of a promise, good or bad. */
export function once<T extends object>(call: () => T): () => T {
  let result: T | undefined
  return () => {
    result ??= call()
    return result
  }
}
