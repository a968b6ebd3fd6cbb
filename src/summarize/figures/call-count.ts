import type { StepMcpStats } from '../../generated/types.ts'

/** Some calls and how many of them failed; nobody may have said so of some or of all. */
export class CallCount {
  calls = 0
  errors = 0
  /** Calls of which nobody says whether they failed. */
  unknown = 0

  add(isError: boolean): void {
    this.calls += 1
    if (isError) this.errors += 1
  }

  /** Adds what a document says: without errors it says of none of its calls whether they failed. */
  absorb({ calls = 0, errors, unknown_outcomes }: Partial<StepMcpStats>): void {
    this.calls += calls
    this.errors += errors ?? 0
    this.unknown += unknown_outcomes ?? (errors === undefined ? calls : 0)
  }

  toJson(): StepMcpStats {
    const { calls, errors, unknown } = this
    return { calls, errors, ...(unknown > 0 && { unknown_outcomes: unknown }) }
  }
}
