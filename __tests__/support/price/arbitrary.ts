import fc from 'fast-check'

/** Tokens of a call, its prompt in parts, so that more of one is more tokens. */
export interface Amounts {
  readonly plain: number
  readonly cached: number
  readonly written: number
  readonly hourly: number
  readonly output: number
}

const tokens = fc.nat(1_000_000)

export const amounts = fc.record<Amounts>({ plain: tokens, cached: tokens, written: tokens, hourly: tokens, output: tokens })

/** What else decides the price of a call. */
export const someTerms = fc.record({
  calls: fc.integer({ min: 1, max: 5 }),
  serviceTier: fc.constantFrom(undefined, 'default', 'flex', 'priority', 'batch', 'scale'),
  timeMs: fc.option(fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2027-06-01') })),
})

/** The same tokens as a record has them. */
export function usageOf({ plain, cached, written, hourly, output }: Amounts) {
  return {
    inputTokens: plain + cached + written + hourly,
    cachedTokens: cached,
    cacheWriteTokens: written + hourly,
    cacheWrite1hTokens: hourly,
    outputTokens: output,
  }
}
