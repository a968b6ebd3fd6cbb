/** What is known of one run. */
export interface Run {
  readonly runId: string
  readonly calls: number
  readonly errors: number
  readonly input: number
  readonly output: number
  readonly unpriced: number
  /** Milliseconds since 1970; null where no call has a time. */
  readonly firstMs: number | null
  readonly lastMs: number | null
  /** US dollars of the calls that have a known price: the run cost at least that. Null where none has one, which is not zero. */
  readonly costUsd: number | null
  readonly agents: readonly string[]
}
