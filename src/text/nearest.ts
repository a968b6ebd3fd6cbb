/** The name that differs least from what was written, to answer a slip of the pen; null where none is close. */
export function nearestName(written: string, names: readonly string[]): string | null {
  return nearestAmong(names)(written)
}

/** The same for many that were written: the names are made ready once. */
export function nearestAmong(names: readonly string[]): (written: string) => string | null {
  const entries = names.map((name) => ({ name, characters: [...name.toLowerCase()] }))
  return (written) => {
    // A long name is no slip of the pen, and measuring it takes time.
    if (written.length > 100) return null
    const from = [...written.toLowerCase()]
    let nearest: string | null = null
    let least = Math.max(written.length > 3 ? 2 : 1, Math.floor(written.length / 3)) + 1
    for (const { name, characters } of entries) {
      // Each character more or less is one to add or drop: there is nothing to measure.
      if (Math.abs(characters.length - from.length) >= least) continue
      const distance = editDistance(from, characters, least)
      if (distance < least) [nearest, least] = [name, distance]
    }
    return nearest
  }
}

/** Levenshtein distance: characters to add, drop or replace; `enough` stands for that many and more. */
function editDistance(from: readonly string[], to: readonly string[], enough: number): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const character of from) {
    let left = (row[0] ?? 0) + 1
    let least = left
    const next = [left]
    for (const [column, other] of to.entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1)
      left = Math.min(left + 1, (row[column + 1] ?? 0) + 1, replaced)
      if (left < least) least = left
      next.push(left)
    }
    // No later row is below the least of this one.
    if (least >= enough) return enough
    row = next
  }
  return row.at(-1) ?? 0
}
