import type { RunCostSketch } from '../../generated/types.ts'
import { Money } from '../../usage/money.ts'

/** Two costs in one bucket differ by less than 2 %, so that its middle is within 1 % of both. */
const GROWTH = 1.01 / 0.99
const LOG_GROWTH = Math.log(GROWTH)

/** Counts of costs per logarithmic bucket (Masson, Rim, Lee 2019, "DDSketch"): adding and merging commute, so order never matters. */
export class Sketch {
  private zeros = 0
  private readonly buckets = new Map<number, number>()
  /** Of US dollars squared; summed like money, so that order never matters. */
  private readonly squares = new Money()

  add(usd: number): void {
    this.squares.add(usd * usd)
    if (usd === 0) this.zeros += 1
    else this.count(Math.ceil(Math.log(usd) / LOG_GROWTH), 1)
  }

  absorb(sketch: RunCostSketch): void {
    this.zeros += sketch.zeros
    this.squares.add(sketch.sum_of_squares)
    for (const [index, count] of Object.entries(sketch.buckets)) this.count(Number(index), count)
  }

  private count(index: number, runs: number): void {
    this.buckets.set(index, (this.buckets.get(index) ?? 0) + runs)
  }

  /** Costs in rising order with the number of runs that have them, each within 1 %. */
  steps(): { usd: number; runs: number }[] {
    const steps = [...this.buckets].sort(([a], [b]) => a - b).map(([index, runs]) => ({ usd: (2 * GROWTH ** index) / (GROWTH + 1), runs }))
    return this.zeros > 0 ? [{ usd: 0, runs: this.zeros }, ...steps] : steps
  }

  /** Sample standard deviation of `count` costs with this sum; from the squares, because buckets are too coarse for costs that are alike. */
  deviation(count: number, totalUsd: number): number | null {
    if (count < 2) return null
    return Math.sqrt(Math.max(0, this.squares.toNumber() - totalUsd * (totalUsd / count)) / (count - 1))
  }

  toJson(): RunCostSketch {
    const sorted = [...this.buckets].sort(([a], [b]) => a - b)
    return {
      zeros: this.zeros,
      buckets: Object.fromEntries(sorted.map(([index, runs]) => [String(index), runs])),
      sum_of_squares: this.squares.toNumber(),
    }
  }
}
