import type { CostRecord } from '../record.ts'
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

/** Finds the cell of a record. Consecutive records mostly share one, so the last is asked first. */
export class Cells {
  private readonly cells = new Map<string, Cell>()
  private last: Cell | null = null

  get(record: CostRecord, day: string | null): Cell {
    const last = this.last
    if (
      last !== null &&
      last.model === record.model &&
      last.agent === record.agent &&
      last.step === record.step &&
      last.customer === record.customer &&
      last.day === day
    )
      return last
    const key = `${key1(record.model)}${key1(record.agent)}${key1(record.step)}${key1(record.customer)}${day ?? ''}`
    let cell = this.cells.get(key)
    if (!cell) {
      cell = { model: record.model, agent: record.agent, step: record.step, customer: record.customer, day, tally: new Tally() }
      this.cells.set(key, cell)
    }
    this.last = cell
    return cell
  }

  all(): Iterable<Cell> {
    return this.cells.values()
  }
}

/** A part of the key that cannot run into the next part, whatever the name contains. */
function key1(name: string | null): string {
  return name === null ? '-' : `${name.length}:${name}`
}
