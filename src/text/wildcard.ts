/** Tells whether a whole name matches. */
export type Matcher = (name: string) => boolean

/**
 * Compiles a pattern of literal characters, `*` (any characters, or none) and `?` (one character). Case counts. A name takes at most
 * pattern × name steps, so that a hostile name or pattern cannot stall it as it could a regular expression.
 */
export function toMatcher(pattern: string): Matcher {
  if (!isGlob(pattern)) return (name) => name === pattern
  // Characters, not UTF-16 units: `?` stands for what a person sees as one.
  const wanted = [...pattern]
  const pieces = pattern.split(/[*?]+/)
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  // Most names lack one of the literal pieces, which is found far sooner than where each character goes.
  return (name) => name.startsWith(first) && name.endsWith(last) && hasInOrder(name, pieces) && matches(wanted, [...name])
}

/** Whether the whole name matches a pattern that meets no other name: what meets many is compiled once. */
export function matchesWildcard(pattern: string, name: string): boolean {
  return matches([...pattern], [...name])
}

/** Whether a pattern has wildcards, and is no plain name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text)
}

function hasInOrder(name: string, pieces: readonly string[]): boolean {
  let from = 0
  for (const piece of pieces) {
    const place = name.indexOf(piece, from)
    if (place < 0) return false
    from = place + piece.length
  }
  return true
}

function matches(wanted: readonly string[], given: readonly string[]): boolean {
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
