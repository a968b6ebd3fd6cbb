/**
 * Whether the whole name matches a pattern of literal characters, `*` (any characters, or none) and `?` (one character).
 * Case counts. Takes at most pattern × name steps, so that a hostile name or pattern cannot stall it as it could a regular expression.
 */
export function matchesWildcard(pattern: string, name: string): boolean {
  // Characters, not UTF-16 units: `?` stands for what a person sees as one.
  const wanted = [...pattern]
  const given = [...name]
  let at = 0
  let star = -1
  let resume = 0
  for (let next = 0; next < given.length; ) {
    if (wanted[at] === '*') {
      star = at++
      resume = next
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[next])) {
      at++
      next++
    } else if (star >= 0) {
      // Only the last star needs another try: whatever an earlier one could take, the last one can take as well.
      at = star + 1
      next = ++resume
    } else return false
  }
  return wanted.slice(at).every((character) => character === '*')
}

/** How specific a pattern is: more literal characters win, and a name without wildcards beats every pattern. */
export function specificity(pattern: string): number {
  const literal = pattern.replace(/[*?]/g, '')
  return literal === pattern ? Number.POSITIVE_INFINITY : literal.length
}
