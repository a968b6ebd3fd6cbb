import type { StepMcpStats, StepRunStats } from '../../generated/types.ts'
import { CallCount } from '../../summarize/figures/call-count.ts'
import { count, integer } from '../../words/format.ts'

/** Share of runs or calls that failed, from 0 to 1, and how that is said; null where there are none, or where nobody says whether they failed. */
export type ErrorRate =
  | { readonly rate: number; readonly words: string; readonly why?: undefined }
  | { readonly rate: null; readonly why: 'none' | 'untold' }

/** As in the framework's gate a run failed that was no success, whether or not it was counted as an error. */
export function measureRuns({ runs, successes, errors }: Pick<StepRunStats, 'runs' | 'successes' | 'errors'>): ErrorRate {
  const failed = Math.max(errors, runs - successes)
  return runs === 0 ? { rate: null, why: 'none' } : { rate: failed / runs, words: `${integer(failed)} of ${count(runs, 'run')} failed` }
}

/**
 * How many of these MCP calls failed. Those of which nobody says it are calls like any other in the share, as in the framework's gate, and
 * make the number of errors the least that it can be.
 */
export function measureMcp(parts: readonly (StepMcpStats | undefined)[]): ErrorRate {
  const all = new CallCount()
  for (const part of parts) all.absorb(part ?? {})
  const { calls, errors, unknown } = all
  if (calls === 0) return { rate: null, why: 'none' }
  if (errors === 0 && unknown === calls) return { rate: null, why: 'untold' }
  return { rate: errors / calls, words: `${unknown > 0 ? 'at least ' : ''}${integer(errors)} of ${count(calls, 'MCP call')} failed` }
}
