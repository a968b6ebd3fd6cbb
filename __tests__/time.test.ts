import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, isoTime, parseLooseTime, parseTimestamp } from '../src/time.ts'

describe('a timestamp', () => {
  it.each([
    ['2026-11-02T09:00:00Z', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02T09:00:00.123456+00:00', '2026-11-02T09:00:00.123Z'],
    ['2026-11-02T09:00:00.1', '2026-11-02T09:00:00.100Z'],
    ['2026-11-02 09:00', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02T09:00+0530', '2026-11-02T03:30:00.000Z'],
    ['2026-11-02T00:30:00+02:00', '2026-11-01T22:30:00.000Z'],
    ['2026-12-31T23:00:00-03:00', '2027-01-01T02:00:00.000Z'],
    ['2028-02-29T00:00Z', '2028-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00Z', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T00:00:00Z', '0099-12-31T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, iso) => {
    const timeMs = parseTimestamp(text)
    expect(timeMs === null ? null : isoTime(timeMs)).toBe(iso)
  })

  it.each([
    '2026-02-29T00:00',
    '2026-02-30T00:00',
    '2100-02-29T00:00',
    '2026-04-31T00:00',
    '2026-11-31T00:00',
  ])('%s is no day of the calendar', (text) => {
    expect(parseTimestamp(text)).toBeNull()
  })

  it('is read as the platform reads it', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 })
    fc.assert(
      fc.property(instant, minutes, (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23)
        const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
        const text = `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
        fc.pre(!local.startsWith('+'))
        expect(parseTimestamp(text)).toBe(Date.parse(text))
        expect(parseLooseTime(text)).toBe(Date.parse(text))
      }),
    )
  })
})

describe('a loose time', () => {
  it.each<[unknown, string | null]>([
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['2026-11-02T09:00:00Z', '2026-11-02T09:00:00.000Z'],
    [1793610000, '2026-11-02T09:00:00.000Z'],
    [1793610000.5, '2026-11-02T09:00:00.500Z'],
    ['2026-02-30', null],
    ['2026-1-2', null],
    ['02.11.2026', null],
    ['now', null],
    ['', null],
    [0, null],
    [-1, null],
    [Number.NaN, null],
    [1793610000123, '2026-11-02T09:00:00.123Z'],
    [1793610000123456, '2026-11-02T09:00:00.123Z'],
    [99999999999, '5138-11-16T09:46:39.000Z'],
    [1793610000123456e3, '2026-11-02T09:00:00.123Z'],
    [1e20, null],
    ['2026-11-02 09:00:00 UTC', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02 09:00:00.5+00', '2026-11-02T09:00:00.500Z'],
    ['2026-11-02 10:30:00+01:30', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02T04:00:00-05', '2026-11-02T09:00:00.000Z'],
    ['1793610000', null],
    [null, null],
    [undefined, null],
    [{}, null],
  ])('%j is %j', (value, iso) => {
    const timeMs = parseLooseTime(value)
    expect(timeMs === null ? null : isoTime(timeMs)).toBe(iso)
  })
})

describe('the calendar day', () => {
  it.each([
    ['UTC', '2026-11-02T23:59:59.999Z', '2026-11-02'],
    ['UTC', '2026-11-03T00:00:00.000Z', '2026-11-03'],
    ['Europe/Berlin', '2026-10-24T21:59:59Z', '2026-10-24'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
    // Summer time ends on the 25th of October at 01:00 UTC: that day has 25 hours.
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    // Summer time begins on the 8th of March at 10:00 UTC: that day has 23 hours.
    ['America/Los_Angeles', '2026-03-08T07:59:59Z', '2026-03-07'],
    ['America/Los_Angeles', '2026-03-08T08:00:00Z', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T06:59:59Z', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T07:00:00Z', '2026-03-09'],
    ['Asia/Kathmandu', '2026-11-02T18:14:59Z', '2026-11-02'],
    ['Asia/Kathmandu', '2026-11-02T18:15:00Z', '2026-11-03'],
    ['Pacific/Kiritimati', '2026-11-02T10:00:00Z', '2026-11-03'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    // Samoa had no 30th of December 2011.
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['Asia/Tokyo', '0001-01-01T12:00:00Z', '0001-01-01'],
  ])('in %s of %s is %s', (zone, iso, day) => {
    const timeMs = parseLooseTime(iso)
    expect(timeMs === null ? null : calendar(zone)(timeMs)).toBe(day)
  })

  it('changes at midnight, also where that is not on the hour', () => {
    const dayOf = calendar('Asia/Kathmandu')
    const times = ['18:00', '18:14', '18:15', '18:30'].map((time) => Date.parse(`2026-11-02T${time}:00Z`))
    expect(times.map(dayOf)).toEqual(['2026-11-02', '2026-11-02', '2026-11-03', '2026-11-03'])
  })

  it('is the same whatever was asked before', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(times, fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'), (list, zone) => {
        const remembering = calendar(zone)
        for (const timeMs of list) expect(remembering(timeMs)).toBe(calendar(zone)(timeMs))
      }),
    )
  })
})
