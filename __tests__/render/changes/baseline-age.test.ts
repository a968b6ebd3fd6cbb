import { expect, it } from 'vitest'
import { describeAge } from '../../../src/render/changes/baseline.ts'

it.each([
  ['2026-11-03T11:59:30.000Z', 'just recorded'],
  ['2026-11-03T11:59:00.000Z', '1 minute old'],
  ['2026-11-03T11:00:00.000Z', '1 hour old'],
  ['2026-11-01T12:00:01.000Z', '47 hours old'],
  ['2026-11-01T12:00:00.000Z', '2 days old'],
  ['2025-11-03T12:00:00.000Z', '365 days old'],
  ['2026-11-04T12:00:00.000Z', null],
  ['yesterday', null],
  [null, null],
])('a baseline of %s is %s at noon of 2026-11-03', (created, age) => {
  expect(describeAge(created, '2026-11-03T12:00:00.000Z')).toBe(age)
})
