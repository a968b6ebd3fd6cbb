import { firstExamples } from '../examples.ts'
import type { Disagreement, Quality } from '../generated/types.ts'
import type { ReadQuality } from '../usage.ts'

const DISAGREEMENTS = 100

/** What is found about the data itself, while it is found. */
export class QualityLog {
  private invalid = 0
  private examples: readonly string[] = []
  private duplicates = 0
  private placeholders = 0
  private disagreements: Disagreement[] = []
  private overlaps: string[] = []
  earlier = 0
  withoutRun = 0

  add(quality: ReadQuality): void {
    this.invalid += quality.invalid
    this.examples = firstExamples(this.examples, ...quality.examples)
    this.duplicates += quality.duplicates
    this.placeholders += quality.placeholders
  }

  /** Notes what a run's records and its summary say it cost, where they differ: the logger sums doubles, so the last digits may. */
  compareRun(run: Disagreement): void {
    if (difference(run) <= Math.max(1e-6, 1e-6 * run.counted_cost_usd)) return
    this.disagreements.push(run)
    if (this.disagreements.length >= 2 * DISAGREEMENTS) this.disagreements = largest(this.disagreements)
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
    })
    this.earlier += quality.earlier_records
    this.withoutRun += quality.records_without_run
    for (const run of quality.disagreements) this.compareRun(run)
    this.overlaps.push(...quality.overlaps)
  }

  toJson(): Quality {
    return {
      invalid_records: this.invalid,
      invalid_examples: [...this.examples],
      duplicate_records: this.duplicates,
      placeholder_records: this.placeholders,
      earlier_records: this.earlier,
      records_without_run: this.withoutRun,
      disagreements: largest(this.disagreements),
      overlaps: [...new Set(this.overlaps)].sort(),
    }
  }
}

function difference({ counted_cost_usd, summary_cost_usd }: Disagreement): number {
  return Math.abs(counted_cost_usd - summary_cost_usd)
}

function largest(disagreements: Disagreement[]): Disagreement[] {
  const name = ({ run_id, path }: Disagreement) => JSON.stringify([run_id, path])
  return disagreements.sort((a, b) => difference(b) - difference(a) || (name(a) < name(b) ? -1 : 1)).slice(0, DISAGREEMENTS)
}
