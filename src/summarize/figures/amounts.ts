import type { Amounts } from '../../generated/types.ts'
import { Money, money } from '../../usage/money.ts'

/** Sums of money per key (a day, a month, a run). */
export class MoneyMap {
  readonly sums = new Map<string, Money>()

  add(key: string, amount: Money): void {
    const sum = this.sums.get(key)
    if (sum) sum.plus(amount)
    else {
      const first = new Money()
      first.plus(amount)
      this.sums.set(key, first)
    }
  }

  addAll(amounts: Amounts): void {
    for (const [key, usd] of Object.entries(amounts)) this.add(key, money(usd))
  }

  toAmounts(): Amounts {
    return Object.fromEntries(sortedEntries(this.sums).map(([key, sum]) => [key, sum.toNumber()]))
  }
}

/** Entries by key in code-unit order, so that the order of input never shows. */
export function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Sums per calendar day and month. */
export class Calendar {
  readonly daily = new MoneyMap()
  readonly monthly = new MoneyMap()

  add(day: string, amount: Money): void {
    this.daily.add(day, amount)
    this.monthly.add(day.slice(0, 7), amount)
  }

  addAmounts(amounts: { daily_cost_usd: Amounts; monthly_cost_usd: Amounts }): void {
    this.daily.addAll(amounts.daily_cost_usd)
    this.monthly.addAll(amounts.monthly_cost_usd)
  }

  toAmounts(): { daily_cost_usd: Amounts; monthly_cost_usd: Amounts } {
    return { daily_cost_usd: this.daily.toAmounts(), monthly_cost_usd: this.monthly.toAmounts() }
  }
}
