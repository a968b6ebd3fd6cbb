import type { ErrorCounts } from '../../generated/types.ts'
import type { ErrorType } from '../../usage/usage.ts'

const TYPES: readonly ErrorType[] = ['rate_limit', 'timeout', 'tool', 'unknown', 'validation']

/** Failed step runs by the reason they give. */
export class Failures {
  total = 0
  private readonly byType = new Map<ErrorType, number>()

  add(type: ErrorType): void {
    this.total += 1
    this.count(type, 1)
  }

  /** Adds what a document says; a type that is none of ours counts as unknown. */
  absorb(total: number, types: Readonly<Record<string, number>>): void {
    this.total += total
    for (const [name, count] of Object.entries(types)) this.count(TYPES.find((type) => type === name) ?? 'unknown', count)
  }

  private count(type: ErrorType, count: number): void {
    this.byType.set(type, (this.byType.get(type) ?? 0) + count)
  }

  toTypes(): ErrorCounts {
    return Object.fromEntries(TYPES.map((type) => [type, this.byType.get(type) ?? 0] as const).filter(([, count]) => count > 0))
  }
}
