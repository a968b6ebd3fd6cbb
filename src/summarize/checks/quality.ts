import type { Disagreement, Quality } from '../../generated/types.ts'
import { firstExamples } from '../../usage/examples.ts'
import { Money } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { ReadQuality } from '../../usage/usage.ts'
import { isApart, largestOf } from './disagreement.ts'
import { RepeatLog } from './repeats.ts'

const DISAGREEMENTS = 100
const LEFT_OUT = 100

/** What is found about the data itself, while it is found. */
export class QualityLog {
  private invalid = 0
  private examples: readonly string[] = []
  private duplicates = 0
  private placeholders = 0
  private disagreements: Disagreement[] = []
  private overlaps: string[] = []
  private notCompared: string[] = []
  private leftOut: string[] = []
  private readonly repeats = new RepeatLog()
  earlier = 0
  withoutRun = 0
  private timeless = 0
  private readonly timelessCost = new Money()

  add(quality: ReadQuality): void {
    this.invalid += quality.invalid
    this.examples = firstExamples(this.examples, ...quality.examples)
    this.duplicates += quality.duplicates
    this.placeholders += quality.placeholders
    this.notCompared.push(...(quality.notCompared ?? []))
    this.leftOut.push(...(quality.leftOut ?? []))
  }

  /** Notes that a source contradicts what was counted. */
  disagree(disagreement: Disagreement): void {
    this.disagreements.push(disagreement)
    if (this.disagreements.length >= 2 * DISAGREEMENTS) this.disagreements = largestOf(this.disagreements, DISAGREEMENTS)
  }

  /**
   * Notes a record that repeats another one.
   * @param place file:line.
   */
  repeat(record: CostRecord, costUsd: number | null, place: string): void {
    this.repeats.add(record, costUsd, place)
  }

  /** Notes calls without a time. */
  addTimeless(calls: number, costUsd: number | null): void {
    this.timeless += calls
    if (costUsd !== null) this.timelessCost.add(costUsd)
  }

  overlap(file: string): void {
    this.overlaps.push(file)
  }

  absorb(quality: Quality): void {
    this.add({
      invalid: quality.invalid_records,
      examples: quality.invalid_examples,
      duplicates: quality.duplicate_records,
      placeholders: quality.placeholder_records,
      ...(quality.not_compared !== undefined && { notCompared: quality.not_compared }),
      ...(quality.left_out !== undefined && { leftOut: quality.left_out }),
    })
    if (quality.repeats) this.repeats.absorb(quality.repeats)
    this.earlier += quality.earlier_records
    this.withoutRun += quality.records_without_run
    if (quality.without_time !== undefined) this.addTimeless(quality.without_time.calls, quality.without_time.cost_usd)
    for (const disagreement of quality.disagreements) if (isApart(disagreement)) this.disagree(disagreement)
    this.overlaps.push(...quality.overlaps)
  }

  toJson(): Quality {
    return {
      invalid_records: this.invalid,
      invalid_examples: [...this.examples],
      duplicate_records: this.duplicates,
      ...this.repeats.toJson(),
      placeholder_records: this.placeholders,
      earlier_records: this.earlier,
      records_without_run: this.withoutRun,
      ...(this.timeless > 0 && { without_time: { calls: this.timeless, cost_usd: this.timelessCost.toNumber() } }),
      disagreements: largestOf(this.disagreements, DISAGREEMENTS),
      overlaps: [...new Set(this.overlaps)].sort(),
      ...(this.notCompared.length > 0 && { not_compared: [...new Set(this.notCompared)].sort() }),
      ...(this.leftOut.length > 0 && { left_out: [...new Set(this.leftOut)].sort().slice(0, LEFT_OUT) }),
    }
  }
}
