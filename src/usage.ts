import type { CostSummary, Source } from './generated/types.ts'
import type { CostRecord } from './record.ts'

/** Where usage was read: the format of the content, the file, and the path or pattern that named it. */
export interface Origin {
  readonly format: Source['format']
  /** File, relative to the working directory where it is inside. */
  readonly file: string
  /** Path or pattern of usage-path that matched the file. */
  readonly pattern: string
}

/** How a run ended; null is unknown. */
export type Outcome = 'success' | 'failure' | null

/** How many runs an aggregate knows to have succeeded and failed. */
export interface Tasks {
  readonly successes: number
  readonly failures: number
}

/** What a run says about itself at its end. */
export interface RunReport {
  readonly runId: string
  readonly outcome: Outcome
  /** The run's spend as one record, a source only where nothing else covers the run; null where it names neither cost nor tokens. */
  readonly spend: CostRecord | null
}

/** What a reader found about the data itself. */
export interface ReadQuality {
  readonly invalid: number
  /** The first invalid records, `file:line: JSON path: what`. */
  readonly examples: readonly string[]
  readonly duplicates: number
  readonly placeholders: number
}

/** One piece of usage. Pieces come in the order of trust: records first, then what only checks or completes them. */
export type Usage =
  | { readonly type: 'records'; readonly origin: Origin; readonly records: readonly CostRecord[]; readonly tasks?: Tasks }
  | { readonly type: 'summary'; readonly origin: Origin; readonly summary: CostSummary }
  | { readonly type: 'run'; readonly origin: Origin; readonly run: RunReport }
  | { readonly type: 'unread'; readonly origin: Origin }
  | { readonly type: 'quality'; readonly quality: ReadQuality }

/** The record has no cost, or a cost of 0 although tokens were used: only a catalog can tell what it cost. */
export function needsPrice(record: CostRecord): boolean {
  return record.costUsd === null || (record.costUsd === 0 && record.inputTokens + record.outputTokens > 0)
}
