import type { Stats, UseStats } from '../../generated/types.ts'
import { Money, money } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'
import { Largest } from './largest.ts'

/** Figures of one subject while they grow. */
export class Tally {
  calls = 0
  errors = 0
  input = 0
  output = 0
  cached = 0
  cacheWrite = 0
  reasoning = 0
  unpriced = 0
  readonly cost = new Money()
  /** Cost of calls that name no run; null: every call names one. */
  withoutRun: Money | null = null
  readonly largest = new Largest()

  /** Adds a record; null is an unknown cost, which is in no amount. */
  add(record: CostRecord, costUsd: number | null): void {
    this.calls += record.calls
    this.errors += record.errors
    this.input += record.inputTokens
    this.output += record.outputTokens
    this.cached += record.cachedTokens
    this.cacheWrite += record.cacheWriteTokens
    this.reasoning += record.reasoningTokens
    if (costUsd === null) this.unpriced += record.calls
    else {
      this.cost.add(costUsd)
      if (record.runId === null) this.addWithoutRun(money(costUsd))
    }
    this.largest.add(record)
  }

  plus(other: Tally): void {
    this.calls += other.calls
    this.errors += other.errors
    this.input += other.input
    this.output += other.output
    this.cached += other.cached
    this.cacheWrite += other.cacheWrite
    this.reasoning += other.reasoning
    this.unpriced += other.unpriced
    this.cost.plus(other.cost)
    if (other.withoutRun !== null) this.addWithoutRun(other.withoutRun)
    this.largest.plus(other.largest)
  }

  private addWithoutRun(cost: Money): void {
    this.withoutRun ??= new Money()
    this.withoutRun.plus(cost)
  }

  addStats(stats: Stats & Pick<UseStats, 'cost_without_run_usd'>): void {
    this.calls += stats.calls
    this.errors += stats.errors
    this.input += stats.input_tokens
    this.output += stats.output_tokens
    this.cached += stats.cached_input_tokens ?? 0
    this.cacheWrite += stats.cache_write_tokens ?? 0
    this.reasoning += stats.reasoning_tokens ?? 0
    this.unpriced += stats.unpriced_calls ?? 0
    this.cost.add(stats.cost_usd)
    if (stats.cost_without_run_usd !== undefined) this.addWithoutRun(money(stats.cost_without_run_usd))
    if (stats.largest_calls !== undefined) this.largest.absorb(stats.largest_calls)
  }

  /** As it stands in a cost summary; figures that no record gave are left out. */
  toStats(): Stats {
    return {
      calls: this.calls,
      errors: this.errors,
      input_tokens: this.input,
      output_tokens: this.output,
      total_tokens: this.input + this.output,
      ...this.optionalTokens(),
      ...(this.unpriced > 0 && { unpriced_calls: this.unpriced }),
      cost_usd: this.cost.toNumber(),
    }
  }

  optionalTokens(): { cached_input_tokens?: number; cache_write_tokens?: number; reasoning_tokens?: number } {
    return {
      ...(this.cached > 0 && { cached_input_tokens: this.cached }),
      ...(this.cacheWrite > 0 && { cache_write_tokens: this.cacheWrite }),
      ...(this.reasoning > 0 && { reasoning_tokens: this.reasoning }),
    }
  }
}
