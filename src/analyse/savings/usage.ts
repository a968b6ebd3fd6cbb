import type { CostSummary, SpentBy, Stats } from '../../generated/types.ts'
import { Tally } from '../../summarize/figures/tally.ts'
import type { CostRecord } from '../../usage/record.ts'
import { inner } from './inner.ts'

/** What calls of one model in one step used. */
export interface Used extends Pick<SpentBy, 'step' | 'agent' | 'model'> {
  /** Null: the records name none, or only sums are known. */
  readonly provider: string | null
  /** Calls that were no batch calls; where only sums are known, all calls. */
  readonly live: Stats
  readonly batch: Stats
}

/** Figures of one model in one step while they grow. */
interface Entry extends Pick<Used, 'step' | 'agent' | 'model' | 'provider'> {
  readonly live: Tally
  readonly batch: Tally
}

type ByName<Value> = Map<string | null, Value>

/** What each step used of each model and provider, batch calls apart from others. */
export class UsageLog {
  private readonly steps: ByName<ByName<ByName<ByName<Entry>>>> = new Map()
  private readonly entries: Entry[] = []

  add(record: CostRecord, costUsd: number | null): void {
    const { live, batch } = this.entryOf(record)
    const tally = record.batch ? batch : live
    tally.add(record, costUsd)
  }

  private entryOf({ step, agent, model, provider }: CostRecord): Entry {
    const owner = step === null ? agent : null
    const agents = inner(this.steps, step, () => new Map())
    const models = inner(agents, owner, () => new Map())
    const providers = inner(models, model, () => new Map())
    return inner(providers, provider, () => {
      const entry = { step, agent: owner, model, provider, live: new Tally(), batch: new Tally() }
      this.entries.push(entry)
      return entry
    })
  }

  /** By name, so that the order of input never shows. */
  finish(): Used[] {
    const nameOf = (entry: Entry) => JSON.stringify([keyOf(entry), entry.provider])
    return this.entries
      .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
      .map(({ live, batch, ...names }) => ({ ...names, live: live.toStats(), batch: batch.toStats() }))
  }
}

/** The usage of a summary, which tells neither providers nor batch calls. */
export function usedBySums({ step_model_stats }: Pick<CostSummary, 'step_model_stats'>): Used[] {
  return step_model_stats.map((stats) => ({
    step: stats.step,
    agent: stats.agent,
    model: stats.model,
    provider: null,
    live: stats,
    batch: new Tally().toStats(),
  }))
}

/** Which step, agent and model, as text that tells all of them apart: names are hostile. */
export function keyOf({ step, agent, model }: Pick<SpentBy, 'step' | 'agent'> & { model?: string }): string {
  return JSON.stringify([step, step === null ? agent : null, model])
}
