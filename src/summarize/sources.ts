import type { Source } from '../generated/types.ts'
import { Money } from '../usage/money.ts'
import type { Origin } from '../usage/usage.ts'
import { sortedEntries } from './figures/amounts.ts'

interface Entry {
  readonly path: string
  readonly format: Source['format']
  readonly role: Source['role']
  readonly files: Set<string>
  /** Files of summaries that were merged: known by number only. */
  merged: number
  records: number
  readonly cost: Money
}

/** What was read and what it contributed, one entry per pattern, format and role. */
export class Sources {
  private readonly entries = new Map<string, Entry>()

  add(origin: Origin, role: Source['role'], calls = 0, cost?: Money): void {
    const entry = this.entry(origin.pattern, origin.format, role)
    entry.files.add(origin.file)
    entry.records += calls
    if (cost) entry.cost.plus(cost)
  }

  absorb(source: Source): void {
    const entry = this.entry(source.path, source.format, source.role)
    entry.merged += source.files
    entry.records += source.records
    entry.cost.add(source.cost_usd)
  }

  private entry(path: string, format: Source['format'], role: Source['role']): Entry {
    const key = JSON.stringify([path, format, role])
    const entry = this.entries.get(key) ?? { path, format, role, files: new Set(), merged: 0, records: 0, cost: new Money() }
    this.entries.set(key, entry)
    return entry
  }

  toJson(): Source[] {
    return sortedEntries(this.entries).map(([, entry]) => ({
      path: entry.path,
      format: entry.format,
      files: entry.files.size + entry.merged,
      records: entry.records,
      cost_usd: entry.cost.toNumber(),
      role: entry.role,
    }))
  }
}
