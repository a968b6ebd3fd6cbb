import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../../../schemas/cost-record.schema.json' with { type: 'json' }
import { Clock } from '../../../src/read/ledger/clock.ts'
import { Cursor } from '../../../src/read/ledger/cursor.ts'
import { parseTimestamp } from '../../../src/time.ts'
import { tries } from '../../support/tries.ts'

const PATTERN = new RegExp(schema.$defs.timestamp.pattern)

/** What a clock makes of a text that a quote follows; null where it does not reach the quote. */
function read(clock: Clock, text: string): number | null {
  const cursor = new Cursor()
  cursor.bytes = Buffer.from(`${text}"`)
  cursor.view = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset, cursor.bytes.length)
  cursor.stop = cursor.bytes.length
  const timeMs = clock.read(cursor)
  return !Number.isNaN(timeMs) && cursor.take(34) ? timeMs : null
}

function parse(text: string): number | null {
  return PATTERN.test(text) ? parseTimestamp(text) : null
}

const two = (max: number) => fc.nat({ max }).map((number) => String(number).padStart(2, '0'))
const day = fc
  .tuple(fc.constantFrom('0000', '0099', '1900', '2000', '2026', '2028', '9999'), two(13), two(32))
  .map((parts) => parts.join('-'))
const time = fc.tuple(
  two(25),
  two(60),
  fc.oneof(
    two(60).map((second) => `:${second}`),
    fc.constantFrom('', ':', ':5', '.5'),
  ),
)
const fraction = fc.oneof(
  fc.constant(''),
  fc.nat().map((digits) => `.${digits}`),
  fc.constantFrom('.', '.1234567890'),
)
const zone = fc.oneof(
  fc.constantFrom('', 'Z', 'z', '+', '+01', '+1:00'),
  fc.tuple(fc.constantFrom('+', '-'), two(99), fc.constantFrom('', ':'), two(99)).map((parts) => parts.join('')),
)
const timestamp = fc
  .tuple(day, fc.constantFrom('T', ' ', 't', ''), time, fraction, zone)
  .map(([date, separator, [hour, minute, second], rest, offset]) => `${date}${separator}${hour}:${minute}${second}${rest}${offset}`)

describe('Clock', () => {
  it("reads the timestamps of the ledger's schema and no others", () => {
    const clock = new Clock()
    let accepted = 0
    const property = fc.property(timestamp, (text) => {
      expect([text, read(clock, text)]).toEqual([text, parse(text)])
      if (parse(text) !== null) accepted += 1
    })
    fc.assert(property, tries(20_000))
    expect(accepted).toBeGreaterThan(tries(20_000).numRuns / 40)
  })

  it('refuses a timestamp that is cut off anywhere', () => {
    const whole = '2026-10-01T12:34:56.789+02:00'
    for (let length = 0; length <= whole.length; length++) {
      const text = whole.slice(0, length)
      expect([text, read(new Clock(), text)]).toEqual([text, parse(text)])
    }
  })

  it('asks the calendar anew after a day that does not exist', () => {
    const clock = new Clock()
    expect(read(clock, '2026-02-30T00:00Z')).toBeNull()
    expect(read(clock, '2026-02-28T00:00Z')).toBe(Date.UTC(2026, 1, 28))
    expect(read(clock, '2026-02-30T00:00Z')).toBeNull()
  })
})
