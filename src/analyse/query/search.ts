import type { Labeller } from '../../usage/label.ts'
import type { CostRecord } from '../../usage/record.ts'

/** Figures that only some records have: the key alone, in full, finds those that have it. */
const FIGURES: Readonly<Record<string, (record: CostRecord) => boolean>> = {
  cost_usd: ({ costUsd }) => costUsd !== null,
  cached_input_tokens: ({ cachedTokens }) => cachedTokens > 0,
  cache_write_tokens: ({ cacheWriteTokens }) => cacheWriteTokens > 0,
  reasoning_tokens: ({ reasoningTokens }) => reasoningTokens > 0,
}

/** Finds a text, whatever its case, in the names of a record, and in the keys and values of the metadata of the row that it was made of. */
export class Search {
  readonly text: string
  private readonly needle: string
  private readonly hasFigure: ((record: CostRecord) => boolean) | null

  /** @param text nothing in it is a wildcard. */
  constructor(text: string) {
    this.text = text
    this.needle = text.toLowerCase()
    this.hasFigure = Object.hasOwn(FIGURES, this.needle) ? (FIGURES[this.needle] ?? null) : null
  }

  /** Looks into the metadata while there is a row: a record does not keep it. */
  readonly label: Labeller = ({ metadata }) => ({ variant: null, outcome: null, ...(this.isIn(metadata) && { isFound: true }) })

  has(record: CostRecord): boolean {
    const { model, provider, runId, step, agent, customer, testCase, label } = record
    if (label?.isFound || this.hasFigure?.(record)) return true
    return [model, provider, runId, step, agent, customer, testCase].some((name) => typeof name === 'string' && this.holds(name))
  }

  /** Goes through lists and objects without calling itself: they may lie in each other thousands of times. */
  private isIn(metadata: unknown): boolean {
    const rest = [metadata]
    while (rest.length > 0) {
      const value = rest.pop()
      if (Array.isArray(value)) for (const one of value) rest.push(one)
      else if (typeof value === 'object' && value !== null) {
        for (const [key, one] of Object.entries(value)) {
          if (this.holds(key)) return true
          rest.push(one)
        }
      } else if (value !== undefined && value !== null && this.holds(String(value))) return true
    }
    return false
  }

  private holds(text: string): boolean {
    return text.toLowerCase().includes(this.needle)
  }
}
