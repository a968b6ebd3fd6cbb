import { describe, expect, it } from 'vitest'
import type { JudgeInput } from '../../../src/judge/judge.ts'
import { BASELINE, change, comparison, judged, SETTINGS } from '../../support/judge/builders.ts'

const DATA = { kind: 'data', name: null }

describe('the baseline', () => {
  it.each([
    ['pass', 'notice', 'pass'],
    ['warn', 'warning', 'warn'],
    ['fail', 'error', 'fail'],
  ] as const)('no baseline with on-missing-baseline: %s is a finding of level %s', (onMissingBaseline, level, verdict) => {
    for (const compared of [null, comparison(change('total', null, 1))]) {
      const judgement = judged({ comparison: compared, settings: { ...SETTINGS, onMissingBaseline } })
      expect(judgement.findings).toMatchObject([{ level, rule: 'missing_baseline', subject: DATA }])
      expect(judgement.verdict).toBe(verdict)
    }
  })

  it.each<[Partial<JudgeInput['baseline']>, string]>([
    [{}, 'the baseline baseline.json does not exist (paths start from the working directory), so a regression cannot be seen'],
    [{ path: null }, 'there is no baseline yet, so a regression cannot be seen'],
    [{ source: 'artifact', path: 'llm-cost-baseline' }, 'there is no baseline yet, so a regression cannot be seen'],
  ])('no baseline is told by where it was looked for: %j', (baseline, message) => {
    expect(judged({ comparison: null, baseline: { ...BASELINE, ...baseline } }).findings).toMatchObject([{ message }])
  })

  it('no baseline is told with its reason', () => {
    const baseline = { ...BASELINE, source: 'artifact' as const, reason: 'this server keeps no artifacts' }
    expect(judged({ comparison: null, baseline }).findings).toMatchObject([
      { message: expect.stringContaining('this server keeps no artifacts') },
    ])
  })
})
