import { describe, expect, it } from 'vitest'
import { calendar, startOfDay } from '../../src/time.ts'
import { daysOf, PERIOD } from '../../src/usage/days.ts'

describe('the days of a period', () => {
  it.each([
    ['today', '2026-11-26', '2026-11-26', '2026-11-26'],
    ['yesterday', '2026-11-26', '2026-11-25', '2026-11-25'],
    ['yesterday', '2026-01-01', '2025-12-31', '2025-12-31'],
    ['yesterday', '2028-03-01', '2028-02-29', '2028-02-29'],
    ['last-1-days', '2026-11-26', '2026-11-25', '2026-11-25'],
    ['last-7-days', '2026-11-26', '2026-11-19', '2026-11-25'],
    ['last-999-days', '2026-11-26', '2024-03-02', '2026-11-25'],
    ['this-month', '2026-11-26', '2026-11-01', '2026-11-26'],
    ['last-month', '2026-11-26', '2026-10-01', '2026-10-31'],
    ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last-month', '2028-03-31', '2028-02-01', '2028-02-29'],
  ])('%s on %s are %s to %s', (period, today, since, until) => {
    expect(daysOf(period, today)).toEqual({ since: { day: since }, until: { day: until } })
  })

  it('have no bounds where all is wanted', () => {
    expect(daysOf('all', '2026-11-26')).toEqual({ since: null, until: null })
  })

  it.each([
    '',
    'Yesterday',
    'last-0-days',
    'last-07-days',
    'last-1000-days',
    'last--1-days',
    'last-7-days ',
    'this-week',
    '__proto__',
  ])('have no name like %j', (name) => {
    expect(PERIOD.test(name)).toBe(false)
  })
})

describe('the start of a day', () => {
  it.each([
    ['UTC', '2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['Europe/Berlin', '2026-11-02', '2026-11-01T23:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-02', '2026-11-01T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-02', '2026-11-01T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-02', '2026-11-02T11:00:00.000Z'],
    // Clocks went forward at midnight: the day began at 01:00.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    // The island crossed the date line and had no such day.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
  ])('in %s, %s, is %s', (timezone, day, start) => {
    expect(new Date(startOfDay(day, calendar(timezone))).toISOString()).toBe(start)
  })
})
