import { describe, expect, it } from 'vitest'
import { judgeTotal, type RegressionLimits, regressionLimits } from '../../../src/judge/growth/regression.ts'
import { change, comparison, policy, SETTINGS } from '../../support/judge/builders.ts'
import { buildNoise } from '../../support/render/noise.ts'

const LIMITS: RegressionLimits = {
  maxIncreasePercent: 20,
  minIncreaseUsd: 0,
  level: 'error',
  onInconclusive: 'warn',
  warnAtPercent: null,
  policy: null,
}
const grown = comparison(change('total', 1, 1.24))
const GROWN = 'total: $1.24 is 24 % more than the baseline of $1.00, limit 20 %'

describe('the limit on the total that is in force', () => {
  it('has defaults for all that nobody says', () => {
    expect(regressionLimits(SETTINGS, null)).toEqual(LIMITS)
    expect(regressionLimits(SETTINGS, policy('min_runs: 0'))).toEqual(LIMITS)
  })

  it('is what the policy says of each of them', () => {
    const said = policy('warn_at_percent: 80\nregression: { max_increase_percent: 10, on_inconclusive: fail }')
    expect(regressionLimits(SETTINGS, said)).toMatchObject({
      maxIncreasePercent: 10,
      onInconclusive: 'fail',
      warnAtPercent: 80,
      policy: { path: 'policy.yaml', line: 2 },
    })
    expect(regressionLimits({ ...SETTINGS, onInconclusive: 'pass' }, said).onInconclusive).toBe('pass')
  })
})

describe('growth of the total that chance may have made', () => {
  const judge = (noise: Parameters<typeof buildNoise>[0], limits = LIMITS) => judgeTotal(limits, grown, buildNoise(noise))

  it('is a warning with the growth that was measured', () => {
    expect(judge({ state: 'inconclusive', measured_percent: 24, proven_percent: 3 })).toMatchObject({
      level: 'warning',
      approvable: true,
      actual: 24,
      limit: 20,
      message: `${GROWN}; chance alone reaches 31 %`,
    })
  })

  it('and that luck hides is a warning with the growth that is proven', () => {
    const hidden = { state: 'hidden', reason: null, measured_percent: 24, proven_percent: 30 } as const
    expect(judge(hidden)).toMatchObject({
      level: 'warning',
      actual: 30,
      message: `${GROWN}; an increase of 30 % that luck hides is proven`,
    })
  })

  it('is what on-inconclusive says', () => {
    expect(judge({}, { ...LIMITS, onInconclusive: 'fail' })).toMatchObject({ level: 'error' })
    expect(judge({}, { ...LIMITS, onInconclusive: 'pass' })).toMatchObject({ level: 'notice' })
  })

  it.each(['pass', 'fail', 'unknown'] as const)('is decided by the limit alone where the noise is %s', (state) => {
    expect(judge({ state })).toMatchObject({ level: 'error', message: GROWN })
    expect(judgeTotal(LIMITS, grown, null)).toMatchObject({ level: 'error', message: GROWN })
  })
})

describe('growth of the total of no calls', () => {
  const judge = (head_calls: number | null) => judgeTotal(LIMITS, comparison(change('total', 1, 1.24, { head_calls })), null)

  it('is not judged', () => {
    expect(judge(0)).toMatchObject({ outcome: 'unmatched', message: 'total: there are no calls to compare' })
    expect(judge(1)).toMatchObject({ level: 'error', message: GROWN })
    expect(judge(null)).toMatchObject({ level: 'error', message: GROWN })
  })

  it('nor where there is no baseline', () => {
    expect(judgeTotal(LIMITS, null, null)).toMatchObject({ outcome: 'unmatched', message: 'total: there is no baseline to compare with' })
  })
})
