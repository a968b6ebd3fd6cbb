import { describe, expect, it } from 'vitest'
import { settleChance } from '../../../src/compare/noise/outcome.ts'

describe('settleChance', () => {
  it.each([
    [true, 30, false, 'fail', null],
    [true, 0, false, 'inconclusive', 'within_noise'],
    [true, 15, false, 'inconclusive', 'within_noise'],
    [true, 0, true, 'inconclusive', 'one_run'],
    [true, null, false, 'inconclusive', 'within_noise'],
    [true, 20.1, false, 'fail', null],
    [false, 30, false, 'hidden', null],
    [false, 20, false, 'pass', null],
    [false, 0, false, 'pass', null],
    [false, 0, true, 'pass', null],
  ] as const)('above the limit %s, proven %s %%, one run %s: %s (%s)', (isAbove, proven_percent, isOneRun, state, reason) => {
    expect(settleChance({ isAbove, figures: { proven_percent, isOneRun }, limitPercent: 20 })).toEqual({ state, reason })
  })

  it('where no growth is allowed, what is not known is not proven', () => {
    const figures = { proven_percent: null, isOneRun: false }
    expect(settleChance({ isAbove: true, figures, limitPercent: 0 })).toEqual({ state: 'inconclusive', reason: 'within_noise' })
  })
})
