import type { Unpriced } from '../../generated/types.ts'
import type { CostRecord, UnpricedReason } from '../../usage/record.ts'
import { sortedEntries } from './amounts.ts'

interface Entry {
  calls: number
  silent: number
  input: number
  output: number
  readonly reasons: Map<string, number>
}

/** What was used of models without a known price, and why they have none. */
export class UnpricedFigures {
  private readonly models = new Map<string, Entry>()

  add({ model, calls, inputTokens, outputTokens, isSilent }: CostRecord, reason: UnpricedReason | null): void {
    const entry = this.of(model)
    entry.calls += calls
    entry.input += inputTokens
    entry.output += outputTokens
    if (isSilent) entry.silent += calls
    if (reason !== null) addTo(entry, reason, calls)
  }

  absorb(models: readonly Unpriced[]): void {
    for (const { model, calls, silent_calls = 0, reasons = {}, input_tokens, output_tokens } of models) {
      const entry = this.of(model)
      entry.calls += calls
      entry.silent += silent_calls
      entry.input += input_tokens
      entry.output += output_tokens
      for (const [reason, some] of Object.entries(reasons)) if (typeof some === 'number') addTo(entry, reason, some)
    }
  }

  toJson(): Unpriced[] {
    return sortedEntries(this.models).map(([model, { calls, silent, reasons, input, output }]) => ({
      model,
      calls,
      ...(silent > 0 && { silent_calls: silent }),
      ...(reasons.size > 0 && { reasons: Object.fromEntries(sortedEntries(reasons)) }),
      input_tokens: input,
      output_tokens: output,
    }))
  }

  private of(model: string): Entry {
    const entry = this.models.get(model) ?? { calls: 0, silent: 0, input: 0, output: 0, reasons: new Map<string, number>() }
    this.models.set(model, entry)
    return entry
  }
}

function addTo({ reasons }: Entry, reason: string, calls: number): void {
  reasons.set(reason, (reasons.get(reason) ?? 0) + calls)
}
