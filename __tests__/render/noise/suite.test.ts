import { describe, expect, it } from 'vitest'
import type { Noise, RecordLeftOut } from '../../../src/generated/types.ts'
import { writeBlind, writeLeftOut, writeRise, writeSuite } from '../../../src/render/noise/suite.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { buildNoisy } from '../../support/render/noise.ts'
import { buildBaseline, buildReport } from '../../support/render/report.ts'

const unknown = { state: 'unknown', noise_percent: null, smallest_provable_percent: null } as const

describe('the noise of a suite', () => {
  it.each<[string, Partial<Noise>, string | null]>([
    [
      'that sees well',
      { noise_percent: 4.6, smallest_provable_percent: 20 },
      'Noise of this suite: ±5 %, from 20 records. It can prove +20 % and more.',
    ],
    [
      'that sees nearly as well',
      { noise_percent: 0.5, smallest_provable_percent: 20.04 },
      'Noise of this suite: ±0.5 %, from 20 records. It can prove +20.04 % and more.',
    ],
    [
      'that sees just well enough',
      { smallest_provable_percent: 40 },
      'Noise of this suite: ±10 %, from 20 records. It can prove +40 % and more.',
    ],
    ['that sees badly', { smallest_provable_percent: 40.1 }, 'Noise of this suite: ±10 %, from 20 records.'],
    ['that is not known yet', { ...unknown, reason: 'few_records', records: 3 }, 'Noise is not known yet: 3 of 8 records.'],
    ['without a record that compares', { ...unknown, reason: 'few_records', records: 0 }, 'Noise is not known yet: 0 of 8 records.'],
    ['without a history', { ...unknown, reason: 'no_history', records: 0 }, null],
  ])('%s is told', (_, noise, words) => {
    expect(writeSuite(buildNoisy(noise))).toBe(words)
  })

  it('that is not known yet leaves the newest record alone as the baseline', () => {
    const report = { ...buildNoisy({ ...unknown, reason: 'few_records', records: 1 }), baseline: buildBaseline() }
    expect(writeSuite(report)).toBe('Noise is not known yet: 1 of 8 records. Until then the newest record alone is the baseline.')
  })

  it('is not told where there is no baseline', () => {
    expect([writeSuite(buildReport()), writeBlind(buildReport()), writeLeftOut(buildReport(), PLAIN)]).toEqual([null, null, null])
  })

  it.each([
    [40, null],
    [40.01, 'The total of this suite alone proves nothing below +40 %: more runs, or a repetition, would help.'],
    [62.4, 'The total of this suite alone proves nothing below +62 %: more runs, or a repetition, would help.'],
  ])('that proves from %d %% on is blind above twice the limit', (smallest_provable_percent, words) => {
    expect(writeBlind(buildNoisy({ smallest_provable_percent }))).toBe(words)
  })

  it.each(['rise', 'fall'] as const)('that is blind because the base branch has just moved needs more records: %s', (by) => {
    const report = buildNoisy({ smallest_provable_percent: 62.4 })
    const moved = { ...report, baseline: { ...report.baseline, window: { records: 1, by, newest_cost_usd: 1.2 } } }
    expect(writeBlind(moved)).toBe(
      'The total of this suite alone proves nothing below +62 % until more records show the new level of the base branch.',
    )
  })
})

describe('records that are left out', () => {
  const record = (overrides: Partial<RecordLeftOut>): RecordLeftOut => ({
    commit: '8899ac1d2c0e',
    created_at: '2026-10-30T04:00:00.000Z',
    total_cost_usd: 1,
    reason: 'fewer_runs',
    count: 6,
    usual: 12,
    ...overrides,
  })

  it.each<[Partial<RecordLeftOut>, string]>([
    [{}, 'record of 8899ac1 (6 of 12 runs)'],
    [{ reason: 'fewer_cases', count: 1, usual: 2 }, 'record of 8899ac1 (1 of 2 cases)'],
    [{ usual: null }, 'record of 8899ac1 (only 6 runs)'],
    [{ count: null }, 'record of 8899ac1 (fewer runs)'],
    [{ reason: 'unpriced', count: 1 }, 'record of 8899ac1 (1 call without a known price)'],
    [{ reason: 'invalid', count: 3 }, 'record of 8899ac1 (3 records that could not be read)'],
    [{ reason: 'from_disk', count: null }, 'record of 8899ac1 (calls from a cache on disk)'],
    [{ reason: 'free', count: null }, 'record of 8899ac1 (it cost nothing)'],
    [{ commit: null, reason: 'free' }, 'record of 2026-10-30 (it cost nothing)'],
    [{ commit: null, created_at: '<script>', reason: 'free' }, 'a record (it cost nothing)'],
  ])('are named with the reason: %j', (overrides, words) => {
    expect(writeLeftOut(buildNoisy({ left_out: [record(overrides)] }), PLAIN)).toBe(`Left out: ${words}.`)
  })

  it('are counted from the fourth on', () => {
    const left_out = Array.from({ length: 5 }, (_, index) => record({ commit: `${index}aaaaaa` }))
    expect(writeLeftOut(buildNoisy({ left_out }), PLAIN)).toMatch(
      /^Left out: record of 0aaaaaa .*, record of 2aaaaaa \(6 of 12 runs\), and 2 more\.$/,
    )
  })
})

describe('the rise of the base branch itself', () => {
  it.each([
    [
      'with its days',
      { usd: 1, percent: 34, records: 40, days: 62 },
      'The base branch itself rose by 34 % over 40 records, 62 days ($1.00 to $1.34).',
    ],
    [
      'of records without a time',
      { usd: 1, percent: 34, records: 40, days: null },
      'The base branch itself rose by 34 % over 40 records ($1.00 to $1.34).',
    ],
  ])('is said %s', (_, rise, words) => {
    expect(writeRise(buildNoisy({ rise }, { before: 1.34 }))).toBe(words)
  })

  it('is not said where there is none', () => {
    expect([writeRise(buildNoisy()), writeRise(buildReport())]).toEqual([null, null])
  })
})
