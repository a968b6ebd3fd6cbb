import { setTimeout as sleep } from 'node:timers/promises'

/** How long GitHub may take. Unit: milliseconds. */
export interface Deadlines {
  /** For one try, its answer included; of a download, for silence. */
  readonly tryMs: number
  /** For one operation with all its tries and waits. */
  readonly requestMs: number
  /** For all operations together. */
  readonly totalMs: number
}

/** The time for all that is asked of GitHub, so that a step ends in time whatever is silent. The clock of the machine may be set meanwhile. */
export class Budget {
  readonly tryMs: number
  readonly requestMs: number
  leftMs: number

  // A minute is the longest wait for a limit; then there is time for another try.
  constructor({ tryMs = 10_000, requestMs = 75_000, totalMs = 150_000 }: Partial<Deadlines>) {
    this.tryMs = tryMs
    this.requestMs = requestMs
    this.leftMs = totalMs
  }

  /** Begins an operation: a request, or a download. */
  begin(): Operation {
    return new Operation(this)
  }
}

/** What tries and waits of one operation may take. */
export class Operation {
  private readonly budget: Budget
  private spentMs = 0

  constructor(budget: Budget) {
    this.budget = budget
  }

  /** One try. Rejects where no time is left; the try itself has to keep to its own, and to that of the operation. Unit: milliseconds. */
  async run<Result>(attempt: (tryMs: number, roomMs: number) => Promise<Result>): Promise<Result> {
    const roomMs = this.roomMs()
    if (roomMs <= 0) throw new Error('GitHub took too long to answer this run')
    const startMs = performance.now()
    try {
      return await attempt(Math.min(this.budget.tryMs, roomMs), roomMs)
    } finally {
      this.spendSince(startMs)
    }
  }

  /** Waits before another try; false, and at once, where no time would be left for it. */
  async wait(ms: number): Promise<boolean> {
    if (ms >= this.roomMs()) return false
    const startMs = performance.now()
    await sleep(ms)
    this.spendSince(startMs)
    return true
  }

  private roomMs(): number {
    return Math.min(this.budget.requestMs - this.spentMs, this.budget.leftMs)
  }

  private spendSince(startMs: number): void {
    // What is left is the time of an AbortSignal, which takes no fractions.
    const ms = Math.round(performance.now() - startMs)
    this.spentMs += ms
    this.budget.leftMs -= ms
  }
}
