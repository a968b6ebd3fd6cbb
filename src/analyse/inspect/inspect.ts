import { InputError } from '../../errors.ts'
import { type ReadContext, readPricedUsage, type UsageSettings } from '../../measure/usage.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import { spendOf } from '../../summarize/spend.ts'
import { Money } from '../../usage/money.ts'
import type { FoundRecord } from '../query/top.ts'

/** What one file gives by itself. */
export interface Contents {
  /** Calls, their tokens, and what they cost as far as that is known. US dollars. */
  calls: number
  tokens: number
  costUsd: number
  /** Calls whose cost nobody knows. */
  unknown: number
  /** Calls of graders, which are in none of these figures. */
  readonly graders: Tally
  /** How many runs, sessions or tests say how they ended. */
  ended: number
  /** Lines that repeat a call, and lines that stand for none. */
  repeated: number
  placeholders: number
  /** The first problems. */
  readonly faults: string[]
  /** The first record. */
  first: FoundRecord | null
}

/**
 * Reads one file as the gate would if there were no other.
 * @param file its path.
 */
export async function inspectFile(file: string, settings: UsageSettings, context: ReadContext): Promise<Contents> {
  const contents: Contents = {
    calls: 0,
    tokens: 0,
    costUsd: 0,
    unknown: 0,
    graders: new Tally(),
    ended: 0,
    repeated: 0,
    placeholders: 0,
    faults: [],
    first: null,
  }
  const cost = new Money()
  try {
    for await (const { usage, pricer } of readPricedUsage({ ...settings, onlyFile: file, 'on-invalid': 'skip' }, context)) {
      if (usage.type === 'ends') contents.ended += usage.outcomes.size
      if (usage.type === 'quality') {
        contents.repeated += usage.quality.duplicates
        contents.placeholders += usage.quality.placeholders
        contents.faults.push(...usage.quality.examples)
      }
      const records = usage.type === 'records' ? usage.records : usage.type === 'run' && usage.run.spend ? [usage.run.spend] : []
      for (const [index, record] of records.entries()) {
        const { costUsd } = spendOf(record, pricer)
        if (record.isGrader) contents.graders.add(record, costUsd)
        else {
          contents.calls += record.calls
          contents.tokens += record.inputTokens + record.outputTokens
          if (costUsd === null) contents.unknown += record.calls
          else cost.add(costUsd)
        }
        const line = (usage.type === 'records' ? usage.lines?.[index] : undefined) ?? null
        contents.first ??= { record, costUsd, file: usage.type === 'records' ? usage.origin.file : file, line, place: 0 }
      }
      if (usage.type === 'summary') {
        contents.calls += usage.summary.calls
        contents.tokens += usage.summary.total_tokens
        contents.unknown += usage.summary.unpriced_calls
        cost.add(usage.summary.total_cost_usd)
        if (usage.summary.graders !== undefined) contents.graders.addStats(usage.summary.graders)
      }
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    contents.faults.push(error.message, ...error.details)
  }
  contents.costUsd = cost.toNumber()
  return contents
}
