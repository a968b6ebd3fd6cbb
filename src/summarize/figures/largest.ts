import type { LargestCall, LargestCalls } from '../../generated/types.ts'
import type { CostRecord } from '../../usage/record.ts'

/** The calls with the longest prompt and the longest answer. The largest by a total order, so that order never matters. */
export class Largest {
  /** Calls that were looked at. */
  private calls = 0
  private input: LargestCall | null = null
  private output: LargestCall | null = null

  add(record: CostRecord): void {
    // Calls that worked used tokens: where a source gives none, they are unknown, not few.
    if (record.inputTokens + record.outputTokens === 0 && record.errors < record.calls) return
    this.calls += record.calls
    this.input = largerOf(this.input, record, record.inputTokens)
    this.output = largerOf(this.output, record, record.outputTokens)
  }

  plus(other: Largest): void {
    this.calls += other.calls
    this.input = larger(this.input, other.input)
    this.output = larger(this.output, other.output)
  }

  absorb({ calls, input, output }: LargestCalls): void {
    this.calls += calls
    this.input = larger(this.input, input)
    this.output = larger(this.output, output)
  }

  /** As it stands in a cost summary; nothing where no call was looked at. */
  toJson(): { largest_calls?: LargestCalls } {
    const { calls, input, output } = this
    return input === null || output === null ? {} : { largest_calls: { calls, input, output } }
  }
}

/** A record is compared by its number first: a ledger has millions, of which few are the largest so far. */
function largerOf(known: LargestCall | null, record: CostRecord, tokens: number): LargestCall | null {
  // Of the calls behind one record only the mean is known. Tokens are whole: the largest call has at least as many, rounded up.
  const size = record.calls > 1 ? Math.ceil(tokens / record.calls) : tokens
  if (known !== null && size < known.tokens) return known
  return larger(known, toCall(record, size))
}

function toCall({ calls, runId, step, model }: CostRecord, tokens: number): LargestCall {
  return { tokens, run_id: runId, step, model, ...(calls > 1 && { mean_of: calls }) }
}

function larger(one: LargestCall | null, other: LargestCall | null): LargestCall | null {
  if (one === null || other === null) return one ?? other
  return compare(one, other) <= 0 ? one : other
}

/** Most tokens first; among equals a call of its own before a mean, then by name, an unknown one last. */
function compare(one: LargestCall, other: LargestCall): number {
  return (
    other.tokens - one.tokens ||
    (one.mean_of ?? 1) - (other.mean_of ?? 1) ||
    byName(one.run_id, other.run_id) ||
    byName(one.step, other.step) ||
    byName(one.model, other.model)
  )
}

function byName(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
