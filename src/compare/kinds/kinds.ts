/** What there is of each kind of token that has a price of its own: numbers of tokens, or their prices in US dollars per token. */
export interface Kinds {
  /** Of the prompt, neither read from a cache nor written to one. */
  readonly input: number
  readonly cached: number
  readonly written: number
  readonly output: number
}

export type Kind = keyof Kinds

/** Kinds that make up a prompt. */
export const PROMPT = ['input', 'cached', 'written'] as const satisfies readonly Kind[]
export const KINDS = [...PROMPT, 'output'] as const satisfies readonly Kind[]

/** Tokens of a prompt, whatever their kind. */
export function promptOf({ input, cached, written }: Kinds): number {
  return input + cached + written
}

/** What tokens cost at these prices. Unit: US dollars. */
export function costAt(prices: Kinds, tokens: Kinds): number {
  return KINDS.reduce((sum, kind) => sum + prices[kind] * tokens[kind], 0)
}

/** The same of every kind, times a factor. */
export function scale(kinds: Kinds, factor: number): Kinds {
  const { input, cached, written, output } = kinds
  return { input: input * factor, cached: cached * factor, written: written * factor, output: output * factor }
}
