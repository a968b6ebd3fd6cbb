/** Of what is tried on random cases, the tests that a change usually breaks try so many: one in five. */
const SHARE = 5
/** Set where all of them are tried. */
const isExhaustive = process.env.PROPERTY_TRIES === 'all'

/** How often a property is tried: `count` times where tests are exhaustive. */
export function tries(count: number): { readonly numRuns: number } {
  return { numRuns: isExhaustive ? count : Math.ceil(count / SHARE) }
}
