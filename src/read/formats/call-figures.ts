import type { McpCall } from '../../generated/types.ts'
import type { Figure } from '../foreign/keys.ts'

/** Tokens and cost of a line of a call log, under their own names; null where it does not say. */
export type CallFigures = Readonly<Record<Figure, number | null>>

/** A writer may give the same figure under usage and at the top level: it is one figure. */
export function figuresOf(call: McpCall): CallFigures {
  const { usage } = call
  const read = (figure: Figure) => number(usage?.[figure] ?? call[figure])
  return {
    input_tokens: read('input_tokens'),
    output_tokens: read('output_tokens'),
    total_tokens: read('total_tokens'),
    cached_input_tokens: read('cached_input_tokens'),
    cache_write_tokens: read('cache_write_tokens'),
    cache_write_1h_tokens: read('cache_write_1h_tokens'),
    reasoning_tokens: read('reasoning_tokens'),
    cost_usd: read('cost_usd'),
  }
}

/** The framework also accepts numbers written as text. */
function number(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}
