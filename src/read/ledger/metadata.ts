import { isUtf8 } from 'node:buffer'
import type { CostRecordRow } from '../../generated/types.ts'
import validate from '../../generated/validate/cost-record.js'
import type { CostRecord } from '../../usage/record.ts'
import { type Ids, readIds } from './calls/ids.ts'
import { IdFilter } from './calls/metadata-ids.ts'
import type { Cursor } from './cursor.ts'
import { Fingerprint } from './fingerprint.ts'
import { Store } from './store.ts'

/** What a record takes from a row's metadata. */
export type Facts = Pick<CostRecord, 'provider' | 'customer' | 'billingTier' | 'batch' | 'serviceTier' | 'testCase'>

/** Facts, and the ids that stand in metadata. */
export type Meaning = Facts & { readonly ids?: Ids }

/** 4 MB in all, whatever the ledger holds. */
const PLACES = 1024
const LONGEST = 4096
/** Places next to each other that one fingerprint may use. */
const PROBES = 4

/** The schema's limit for names. */
const LONGEST_NAME = 512

export function readMetadata(metadata: CostRecordRow['metadata']): Facts {
  const serviceTier = readName(metadata?.service_tier)
  return {
    provider: metadata?.provider ?? null,
    customer: metadata?.customer_id || null,
    billingTier: readName(metadata?.billing_tier),
    batch: (metadata?.batch ?? metadata?.use_batch ?? metadata?.llm_plan?.use_batch) === true || serviceTier === 'batch',
    serviceTier,
    testCase: readName(metadata?.case_id),
  }
}

/** A text, or nothing: ledgers that had something else here before anybody read it stay valid. */
export function readName(name: unknown): string | undefined {
  return typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME ? name : undefined
}

/**
 * Remembers what the metadata at the end of rows means. It is the longest part of a row and seldom new: it is found by its
 * fingerprint, compared byte by byte, and parsed and validated only where it was not there before.
 */
export class MetadataCache {
  private readonly store = new Store(PLACES, LONGEST)
  private readonly lows = new Int32Array(PLACES)
  private readonly facts: (Meaning | null)[] = new Array(PLACES).fill(null)
  private readonly filter = new IdFilter(LONGEST)
  private readonly fingerprint = new Fingerprint()
  /** Whether some metadata had ids: then each may be new, and it is looked up without them. */
  private hasIds = false

  /**
   * Meaning of what stands from here, metadata's opening brace, to the end of the row; null where that is anything but valid metadata and
   * one brace.
   * @param fingerprint of these bytes.
   */
  read({ bytes, view, at, stop }: Cursor, fingerprint: Fingerprint): Meaning | null {
    if (stop - at > LONGEST) return parse(bytes, at, stop)
    const ids = this.hasIds ? this.filter.take(bytes, at, stop) : null
    if (ids === null) return this.find(bytes, view, at, stop, fingerprint)
    const { bytes: rest, view: restView, length } = this.filter
    this.fingerprint.begin(restView, 0, length)
    const known = this.find(rest, restView, 0, length, this.fingerprint)
    return known && { ...known, ids }
  }

  private find(bytes: Buffer, view: DataView, at: number, stop: number, { low, high }: Fingerprint): Meaning | null {
    const first = high & (PLACES - PROBES)
    let place = first
    while (place < first + PROBES && !this.store.isFree(place)) {
      if (this.lows[place] === low && this.store.holds(place, view, at, stop)) return this.facts[place] ?? null
      place += 1
    }
    const known = parse(bytes, at, stop)
    if (known === null) return null
    if (known.ids) this.hasIds = true
    if (place === first + PROBES) place = first + (low & (PROBES - 1))
    this.store.put(place, bytes, at, stop)
    this.lows[place] = low
    this.facts[place] = known
    return known
  }
}

function parse(bytes: Buffer, from: number, to: number): Meaning | null {
  const end = to - 1
  if (!endsRow(bytes, from, to)) return null
  try {
    if (!isUtf8(bytes.subarray(from, end))) return null
    const row: unknown = { ...SOUND, metadata: JSON.parse(bytes.toString('utf8', from, end)) }
    if (!isRow(row)) return null
    const ids = readIds(row.metadata)
    return { ...readMetadata(row.metadata), ...(ids !== null && { ids }) }
  } catch {
    return null
  }
}

/**
 * Whether the object that opens at `from` is closed right before the row's own closing brace. JSON.parse would tell it by an error,
 * which costs more than many rows.
 */
export function endsRow(bytes: Buffer, from: number, to: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = from; at < to; at++) {
    const byte = bytes[at]
    if (byte === 34) quoted = !quoted
    else if (quoted) at += byte === 92 ? 1 : 0
    else if (byte === 123) depth += 1
    else if (byte === 125 && --depth === 0) return at + 2 === to && bytes[at + 1] === 125
  }
  return false
}

/** A row that is valid, so that its metadata alone decides. */
const SOUND = { timestamp: '2026-01-01T00:00', model: 'any', input_tokens: 0, output_tokens: 0 }

function isRow(row: unknown): row is CostRecordRow {
  return validate(row)
}
