/** What one source says, as it says it: sums and means of several, which are worked out anew, have other last digits. */
export class Lone<T> {
  private value: T | null = null
  private count = 0

  /** @param value null: a source without such a word, whose figures have to be worked out. */
  add(value: T | null): void {
    this.count += 1
    this.value = value
  }

  /** null: nobody says it, or several do. */
  get(): T | null {
    return this.count === 1 ? this.value : null
  }
}
