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
  sessions: number
  readonly cost: Money
}

/** What was read and what it contributed, one entry per pattern, format and role. */
export class Sources {
  private readonly entries = new Map<string, Entry>()
  /** Runs per tool: one that several sources tell of is a session of the first. */
  private readonly runs = new Map<Source['format'], Set<string>>()

  add(origin: Origin, role: Source['role'], calls = 0, cost?: Money): void {
    const entry = this.entry(origin.pattern, origin.format, role)
    entry.files.add(origin.file)
    entry.records += calls
    if (cost) entry.cost.plus(cost)
  }

  /** Takes the runs of counted records, where the tool calls its runs sessions or tests. */
  addSessions({ pattern, format }: Origin, runIds: Iterable<string>): void {
    const known = this.runs.get(format) ?? new Set()
    this.runs.set(format, known)
    const before = known.size
    for (const runId of runIds) known.add(runId)
    this.entry(pattern, format, 'counted').sessions += known.size - before
  }

  absorb(source: Source): void {
    const entry = this.entry(source.path, source.format, source.role)
    entry.merged += source.files
    entry.records += source.records
    entry.sessions += source.sessions ?? 0
    entry.cost.add(source.cost_usd)
  }

  private entry(path: string, format: Source['format'], role: Source['role']): Entry {
    const key = JSON.stringify([path, format, role])
    const nothing = { files: new Set<string>(), merged: 0, records: 0, sessions: 0, cost: new Money() }
    const entry = this.entries.get(key) ?? { path, format, role, ...nothing }
    this.entries.set(key, entry)
    return entry
  }

  toJson(): Source[] {
    return sortedEntries(this.entries).map(([, entry]) => ({
      path: entry.path,
      format: entry.format,
      files: entry.files.size + entry.merged,
      records: entry.records,
      ...(entry.sessions > 0 && { sessions: entry.sessions }),
      cost_usd: entry.cost.toNumber(),
      role: entry.role,
    }))
  }
}
