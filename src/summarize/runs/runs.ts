import type { RunCosts } from '../../generated/types.ts'
import { Money, money } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'
import { sortedEntries } from '../figures/amounts.ts'
import type { Spent } from '../sum.ts'
import { Distribution } from './distribution.ts'

/** A few names without repetitions; a set once they are many. */
type Names = readonly string[] | Set<string>

/** So few are found sooner by looking at each, and take less room. */
const FEW = 32

interface Run {
  /** Null: no record of the run names an agent. */
  readonly agent: string | null
  /** Cost of the records of `agent`. */
  readonly cost: Money
  /** Cost of records of the same run that name another agent; null: there are none. */
  others: Map<string | null, Money> | null
  models: Names
  steps: Names
  tokens: number
  /** Whether every cost is known. */
  isKnown: boolean
}

/** Whose calls a run made. */
export interface RunNames {
  readonly runId: string
  readonly agents: Iterable<string>
  readonly models: Iterable<string>
  readonly steps: Iterable<string>
}

/** Runs by name: what each cost. */
export class Runs {
  private readonly runs = new Map<string, Run>()
  private readonly earlier = new Set<string>()
  /** Distributions: of merged summaries while records come in, of everything at the end. */
  private readonly all = new Distribution()
  private readonly perAgent = new Map<string, Distribution>()
  /** Whether merged summaries have calls whose cost is not known: nobody knows of which runs. */
  private hasUnknown = false

  add(runId: string, record: CostRecord, costUsd: number | null): void {
    let run = this.runs.get(runId)
    if (!run) {
      run = { agent: record.agent, cost: new Money(), others: null, models: [], steps: [], tokens: 0, isKnown: true }
      this.runs.set(runId, run)
    }
    run.tokens += record.inputTokens + record.outputTokens
    run.models = withName(run.models, record.model)
    if (record.step !== null) run.steps = withName(run.steps, record.step)
    let cost = run.agent === record.agent ? run.cost : run.others?.get(record.agent)
    if (!cost) {
      cost = new Money()
      run.others ??= new Map()
      run.others.set(record.agent, cost)
    }
    if (costUsd === null) run.isKnown = false
    else cost.add(costUsd)
  }

  /** Whether the spend of this run is counted already. */
  has(runId: string): boolean {
    // A merged summary of many runs has no names: their run summaries only describe what it holds.
    return this.madeCalls(runId) || this.earlier.has(runId) || this.all.hasNameless()
  }

  /** Whether this run is one of those that are known by name to have made calls. */
  madeCalls(runId: string): boolean {
    return this.hasRecords(runId) || this.all.has(runId)
  }

  /** Whether records of this run were counted, one by one. */
  hasRecords(runId: string): boolean {
    return this.runs.has(runId)
  }

  /** Whether some of the run is from before `since`. */
  hasEarlier(runId: string): boolean {
    return this.earlier.has(runId)
  }

  /** What was counted of a run, without what is from before `since`; null where nobody can tell, since it may be in a sum without names. */
  spent(runId: string): Spent | null {
    if (this.all.hasNameless()) return null
    const [run, summed] = [this.runs.get(runId), this.all.costOf(runId)]
    const cost = run === undefined ? new Money() : total(run)
    if (summed !== undefined) cost.plus(summed)
    return {
      usd: cost.toNumber(),
      isKnown: run?.isKnown !== false && (summed === undefined || !this.hasUnknown),
      tokens: summed === undefined ? (run?.tokens ?? 0) : null,
    }
  }

  /** Notes a run with records from before `since`: its spend is known, and not to be compared. */
  addEarlier(runId: string): void {
    this.earlier.add(runId)
  }

  absorb(costs: RunCosts, agents: Iterable<readonly [string, RunCosts]>, unpricedCalls: number): void {
    if (unpricedCalls > 0) this.hasUnknown = true
    this.all.absorb(costs)
    for (const [agent, agentCosts] of agents) this.agent(agent).absorb(agentCosts)
  }

  /** Names of the runs that were counted from records. */
  names(): Iterable<string> {
    return this.runs.keys()
  }

  /** How many runs were counted from records. */
  get size(): number {
    return this.runs.size
  }

  /** The runs that were counted from records. */
  *list(): Generator<RunNames> {
    for (const [runId, { agent, others, models, steps }] of this.runs) {
      const agents = [agent, ...(others?.keys() ?? [])].filter((name) => name !== null)
      yield { runId, agents, models, steps }
    }
  }

  toRunCosts(): { all: RunCosts; perAgent: Map<string, RunCosts> } {
    for (const [runId, run] of this.runs) {
      this.all.add(runId, total(run))
      this.addToAgent(run.agent, runId, run.cost)
      for (const [agent, cost] of run.others ?? []) this.addToAgent(agent, runId, cost)
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
  for (const cost of run.others?.values() ?? []) sum.plus(cost)
  return sum
}

function withName(names: Names, name: string): Names {
  if (names instanceof Set) return names.add(name)
  if (names.includes(name)) return names
  return names.length < FEW ? [...names, name] : new Set([...names, name])
}
