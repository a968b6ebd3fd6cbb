import type { CostRecord } from '../../usage/record.ts'
import { Tally } from './tally.ts'

/** Figures of the records that agree in every dimension: the totals per dimension are sums of these. */
export interface Cell {
  readonly model: string
  readonly agent: string | null
  readonly step: string | null
  readonly customer: string | null
  /** Calendar day; null where the records do not say. */
  readonly day: string | null
  readonly tally: Tally
}

/** Names lead to what is known of them; null is a name of its own. */
type ByName<T> = Map<string | null, T>

/**
 * Finds the cell of a record, name by name: making one key of all names would cost more than all other summing. Consecutive
 * records mostly share their day and agent, so these lead the way and the last ones are asked first.
 */
export class Cells {
  private readonly cells: Cell[] = []
  private readonly days: ByName<ByName<ByName<ByName<ByName<Cell>>>>> = new Map()
  private day: string | null = null
  private agent: string | null = null
  /** Of that day and agent. */
  private steps: ByName<ByName<ByName<Cell>>> | null = null

  get(record: CostRecord, day: string | null): Cell {
    const { model, agent, step, customer } = record
    if (this.steps === null || agent !== this.agent || day !== this.day) {
      this.steps = inner(inner(this.days, day), agent)
      this.day = day
      this.agent = agent
    }
    const customers = inner(inner(this.steps, step), model)
    let cell = customers.get(customer)
    if (!cell) {
      cell = { model, agent, step, customer, day, tally: new Tally() }
      customers.set(customer, cell)
      this.cells.push(cell)
    }
    return cell
  }

  all(): Iterable<Cell> {
    return this.cells
  }
}

function inner<T>(outer: ByName<ByName<T>>, name: string | null): ByName<T> {
  let found = outer.get(name)
  if (!found) {
    found = new Map()
    outer.set(name, found)
  }
  return found
}
