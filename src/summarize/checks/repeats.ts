import type { Quality, RepeatedRecords } from '../../generated/types.ts'
import { firstExamples } from '../../usage/examples.ts'
import { Money } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'

/** Records that repeat another one and count all the same. */
export class RepeatLog {
  private records = 0
  private unpricedCalls = 0
  private readonly cost = new Money()
  private examples: readonly string[] = []

  add({ calls }: CostRecord, costUsd: number | null, place: string): void {
    this.records += 1
    if (costUsd === null) this.unpricedCalls += calls
    else this.cost.add(costUsd)
    this.examples = firstExamples(this.examples, place)
  }

  absorb({ records, cost_usd, unpriced_calls, examples }: RepeatedRecords): void {
    this.records += records
    this.unpricedCalls += unpriced_calls
    this.cost.add(cost_usd)
    this.examples = firstExamples(this.examples, ...examples)
  }

  toJson(): Pick<Quality, 'repeats'> {
    if (this.records === 0) return {}
    return {
      repeats: {
        records: this.records,
        cost_usd: this.cost.toNumber(),
        unpriced_calls: this.unpricedCalls,
        examples: [...this.examples],
      },
    }
  }
}
