import type { RunCosts } from '../generated/types.ts'
import type { CostRecord } from '../record.ts'
import { sortedEntries } from './amounts.ts'
import { Distribution } from './distribution.ts'
import { Money, money } from './money.ts'

interface Run {
  /** Null: no record of the run names an agent. */
  readonly agent: string | null
  /** Cost of the records of `agent`. */
  readonly cost: Money
  /** Cost of records of the same run that name another agent. */
  readonly others: Map<string | null, Money>
  /** Whether every cost came from its writer, so that a run summary must agree with it. */
  reported: boolean
}

/** Runs by name: what each cost. */
export class Runs {
  private readonly runs = new Map<string, Run>()
  private readonly earlier = new Set<string>()
  /** Distributions: of merged summaries while records come in, of everything at the end. */
  private readonly all = new Distribution()
  private readonly perAgent = new Map<string, Distribution>()

  add(runId: string, record: CostRecord, costUsd: number | null, reported: boolean): void {
    let run = this.runs.get(runId)
    if (!run) {
      run = { agent: record.agent, cost: new Money(), others: new Map(), reported: true }
      this.runs.set(runId, run)
    }
    if (!reported) run.reported = false
    let cost = run.agent === record.agent ? run.cost : run.others.get(record.agent)
    if (!cost) {
      cost = new Money()
      run.others.set(record.agent, cost)
    }
    if (costUsd !== null) cost.add(costUsd)
  }

  /** Whether the spend of this run is counted already. */
  has(runId: string): boolean {
    // A merged summary of many runs has no names: their run summaries only describe what it holds.
    return this.hasRecords(runId) || this.earlier.has(runId) || this.all.has(runId) || this.all.hasNameless()
  }

  /** Whether records of this run were counted, one by one. */
  hasRecords(runId: string): boolean {
    return this.runs.has(runId)
  }

  /** Cost of a counted run, US dollars; null where it is not known, or was not reported by the writers of its records. */
  reportedCost(runId: string): number | null {
    const run = this.runs.get(runId)
    return run?.reported && !this.earlier.has(runId) ? total(run).toNumber() : null
  }

  /** Notes a run with records from before `since`: its spend is known, and not to be compared. */
  addEarlier(runId: string): void {
    this.earlier.add(runId)
  }

  absorb(costs: RunCosts, agents: Iterable<readonly [string, RunCosts]>): void {
    this.all.absorb(costs)
    for (const [agent, agentCosts] of agents) this.agent(agent).absorb(agentCosts)
  }

  /** Runs of each agent that were counted from records. */
  listAgents(): Map<string, Set<string>> {
    const agents = new Map<string, Set<string>>()
    for (const [runId, run] of this.runs) {
      for (const agent of [run.agent, ...run.others.keys()]) {
        if (agent !== null) agents.set(agent, (agents.get(agent) ?? new Set()).add(runId))
      }
    }
    return agents
  }

  toRunCosts(): { all: RunCosts; perAgent: Map<string, RunCosts> } {
    for (const [runId, run] of this.runs) {
      this.all.add(runId, total(run))
      this.addToAgent(run.agent, runId, run.cost)
      for (const [agent, cost] of run.others) this.addToAgent(agent, runId, cost)
    }
    this.runs.clear()
    return {
      all: this.all.toRunCosts(),
      perAgent: new Map(sortedEntries(this.perAgent).map(([agent, costs]) => [agent, costs.toRunCosts()])),
    }
  }

  private addToAgent(agent: string | null, runId: string, cost: Money): void {
    if (agent !== null) this.agent(agent).add(runId, cost)
  }

  private agent(name: string): Distribution {
    const distribution = this.perAgent.get(name) ?? new Distribution()
    this.perAgent.set(name, distribution)
    return distribution
  }
}

function total(run: Run): Money {
  const sum = money(0)
  sum.plus(run.cost)
  for (const cost of run.others.values()) sum.plus(cost)
  return sum
}
