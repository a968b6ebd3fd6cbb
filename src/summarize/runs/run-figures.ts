import type { CostSummary, Efficiency, RunCosts, TaskStats, UseStats } from '../../generated/types.ts'
import type { Outcome } from '../../usage/usage.ts'
import { efficiency } from '../figures/efficiency.ts'
import type { Tally } from '../figures/tally.ts'
import type { toTasks } from '../flow/outcomes.ts'
import { TaskEnds } from '../flow/tasks.ts'
import { RunUse } from './run-use.ts'
import type { RunNames } from './runs.ts'

/** What agents, models and steps are known for by the runs behind their calls: how many, how they ended, and what a unit cost. */
export class RunFigures {
  private readonly tasks = { agents: new TaskEnds(), models: new TaskEnds(), steps: new TaskEnds() }
  private readonly use = { models: new RunUse(), steps: new RunUse() }

  /** Counts a run for all whose calls it made. @param isListed whether there are so few runs that the summary names them. */
  add({ runId, agents, ...used }: RunNames, outcome: Outcome, isListed: boolean): void {
    for (const agent of agents) this.tasks.agents.add(agent, outcome)
    for (const kind of ['models', 'steps'] as const) {
      for (const name of used[kind]) {
        this.tasks[kind].add(name, outcome)
        this.use[kind].add(name, runId, isListed)
      }
    }
  }

  absorb({ agent_stats, model_stats, step_stats, run_costs }: CostSummary): void {
    this.tasks.agents.absorb(agent_stats)
    for (const [kind, stats] of [['models', model_stats] as const, ['steps', step_stats] as const]) {
      this.tasks[kind].absorb(stats)
      this.use[kind].absorb(stats, run_costs)
    }
  }

  /** @param costs what its runs cost, which a merged summary tells of agents. */
  agent(name: string, tally: Tally, costs: RunCosts): TaskStats & Efficiency {
    const perRun = tally.unpriced === 0 ? costs.mean_usd : null
    return { ...unite(tally, costs.count, this.tasks.agents.of(name)), cost_per_run_usd: perRun }
  }

  /** @param listed the runs that the summary names; null where they are too many. */
  used(kind: 'models' | 'steps', name: string, tally: Tally, listed: readonly string[] | null): UseStats & Efficiency {
    const { withoutRun } = tally
    const use = this.use[kind].toJson(name, listed)
    const outside = withoutRun === null ? {} : { cost_without_run_usd: withoutRun.toNumber() }
    return { ...use, ...outside, ...unite(tally, use.runs ?? null, this.tasks[kind].of(name)) }
  }
}

/** Outcomes are left out where none is known. */
function unite(tally: Tally, runs: number | null, tasks: ReturnType<typeof toTasks>): TaskStats & Efficiency {
  const { successful_tasks, failed_tasks } = tasks
  const known = successful_tasks === null || failed_tasks === null ? {} : { successful_tasks, failed_tasks }
  return { ...known, ...efficiency(tally, { ...tasks, runs }) }
}
