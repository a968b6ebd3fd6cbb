import { differenceUsd, Money, money } from '../usage/money.ts'
import { expectAmount, LARGEST_COST_USD, LARGEST_LIMIT_USD } from './amount.ts'

/** What an alert is told. US dollars. */
export interface BudgetAlert {
  readonly totalCostUsd: number
  readonly thresholdUsd: number
}

/** Limits of a budget. US dollars. */
export interface BudgetLimits {
  /** What may be spent, up to a billion. Exactly as much is allowed. */
  readonly maxCostUsd: number
  /** More than this is an alert. Default: 1. */
  readonly alertThresholdUsd?: number
  /** Is called with every cost that leaves the total above the threshold. */
  readonly onAlert?: (alert: BudgetAlert) => void
}

/** A call would have passed the budget. US dollars. */
export class BudgetExceededError extends Error {
  override readonly name = 'BudgetExceededError'
  /** Spent so far, without the call. */
  readonly spentUsd: number
  /** Spent with the call. */
  readonly projectedUsd: number
  readonly limitUsd: number
  constructor(amounts: { readonly spentUsd: number; readonly projectedUsd: number; readonly limitUsd: number }) {
    const { spentUsd, projectedUsd, limitUsd } = amounts
    const [projected, limit] = writeApart(projectedUsd, limitUsd)
    super(`Budget exceeded: $${projected} > $${limit}`)
    this.spentUsd = spentUsd
    this.projectedUsd = projectedUsd
    this.limitUsd = limitUsd
  }
}

const ALERT_USD = 1

/** Stops an agent before it spends more than it may. Costs add up exactly, to 1e-12 US dollars. */
export class BudgetGuard {
  private spent = new Money()
  private readonly limitUsd: number
  private readonly thresholdUsd: number
  private readonly onAlert: ((alert: BudgetAlert) => void) | undefined

  /** @throws InputError for a limit that is no amount, or more than a billion. */
  constructor({ maxCostUsd, alertThresholdUsd = ALERT_USD, onAlert }: BudgetLimits) {
    // Rounded like the sum, so that an equal one is equal.
    this.limitUsd = money(expectAmount('maxCostUsd', maxCostUsd, LARGEST_LIMIT_USD)).toNumber()
    this.thresholdUsd = money(expectAmount('alertThresholdUsd', alertThresholdUsd, LARGEST_LIMIT_USD)).toNumber()
    this.onAlert = onAlert
  }

  /**
   * Adds the cost of a call, if the budget has room for it: call it before the call, with an estimate. US dollars.
   * @throws BudgetExceededError where the total would pass the budget; then the cost is not added.
   * @throws InputError for a cost that is no amount, or more than a million.
   */
  check(costUsd: number): void {
    const projected = money(expectAmount('costUsd', costUsd, LARGEST_COST_USD))
    projected.plus(this.spent)
    const projectedUsd = projected.toNumber()
    // What is no number fits no budget.
    const fits = projectedUsd <= this.limitUsd
    if (!fits) throw new BudgetExceededError({ spentUsd: this.spentUsd, projectedUsd, limitUsd: this.limitUsd })
    this.spent = projected
    if (projectedUsd > this.thresholdUsd) this.onAlert?.({ totalCostUsd: projectedUsd, thresholdUsd: this.thresholdUsd })
  }

  /** Sum of what was checked and allowed. US dollars. */
  get spentUsd(): number {
    return this.spent.toNumber()
  }

  /** What may still be spent. US dollars. */
  get remainingUsd(): number {
    return differenceUsd(this.limitUsd, this.spentUsd)
  }
}

const DECIMALS = 12

/** Cents, and as many decimals more as tell the two apart. */
function writeApart(one: number, other: number): [string, string] {
  let decimals = 2
  while (decimals < DECIMALS && one.toFixed(decimals) === other.toFixed(decimals)) decimals += 1
  return [one.toFixed(decimals), other.toFixed(decimals)]
}
