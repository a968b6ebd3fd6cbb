import { describe, expect, it } from 'vitest'
import type { Stats } from '../../../src/generated/types.ts'
import { BASELINE, head, judged, SETTINGS, stats } from '../../support/judge/builders.ts'

const cost = (cost_usd: number, more: Partial<Stats> = {}) => stats({ cost_usd, ...more })

function judgeGraders(now: Stats | undefined, before: Stats | undefined, settings: Partial<typeof SETTINGS> = {}) {
  const { findings, checks } = judged({
    head: head({ ...(now !== undefined && { graders: now }) }),
    baseline: { ...BASELINE, ...(before !== undefined && { graders: before }) },
    settings: { ...SETTINGS, ...settings },
  })
  return [...findings, ...checks].filter(({ rule }) => rule === 'graders_increase')
}

const NOT = 'graders, which are not in the total, cost'

describe('graders that cost more', () => {
  it.each<[string, Stats, Stats, Partial<typeof SETTINGS>, string]>([
    ['than the default allows', cost(0.3), cost(0.1), {}, `${NOT} $0.30, 200 % more than those of the baseline ($0.10); limit 20 %`],
    ['by a hair', cost(0.120001), cost(0.1), {}, `${NOT} $0.1200, 20.001 % more than those of the baseline ($0.10); limit 20 %`],
    [
      'than the inputs allow',
      cost(0.2),
      cost(0.1),
      { maxIncreasePercent: 50, minIncreaseUsd: 0.1 },
      `${NOT} $0.20, 100 % more than those of the baseline ($0.10); limit 50 %, counted from an increase of $0.10 on`,
    ],
    ['at least', cost(0.3, { unpriced_calls: 1 }), cost(0.1), {}, `${NOT} at least $0.30, those of the baseline $0.10; limit 20 %`],
  ])('%s are a warning', (_, now, before, settings, message) => {
    expect(judgeGraders(now, before, settings)).toMatchObject([{ level: 'warning', subject: { kind: 'data', name: null }, message }])
  })

  it.each<[string, Stats, Stats, Partial<typeof SETTINGS>]>([
    ['exactly as much more as is allowed', cost(0.12), cost(0.1), {}],
    ['less than counts', cost(0.19), cost(0.1), { minIncreaseUsd: 0.1 }],
    ['the same', cost(0.1), cost(0.1), {}],
    ['less', cost(0.05), cost(0.1), {}],
  ])('by %s pass', (_, now, before, settings) => {
    expect(judgeGraders(now, before, settings)).toMatchObject([{ outcome: 'passed' }])
  })

  it.each<[string, Stats | undefined, Stats | undefined]>([
    ['are new', cost(1), undefined],
    ['are gone', undefined, cost(1)],
    ['were answered from a cache on disk before', cost(1), cost(0)],
    ['had no known price before', cost(1), cost(0.1, { unpriced_calls: 1 })],
  ])('are nothing where they %s', (_, now, before) => {
    expect(judgeGraders(now, before)).toEqual([])
  })

  it.each<[string, Stats, string]>([
    ['the same', cost(0.1), `${NOT} $0.10, the same as those of the baseline; limit 20 %`],
    ['half a percent', cost(0.1005), `${NOT} $0.1005, 0.5 % more than those of the baseline ($0.10); limit 20 %`],
    ['less', cost(0.05), `${NOT} $0.05, 50 % less than those of the baseline ($0.10); limit 20 %`],
  ])('by %s say so', (_, now, message) => {
    expect(judgeGraders(now, cost(0.1))).toMatchObject([{ message }])
  })

  it('do not make up for what is tested: without its calls nothing was measured', () => {
    const { findings } = judged({ head: head({ calls: 0, graders: cost(1) }) })
    expect(findings.find(({ rule }) => rule === 'no_usage')?.message).toBe(
      'no LLM calls were found; those of graders are not what is tested',
    )
  })
})
