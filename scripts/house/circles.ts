import type { Import } from './imports.ts'

/** The shortest circle of imports through each file that stands in one, each circle once: files in the order of their imports. */
export function findCircles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) if (to !== null) next.set(from, [...(next.get(from) ?? []), to])
  const found = new Map<string, string[]>()
  for (const file of next.keys()) {
    const way = wayBack(file, next)
    const key = [...(way ?? [])].sort().join(' ')
    if (way !== null && !found.has(key)) found.set(key, way)
  }
  return [...found.values()]
}

/** The shortest way from a file back to itself; null where none leads there. */
function wayBack(file: string, next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const ways: string[][] = [[file]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const to of next.get(way.at(-1) ?? file) ?? []) {
      if (to === file) return way
      if (seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return null
}
