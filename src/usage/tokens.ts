/** Tokens as a source gives them; null or undefined where it does not say. */
export interface TokenCounts {
  readonly input?: number | null | undefined
  readonly output?: number | null | undefined
  readonly total?: number | null | undefined
}

/** Input and output tokens. What only the sum holds counts as the side that is missing, as input where both are. */
export function splitTokens({ input, output, total }: TokenCounts): { inputTokens: number; outputTokens: number } {
  const inputTokens = input ?? Math.max(0, (total ?? 0) - (output ?? 0))
  return { inputTokens, outputTokens: output ?? Math.max(0, (total ?? 0) - inputTokens) }
}
