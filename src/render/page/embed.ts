import type { Report } from '../../generated/types.ts'
import { cut } from '../../text/plain.ts'

/** Characters of the report inside the page. */
const MOST = 300_000
/** Entries per list or object, from generous to tight. */
const ENTRIES = [2000, 500, 100, 40, 20]
/** Characters of a text where the report is cut: names are no longer in the published formats. */
const TEXT_LENGTH = 512

export interface Embedded {
  /** JSON that stands inside a script element and cannot end it. */
  readonly json: string
  /** Entries of long lists that had to be left out. */
  readonly leftOut: number
  /** Whether it is less than the report. */
  readonly isCut: boolean
}

/** The report as data inside the page; long lists are cut where it would be too large. Null where even that does not fit. */
export function embedReport(report: Report): Embedded | null {
  for (const entries of [Number.POSITIVE_INFINITY, ...ENTRIES]) {
    const counter = { leftOut: 0 }
    const json = JSON.stringify(shorten(report, entries, counter))
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029')
    if (json.length <= MOST) return { json, leftOut: counter.leftOut, isCut: entries < Number.POSITIVE_INFINITY }
  }
  return null
}

function shorten(value: unknown, most: number, counter: { leftOut: number }): unknown {
  if (typeof value === 'string' && most < Number.POSITIVE_INFINITY) return shortText(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    counter.leftOut += Math.max(0, value.length - most)
    return value.slice(0, most).map((item) => shorten(item, most, counter))
  }
  const all = Object.entries(value)
  const kept = all.length <= most || !isNamed(all) ? all : all.toSorted(([, a], [, b]) => weight(b) - weight(a)).slice(0, most)
  counter.leftOut += all.length - kept.length
  const nameOf = (key: string) => (most < Number.POSITIVE_INFINITY ? shortText(key) : key)
  return Object.fromEntries(kept.map(([key, item]) => [nameOf(key), shorten(item, most, counter)]))
}

/** The rest of a name of megabytes need not be looked at. */
function shortText(text: string): string {
  return text.length <= TEXT_LENGTH ? text : cut(text.slice(0, 2 * TEXT_LENGTH + 2), TEXT_LENGTH)
}

/** Whether its keys are names of files, not of ours: then all of its entries have one form. */
function isNamed(entries: readonly (readonly [string, unknown])[]): boolean {
  const first = typeof entries[0]?.[1]
  return entries.length > 60 || (first !== 'string' && entries.every(([, item]) => typeof item === first && item !== null))
}

/** The dearest are kept. */
function weight(item: unknown): number {
  if (typeof item === 'number') return item
  return item !== null && typeof item === 'object' && 'cost_usd' in item ? Number(item.cost_usd) : 0
}
