import type { ModelShare, ReportFigures } from '../../generated/types.ts'
import { efficiency } from '../../summarize/figures/efficiency.ts'
import { type Outcomes, toTasks } from '../../summarize/flow/outcomes.ts'
import type { CostGroup } from './group.ts'

/** Figures of a group as they stand in the report. @param allUsd the total that shares are of. */
export function figuresOf(group: CostGroup, outcomes: Outcomes, allUsd: number): ReportFigures {
  const { tally } = group
  const costUsd = tally.cost.toNumber()
  const runs = group.runs.size
  const { successes, failures } = outcomes.count(group.runs)
  const tasks = toTasks(successes, failures)
  return {
    period: group.period.toJson(),
    runs,
    ...tasks,
    ...tally.toStats(),
    share_percent: shareOf(costUsd, allUsd),
    ...efficiency(tally, { ...tasks, runs }),
    models: modelsOf(group, costUsd),
    billing_tiers: [...group.tiers],
  }
}

/** The dearest first, equals by name. */
function modelsOf(group: CostGroup, groupUsd: number): ModelShare[] {
  return [...group.models]
    .map(([model, { calls, unpriced, cost }]) => ({
      model,
      calls,
      ...(unpriced > 0 && { unpriced_calls: unpriced }),
      cost_usd: cost.toNumber(),
      share_percent: shareOf(cost.toNumber(), groupUsd),
    }))
    .sort((a, b) => b.cost_usd - a.cost_usd || (a.model < b.model ? -1 : 1))
}

function shareOf(partUsd: number, allUsd: number): number | null {
  return allUsd > 0 ? (partUsd / allUsd) * 100 : null
}
