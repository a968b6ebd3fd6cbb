import { Money } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'
import { AgentLists } from './agent-lists.ts'
import type { Run } from './run.ts'

/** Figures of a run, in the order in which they stand in a row of the table. */
const FIGURES = ['calls', 'errors', 'input', 'output', 'unpriced', 'firstMs', 'lastMs'] as const
type Figure = (typeof FIGURES)[number]
const WIDTH = FIGURES.length
const PLACES = Object.fromEntries(FIGURES.map((figure, place) => [figure, place])) as Record<Figure, number>
/** Runs that there is room for at first. */
const FIRST_ROWS = 1024

/** Runs while they grow, a row of numbers for each: there may be a million, and objects would take several times the room. */
export class RunTable {
  private readonly rows = new Map<string, number>()
  private figures = new Float64Array(FIRST_ROWS * WIDTH)
  private readonly costs: Money[] = []
  private readonly agents: (readonly string[])[] = []
  private readonly lists = new AgentLists()

  get size(): number {
    return this.rows.size
  }

  add(runId: string, record: CostRecord, costUsd: number | null): void {
    const row = this.rows.get(runId) ?? this.addRow(runId)
    const { timeMs, agent } = record
    this.plus(row, 'calls', record.calls)
    this.plus(row, 'errors', record.errors)
    this.plus(row, 'input', record.inputTokens)
    this.plus(row, 'output', record.outputTokens)
    if (costUsd === null) this.plus(row, 'unpriced', record.calls)
    else this.costs[row]?.add(costUsd)
    if (timeMs !== null) {
      this.set(row, 'firstMs', Math.min(this.get(row, 'firstMs'), timeMs))
      this.set(row, 'lastMs', Math.max(this.get(row, 'lastMs'), timeMs))
    }
    if (agent !== null) this.agents[row] = this.lists.with(this.agents[row] ?? [], agent)
  }

  *list(): Generator<Run> {
    for (const [runId, row] of this.rows) {
      const [calls, unpriced, firstMs] = [this.get(row, 'calls'), this.get(row, 'unpriced'), this.get(row, 'firstMs')]
      const hasTime = Number.isFinite(firstMs)
      yield {
        runId,
        calls,
        errors: this.get(row, 'errors'),
        input: this.get(row, 'input'),
        output: this.get(row, 'output'),
        unpriced,
        firstMs: hasTime ? firstMs : null,
        lastMs: hasTime ? this.get(row, 'lastMs') : null,
        costUsd: unpriced > 0 && unpriced === calls ? null : (this.costs[row]?.toNumber() ?? 0),
        agents: this.agents[row] ?? [],
      }
    }
  }

  private addRow(runId: string): number {
    const row = this.rows.size
    this.rows.set(runId, row)
    if ((row + 1) * WIDTH > this.figures.length) {
      const larger = new Float64Array(this.figures.length * 2)
      larger.set(this.figures)
      this.figures = larger
    }
    this.costs.push(new Money())
    this.agents.push(this.lists.none)
    this.set(row, 'firstMs', Number.POSITIVE_INFINITY)
    this.set(row, 'lastMs', Number.NEGATIVE_INFINITY)
    return row
  }

  private get(row: number, figure: Figure): number {
    return this.figures[row * WIDTH + PLACES[figure]] ?? 0
  }

  private set(row: number, figure: Figure, value: number): void {
    this.figures[row * WIDTH + PLACES[figure]] = value
  }

  private plus(row: number, figure: Figure, value: number): void {
    this.set(row, figure, this.get(row, figure) + value)
  }
}
