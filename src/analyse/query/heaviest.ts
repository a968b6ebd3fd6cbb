/**
 * Keeps what weighs most: at most twice as much as is wanted, however much there is. Heavier comes first, an unknown weight last, equals as
 * `earlier` says.
 */
export class Heaviest<T> {
  private readonly limit: number
  private readonly weightOf: (one: T) => number | null
  private readonly earlier: (a: T, b: T) => number
  private kept: T[] = []
  /** Who weighs less is not wanted any more. */
  private least: T | null = null

  /** @param earlier orders equals; negative: the first one comes first. */
  constructor(limit: number, weightOf: (one: T) => number | null, earlier: (a: T, b: T) => number) {
    this.limit = limit
    this.weightOf = weightOf
    this.earlier = earlier
  }

  add(one: T): void {
    if (this.least !== null && this.compare(one, this.least) > 0) return
    this.kept.push(one)
    if (this.kept.length === 2 * this.limit) this.drop()
  }

  /** In their order. */
  list(): readonly T[] {
    this.drop()
    return this.kept
  }

  private drop(): void {
    this.kept = this.kept.sort((a, b) => this.compare(a, b)).slice(0, this.limit)
    this.least = this.kept[this.limit - 1] ?? null
  }

  private compare(a: T, b: T): number {
    const [one, other] = [this.weightOf(a), this.weightOf(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || this.earlier(a, b)
    return other - one || this.earlier(a, b)
  }
}
