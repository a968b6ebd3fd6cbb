import { toMatcher } from '../text/wildcard.ts'
import type { CostRecord } from './record.ts'

/** A calendar day (YYYY-MM-DD), which begins and ends where the time zone says, or an instant in milliseconds since 1970. */
export type Bound = { readonly day: string } | { readonly timeMs: number }

/** Patterns of names that `toMatcher` takes; an empty pattern stands for records without such a name, null for all records. */
export interface Names {
  readonly agent: string | null
  readonly customer: string | null
  readonly model: string | null
  readonly step: string | null
  /** Cases that were tested. */
  readonly testCase: string | null
  readonly runId: string | null
}

/** Which records are wanted. */
export interface Filter extends Names {
  /** The first day, or the first instant. */
  readonly since: Bound | null
  /** The last day, or the first instant that is too late. */
  readonly until: Bound | null
}

export const ALL: Filter = { agent: null, customer: null, model: null, step: null, testCase: null, runId: null, since: null, until: null }

/** Names whose match is remembered; a hostile ledger may have more. */
const REMEMBERED = 4096

/** Tells which records are wanted. */
export class Selection {
  /** Calls that are left out of a period because their time is not known. */
  undatedCalls = 0
  private readonly filter: Filter
  private readonly dayOf: (timeMs: number) => string
  private readonly tests: readonly ((record: CostRecord) => boolean)[]

  constructor(filter: Filter, dayOf: (timeMs: number) => string) {
    this.filter = filter
    this.dayOf = dayOf
    const keys = ['agent', 'customer', 'model', 'step', 'testCase', 'runId'] as const
    this.tests = keys.flatMap((key) => {
      const pattern = filter[key]
      if (pattern === null) return []
      const matches = remember(pattern)
      return [(record: CostRecord) => matches(record[key] ?? null)]
    })
  }

  has(record: CostRecord): boolean {
    for (const test of this.tests) if (!test(record)) return false
    const { since, until } = this.filter
    if (since === null && until === null) return true
    const { timeMs } = record
    if (timeMs === null) {
      this.undatedCalls += record.calls
      return false
    }
    return (since === null || !this.isBefore(timeMs, since)) && (until === null || this.isBefore(timeMs, until) || this.isOn(timeMs, until))
  }

  private isBefore(timeMs: number, bound: Bound): boolean {
    return 'day' in bound ? this.dayOf(timeMs) < bound.day : timeMs < bound.timeMs
  }

  private isOn(timeMs: number, bound: Bound): boolean {
    return 'day' in bound && this.dayOf(timeMs) === bound.day
  }
}

function remember(pattern: string): (name: string | null) => boolean {
  const known = new Map<string, boolean>()
  const test = toMatcher(pattern)
  return (name) => {
    if (name === null || pattern === '') return name === null && pattern === ''
    const before = known.get(name)
    if (before !== undefined) return before
    const matches = test(name)
    if (known.size === REMEMBERED) known.clear()
    known.set(name, matches)
    return matches
  }
}
