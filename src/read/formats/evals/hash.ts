import { createHash } from 'node:crypto'

/** Deeper parts do not tell values apart. */
const DEEPEST = 50
const LENGTH = 16

/** A short name of a value: equal for equal values, in whatever order their keys stand. */
export function hashOf(value: unknown, length = LENGTH): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(value)) ?? '')
    .digest('hex')
    .slice(0, length)
}

function inOrder(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth + 1))
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part, depth + 1)]))
}
