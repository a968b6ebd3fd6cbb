import { AsyncLocalStorage } from 'node:async_hooks'

/** Which mutant is planted in this process, and which places are reached. */
export class Switch {
  private planted: number | null = null
  private reached: Set<number> | null = null
  private asked = 0
  private most = Number.POSITIVE_INFINITY
  private run = 0
  private readonly runs = new AsyncLocalStorage<number>()

  /** What instrumented sources call, as `globalThis.__mutant`. */
  readonly ask = (id: number): boolean => {
    // What a mutant left running would be in the way of those after it.
    if ((this.runs.getStore() ?? this.run) !== this.run) throw new Error('this run is over')
    this.asked += 1
    if (this.asked > this.most) throw new Error('a mutant runs without end')
    this.reached?.add(id)
    return id === this.planted
  }

  /** Runs something; what the run before left running ends. */
  start<Result>(work: () => Result): Result {
    this.run += 1
    return this.runs.run(this.run, work)
  }

  /** From here on the places that are reached are collected. */
  collect(): void {
    this.reached = new Set()
    this.asked = 0
  }

  /** What was reached since, and how often a place was. */
  collected(): { readonly reached: ReadonlySet<number>; readonly asked: number } {
    const reached = this.reached ?? new Set()
    this.reached = null
    return { reached, asked: this.asked }
  }

  /** Plants one, or none where that is null; asked more often than `most` something runs without end. */
  plant(id: number | null, most: number): void {
    this.planted = id
    this.most = most
    this.asked = 0
  }

  clear(): void {
    this.plant(null, Number.POSITIVE_INFINITY)
  }
}
