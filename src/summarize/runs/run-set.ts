/**
 * Which of some runs, as hexadecimal digits: a bit for each run in the order of their names, the first in the lowest bit of the first digit.
 * Names would take a hundred times the room.
 */
export function writeRunSet(runIds: ReadonlySet<string>, listed: Iterable<string>): string {
  const order = sorted(listed)
  const digits = new Array<number>(Math.ceil(order.length / BITS)).fill(0)
  for (const [index, runId] of order.entries()) {
    const digit = Math.floor(index / BITS)
    if (runIds.has(runId)) digits[digit] = (digits[digit] ?? 0) | (1 << (index % BITS))
  }
  return digits.map((digit) => digit.toString(16)).join('')
}

/** The runs of a set that `writeRunSet` wrote; null where it is not one of these runs. */
export function readRunSet(digits: string, listed: Iterable<string>): string[] | null {
  const order = sorted(listed)
  if (digits.length !== Math.ceil(order.length / BITS)) return null
  return order.filter((_, index) => (Number.parseInt(digits[Math.floor(index / BITS)] ?? '0', 16) >> (index % BITS)) & 1)
}

/** Bits of a digit. */
const BITS = 4

/** By code units: keys of an object come in another order where they look like numbers. */
function sorted(listed: Iterable<string>): string[] {
  return [...listed].sort((a, b) => (a < b ? -1 : 1))
}
