const BARS = '▁▂▃▄▅▆▇█'

/** Values ≥ 0 as bars from 0 to the largest of them; null is a gap. */
export function sparkline(values: readonly (number | null)[]): string {
  const most = values.reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0)
  return values.map((value) => (value === null ? ' ' : barOf(most === 0 ? 0 : value / most))).join('')
}

function barOf(part: number): string {
  return BARS.charAt(Math.max(0, Math.ceil(part * BARS.length) - 1))
}
