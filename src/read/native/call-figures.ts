import type { McpCall } from '../../generated/types.ts'
import { isSameCost } from '../foreign/amount.ts'
import type { RecordFault } from '../foreign/foreign.ts'
import { FIGURES, type Figure } from '../foreign/keys.ts'

/** Tokens and cost of a line of a call log, under their own names; null where it does not say. */
export type CallFigures = Readonly<Record<Figure, number | null>>

/** A writer may give the same figure under usage and at the top level: it is one figure, and null or 0 beside a number says nothing. */
export function figuresOf(call: McpCall): CallFigures {
  const { usage } = call
  const read = (figure: Figure) => number(usage?.[figure]) || (number(call[figure]) ?? number(usage?.[figure]))
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

/** When the call was made, as the line says; a writer that does not know may say 0 or nothing. */
export function timeOf({ ts, timestamp }: McpCall): string | number | null {
  return ts || timestamp || null
}

/** The framework also accepts numbers written as text. */
function number(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}

/** A figure that is one number under usage and another one at the top level; null: there is none. */
export function findContradiction({ usage, ...call }: McpCall): RecordFault | null {
  for (const figure of FIGURES) {
    const [inside, outside] = [number(usage?.[figure]), number(call[figure])]
    if (!inside || !outside || (figure === 'cost_usd' ? isSameCost(inside, outside) : inside === outside)) continue
    return { path: `$.usage.${figure}`, message: `is ${inside}, but $.${figure} is ${outside}; write one figure` }
  }
  return null
}
