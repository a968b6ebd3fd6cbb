import type { CostSummary, CustomerStats, DatedStats, RunCosts, Stats, StepModelStats } from '../../generated/types.ts'
import type { CostRecord } from '../../usage/record.ts'
import { PriceChecks } from '../price-check.ts'
import { Distribution } from '../runs/distribution.ts'
import { RunFigures } from '../runs/run-figures.ts'
import { Calendar, sortedEntries } from './amounts.ts'
import type { Cell } from './cells.ts'
import { Tally } from './tally.ts'
import { UnpricedFigures } from './unpriced.ts'

/** Figures of one name, with the days they fell on. */
class Dated {
  readonly tally = new Tally()
  readonly calendar = new Calendar()

  toStats(): DatedStats {
    return { ...this.tally.toStats(), ...this.calendar.toAmounts() }
  }
}

interface Group {
  readonly step: string | null
  readonly agent: string | null
  readonly model: string
  readonly tally: Tally
}

/** The totals, and the figures per model, agent, step, customer, case, and step with model. */
export class Dimensions {
  readonly total = new Dated()
  readonly priceChecks = new PriceChecks()
  readonly runs = new RunFigures()
  /** Calls that judged the answers of what is tested: they are in no other figure, but in those per day and month. */
  readonly graders = new Tally()
  readonly unpriced = new UnpricedFigures()
  private readonly models = new Map<string, Dated>()
  private readonly agents = new Map<string, Dated>()
  private readonly steps = new Map<string, Tally>()
  private readonly customers = new Map<string, Dated>()
  private readonly cases = new Map<string, Tally>()
  private readonly groups = new Map<string, Group>()
  /** Calls that were answered from a cache on disk. */
  private fromDiskCalls = 0

  addCell(cell: Cell): void {
    for (const { tally, calendar } of this.datedOf(cell)) {
      tally.plus(cell.tally)
      if (cell.day !== null) calendar.add(cell.day, cell.tally.cost)
    }
    if (cell.step !== null) of(this.steps, cell.step, Tally).plus(cell.tally)
    this.group(cell.step, cell.agent, cell.model).tally.plus(cell.tally)
  }

  /** Spend from before `since`, or of graders: it counts for the budgets of its day and month alone. Where nothing was spent no name is noted. */
  addToDays(cell: Cell): void {
    if (cell.day === null || cell.tally.cost.toNumber() === 0) return
    for (const { calendar } of this.datedOf(cell)) calendar.add(cell.day, cell.tally.cost)
  }

  private datedOf({ model, agent, customer }: Cell): Dated[] {
    const dated = [this.total, of(this.models, model, Dated)]
    if (agent !== null) dated.push(of(this.agents, agent, Dated))
    if (customer !== null) dated.push(of(this.customers, customer, Dated))
    return dated
  }

  /** What few records say: it is added record by record, so that the others need no cell of their own for it. */
  addRare(record: CostRecord, costUsd: number | null): void {
    if (record.testCase) of(this.cases, record.testCase, Tally).add(record, costUsd)
    if (record.isFromDisk) this.fromDiskCalls += record.calls
  }

  addSummary(summary: CostSummary): void {
    this.total.tally.addStats({ ...summary, errors: summary.failed_calls, cost_usd: summary.total_cost_usd })
    this.total.calendar.addAmounts(summary)
    this.priceChecks.absorb(summary.model_stats)
    this.runs.absorb(summary)
    for (const [name, stats] of Object.entries(summary.model_stats)) addDated(of(this.models, name, Dated), stats)
    for (const [name, stats] of Object.entries(summary.agent_stats)) addDated(of(this.agents, name, Dated), stats)
    for (const [name, stats] of Object.entries(summary.step_stats)) of(this.steps, name, Tally).addStats(stats)
    for (const [name, stats] of Object.entries(summary.customer_stats)) addDated(of(this.customers, name, Dated), stats)
    for (const [name, stats] of Object.entries(summary.case_stats ?? {})) of(this.cases, name, Tally).addStats(stats)
    this.fromDiskCalls += summary.from_disk_calls ?? 0
    if (summary.graders !== undefined) this.graders.addStats(summary.graders)
    for (const group of summary.step_model_stats) this.group(group.step, group.agent, group.model).tally.addStats(group)
    this.unpriced.absorb(summary.unpriced)
  }

  /** Where the step is not known, the agent takes its place. */
  private group(step: string | null, agent: string | null, model: string): Group {
    const known = step === null ? agent : null
    const key = JSON.stringify([step, known, model])
    const group = this.groups.get(key) ?? { step, agent: known, model, tally: new Tally() }
    this.groups.set(key, group)
    return group
  }

  /** What few summaries have; nothing where there are no such calls. */
  rareToJson(): Pick<CostSummary, 'from_disk_calls' | 'graders'> {
    return {
      ...(this.fromDiskCalls > 0 && { from_disk_calls: this.fromDiskCalls }),
      ...(this.graders.calls > 0 && { graders: this.graders.toStats() }),
    }
  }

  toJson(runCosts: RunCosts, perAgent: ReadonlyMap<string, RunCosts>) {
    const none = new Distribution().toRunCosts()
    const listed = runCosts.costs_usd === undefined ? null : Object.keys(runCosts.costs_usd)
    return {
      model_stats: object(this.models, (dated, model) => ({
        ...dated.toStats(),
        ...dated.tally.largest.toJson(),
        ...this.runs.used('models', model, dated.tally, listed),
        ...this.priceChecks.toJson(model),
      })),
      agent_stats: object(this.agents, (dated, agent) => {
        const costs = perAgent.get(agent) ?? none
        return {
          ...dated.toStats(),
          ...dated.tally.largest.toJson(),
          run_costs: costs,
          ...this.runs.agent(agent, dated.tally, costs),
        }
      }),
      step_stats: object(this.steps, (tally, step) => ({
        ...tally.toStats(),
        ...tally.largest.toJson(),
        ...this.runs.used('steps', step, tally, listed),
      })),
      customer_stats: object(this.customers, (dated) => dated.toStats()),
      ...(this.cases.size > 0 && { case_stats: object(this.cases, (tally) => tally.toStats()) }),
      step_model_stats: sortedEntries(this.groups).map(
        ([, { step, agent, model, tally }]): StepModelStats => ({ step, agent, model, ...tally.toStats() }),
      ),
      unpriced: this.unpriced.toJson(),
    }
  }
}

function addDated(dated: Dated, stats: DatedStats | CustomerStats): void {
  dated.tally.addStats(stats)
  const { daily_cost_usd = {}, monthly_cost_usd = {} } = stats
  dated.calendar.addAmounts({ daily_cost_usd, monthly_cost_usd })
}

function of<T>(map: Map<string, T>, name: string, Kind: new () => T): T {
  let value = map.get(name)
  if (value === undefined) {
    value = new Kind()
    map.set(name, value)
  }
  return value
}

function object<T, S extends Stats>(map: ReadonlyMap<string, T>, toStats: (value: T, name: string) => S): Record<string, S> {
  return Object.fromEntries(sortedEntries(map).map(([name, value]) => [name, toStats(value, name)]))
}
