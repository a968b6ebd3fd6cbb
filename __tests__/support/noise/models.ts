/** What an unchanged suite does to its own cost. Spreads are standard deviations of logarithms. */
export interface Model {
  /** Of the calls of one run. */
  readonly calls: number
  /** Of the tokens per call of one run. */
  readonly tokensPerCall: number
  /** How tokens per call rise with the calls of a run: an exponent. */
  readonly growth: number
  /** Share of runs that make 3 to 20 times the calls. */
  readonly storms: number
  /** Share of pipelines whose prompts the provider's cache does not know; they cost 35 % more. */
  readonly cold: number
  /** What each record of the base branch adds. */
  readonly drift: number
  /** What one accepted change somewhere in the history added. */
  readonly step: number
}

const AGENT: Model = { calls: 0.25, tokensPerCall: 0.1, growth: 0.38, storms: 0, cold: 0, drift: 0, step: 0 }

/** Fitted to published repeated runs of unchanged suites. */
export const MODELS = {
  fixed: { ...AGENT, calls: 0, tokensPerCall: 0 },
  steady: { ...AGENT, calls: 0.08, tokensPerCall: 0.12, growth: 0 },
  agent: AGENT,
  loose: { ...AGENT, calls: 0.33, tokensPerCall: 0.115 },
  storms: { ...AGENT, storms: 0.01 },
  cache: { ...AGENT, cold: 0.25 },
  drift: { ...AGENT, drift: 0.004 },
  step: { ...AGENT, step: 0.4 },
} as const satisfies Readonly<Record<string, Model>>

export type ModelName = keyof typeof MODELS

/** What a pull request changed: the cost rises by this part through that cause. */
export interface Change {
  readonly cause: 'price' | 'prompts' | 'one agent' | 'calls' | 'one case'
  readonly by: number
}
