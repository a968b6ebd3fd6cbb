/** Which mutant is planted in this process, and which places are reached. */
export class Switch {
  private planted: number | null = null
  private reached: Set<number> | null = null
  private asked = 0
  private most = Number.POSITIVE_INFINITY

  /** What instrumented sources call, as `globalThis.__mutant`. */
  readonly ask = (id: number): boolean => {
    this.asked += 1
    if (this.asked > this.most) throw new Error('a mutant runs without end')
    this.reached?.add(id)
    return id === this.planted
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

  /** Plants one; asked more often than `most` it runs without end. */
  plant(id: number, most: number): void {
    this.planted = id
    this.most = most
    this.asked = 0
  }

  clear(): void {
    this.planted = null
    this.most = Number.POSITIVE_INFINITY
  }
}
