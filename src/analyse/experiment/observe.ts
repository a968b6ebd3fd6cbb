import type { ExperimentUnit, LeftOutReason } from '../../generated/types.ts'
import type { SpendSink } from '../../summarize/counter.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Outcome, ReadQuality } from '../../usage/usage.ts'
import { entryOf, Figures, Sample } from './sample.ts'

/** A run while its records come in. */
class Run extends Figures {
  /** More than two are as good as two. */
  readonly variants = new Set<string>()
  isPriced = true
  isEarlier = false
}

/** Figures of what was left out, with the number of runs among it. */
export class Rest extends Figures {
  runs = 0
}

/** What was observed: the units of each variant, and what was left out by reason. */
export interface Observed {
  readonly samples: ReadonlyMap<string, Sample>
  readonly leftOut: ReadonlyMap<LeftOutReason, Rest>
}

/**
 * Collects records into what an experiment observes. That is runs: calls of one run depend on each other, and would make
 * an interval too narrow. Only where no variant has a run, each call is an observation of its own.
 */
export class Observer implements SpendSink {
  private readonly variantOf: (record: CostRecord) => string | null
  private readonly sinceMs: number | null
  private readonly runs = new Map<string, Run>()
  private readonly outcomes = new Map<string, Outcome>()
  /** Calls without a run: all of them, and by what they are good for. */
  private readonly lone = new Rest()
  private readonly loneSamples = new Map<string, Sample>()
  private readonly loneRest = new Map<LeftOutReason, Rest>()
  /** Records that repeat another one. */
  repeated = 0
  /** What was found about the data itself. */
  quality: ReadQuality = { invalid: 0, examples: [], duplicates: 0, placeholders: 0 }

  constructor(variantOf: (record: CostRecord) => string | null, sinceMs: number | null) {
    this.variantOf = variantOf
    this.sinceMs = sinceMs
  }

  add(record: CostRecord, costUsd: number | null): void {
    if (record.isRepeat) this.repeated += 1
    const variant = this.variantOf(record)
    const tokens = record.inputTokens + record.outputTokens
    const isEarlier = this.sinceMs !== null && record.timeMs !== null && record.timeMs < this.sinceMs
    if (record.runId === null) {
      this.addLone(record, variant, costUsd, isEarlier)
      return
    }
    const run = entryOf(this.runs, record.runId, () => new Run())
    run.addCalls(record.calls, tokens, costUsd)
    if (variant !== null && run.variants.size < 2) run.variants.add(variant)
    if (costUsd === null) run.isPriced = false
    if (isEarlier) run.isEarlier = true
  }

  private addLone(record: CostRecord, variant: string | null, costUsd: number | null, isEarlier: boolean): void {
    const call = new Figures()
    call.addCalls(record.calls, record.inputTokens + record.outputTokens, costUsd)
    this.lone.add(call)
    const reason = isEarlier
      ? 'earlier'
      : variant === null
        ? 'no_variant'
        : record.calls > 1
          ? 'aggregate'
          : costUsd === null
            ? 'unpriced'
            : null
    if (reason !== null) entryOf(this.loneRest, reason, () => new Rest()).add(call)
    else if (variant !== null) entryOf(this.loneSamples, variant, () => new Sample()).addUnit(call, record.label?.outcome ?? null)
  }

  /** The first word on a run counts. */
  end(runId: string, outcome: Outcome): void {
    if (outcome !== null && !this.outcomes.has(runId)) this.outcomes.set(runId, outcome)
  }

  check(quality: ReadQuality): void {
    this.quality = quality
  }

  /** What can be observed here: runs, where one belongs to a variant. */
  unit(): ExperimentUnit {
    for (const run of this.runs.values()) if (run.variants.size > 0) return 'run'
    return 'call'
  }

  finish(unit: ExperimentUnit): Observed {
    return unit === 'run' ? this.finishRuns() : this.finishCalls()
  }

  private finishRuns(): Observed {
    const samples = new Map<string, Sample>()
    const leftOut = new Map<LeftOutReason, Rest>()
    for (const [runId, run] of this.runs) {
      const [variant] = run.variants
      const reason = whyNot(run)
      if (reason === null && variant !== undefined)
        entryOf(samples, variant, () => new Sample()).addUnit(run, this.outcomes.get(runId) ?? null)
      else if (reason !== null) addRun(leftOut, reason, run)
    }
    if (this.lone.calls > 0) leftOut.set('no_run', this.lone)
    return { samples, leftOut }
  }

  private finishCalls(): Observed {
    const leftOut = new Map(this.loneRest)
    for (const run of this.runs.values()) addRun(leftOut, whyNot(run) ?? 'no_variant', run)
    return { samples: this.loneSamples, leftOut }
  }
}

function whyNot(run: Run): LeftOutReason | null {
  if (run.isEarlier) return 'earlier'
  if (run.variants.size === 0) return 'no_variant'
  if (run.variants.size > 1) return 'several_variants'
  return run.isPriced ? null : 'unpriced'
}

function addRun(leftOut: Map<LeftOutReason, Rest>, reason: LeftOutReason, run: Run): void {
  const rest = entryOf(leftOut, reason, () => new Rest())
  rest.add(run)
  rest.runs += 1
}
