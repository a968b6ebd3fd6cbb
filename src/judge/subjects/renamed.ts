import { nearestAmong } from '../../text/nearest.ts'

/** Two letters are part of many names by chance. */
const LEAST = 3

/** Finds the new name that an old one may have become: one that holds it or is part of it (`planner-v2` of `planner`), else one that is much like it. */
export function findRenamed(names: readonly string[]): (old: string) => string | null {
  const nearest = nearestAmong(names)
  const entries = names.map((name) => ({ name, lower: name.toLowerCase() }))
  return (old) => {
    const own = old.replace(/^[*?]+|[*?]+$/g, '').toLowerCase()
    const kin = entries.filter(({ lower }) => Math.min(lower.length, own.length) >= LEAST && (lower.includes(own) || own.includes(lower)))
    const [closest] = kin.sort((a, b) => Math.abs(a.lower.length - own.length) - Math.abs(b.lower.length - own.length))
    return closest?.name ?? nearest(old)
  }
}
