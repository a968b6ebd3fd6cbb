import { Money } from '../usage/money.ts'
import type { CostRecord } from '../usage/record.ts'

/** What was spent, for two sources to be compared by. */
export interface Spent {
  /** Cost of all calls that have one. US dollars. */
  readonly usd: number
  /** Whether that is all of them; otherwise it is at least so much. */
  readonly isKnown: boolean
  /** Null is unknown. */
  readonly tokens: number | null
}

/** Spend while it grows. */
export class Sum {
  readonly cost = new Money()
  isKnown = true
  tokens = 0

  add({ inputTokens, outputTokens }: CostRecord, costUsd: number | null): void {
    this.tokens += inputTokens + outputTokens
    if (costUsd === null) this.isKnown = false
    else this.cost.add(costUsd)
  }

  toSpent(): Spent {
    const [usd, { isKnown, tokens }] = [this.cost.toNumber(), this]
    // Calls that give no tokens used some; only where there is no call there are none.
    return { usd, isKnown, tokens: tokens > 0 || (isKnown && usd === 0) ? tokens : null }
  }
}
