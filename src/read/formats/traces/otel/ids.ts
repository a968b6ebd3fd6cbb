import { isId } from '../../../ledger/calls/ids.ts'

/** 16 and 8 bytes, as Protobuf writes them in JSON. */
const BASE64 = /^([A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{11}=)$/

/** The id of a trace or a span as a hexadecimal number, in whatever way it is written; null where it names nothing. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 128) return null
  const id = BASE64.test(value) ? Buffer.from(value, 'base64').toString('hex') : value.replace(/^0x/, '').toLowerCase()
  return isId(id) ? id : null
}

/** Milliseconds since 1970 of a number of nanoseconds, which is a text where it would not fit; null where there is none. */
export function msOf(nanoseconds: unknown): number | null {
  // A number of that size is off by some hundred nanoseconds.
  if (typeof nanoseconds === 'number') return nanoseconds >= 1e6 && nanoseconds < 1e19 ? Math.round(nanoseconds / 1e6) : null
  return typeof nanoseconds === 'string' && /^[1-9]\d{6,18}$/.test(nanoseconds) ? Number(nanoseconds.slice(0, -6)) : null
}
