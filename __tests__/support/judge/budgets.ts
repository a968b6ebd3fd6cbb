import { BudgetExceededError, type BudgetGuard } from '../../../src/judge/budget-guard.ts'

/** What a budget says of these costs: `ok`, or why one was refused. */
export function spend(guard: BudgetGuard, costs: readonly number[]): string {
  try {
    for (const cost of costs) guard.check(cost)
    return 'ok'
  } catch (error) {
    if (error instanceof BudgetExceededError) return error.message
    throw error
  }
}
