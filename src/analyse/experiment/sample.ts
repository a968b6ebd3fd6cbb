import { Money } from '../../usage/money.ts'

/** What some calls used and cost. */
export class Figures {
  readonly cost = new Money()
  calls = 0
  tokens = 0

  add(figures: Figures): void {
    this.cost.plus(figures.cost)
    this.calls += figures.calls
    this.tokens += figures.tokens
  }

  /** @param costUsd null is unknown, and in no amount. */
  addCalls(calls: number, tokens: number, costUsd: number | null): void {
    this.calls += calls
    this.tokens += tokens
    if (costUsd !== null) this.cost.add(costUsd)
  }
}

/** The units of one variant: runs, or calls. */
export class Sample extends Figures {
  /** Cost of each unit, US dollars. */
  readonly costs: number[] = []
  private least = Number.POSITIVE_INFINITY
  private most = 0
  successes = 0
  failures = 0

  addUnit(figures: Figures, outcome: 'success' | 'failure' | null): void {
    this.add(figures)
    const usd = figures.cost.toNumber()
    this.costs.push(usd)
    this.least = Math.min(this.least, usd)
    this.most = Math.max(this.most, usd)
    if (outcome === 'success') this.successes += 1
    if (outcome === 'failure') this.failures += 1
  }

  /** Mean cost of a unit, US dollars; null without any. */
  meanCost(): number | null {
    if (this.costs.length === 0) return null
    // A quotient is rounded: without its bounds units that all cost the same would seem to differ, with an interval of next to nothing.
    return Math.min(this.most, Math.max(this.least, this.cost.toNumber() / this.costs.length))
  }

  tokensPerCall(): number | null {
    return this.calls > 0 ? this.tokens / this.calls : null
  }

  /** US dollars; null without a success, and while the end of some units is not known, because their cost is in the total. */
  costPerSuccess(): number | null {
    const isKnown = this.successes + this.failures === this.costs.length
    return isKnown && this.successes > 0 ? this.cost.toNumber() / this.successes : null
  }
}

/** The entry of a map, made where there is none. */
export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
