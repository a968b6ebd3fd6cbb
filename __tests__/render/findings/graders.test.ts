import { describe, expect, it } from 'vitest'
import type { Stats } from '../../../src/generated/types.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { describeGraders } from '../../../src/render/findings/graders.ts'
import { buildBaseline, buildFinding, buildReport } from '../../support/render/report.ts'
import { buildStats, buildSummary } from '../../support/render/summary.ts'

const one = buildStats(1, 1200, 0.02)

describe('graders', () => {
  it.each<[string, Stats | undefined, Stats | undefined, string | null]>([
    ['of nobody', undefined, undefined, null],
    ['of head alone', one, undefined, '1 call, 1,200 tokens, $0.02'],
    ['of the baseline alone', undefined, one, 'none (baseline: 1 call, $0.02)'],
    ['of both, almost alike', one, buildStats(2, 1300, 0.020001), '1 call, 1,200 tokens, $0.02 (baseline: 2 calls, $0.020001)'],
    ['of which some have no price', { ...buildStats(3, 9, 0.02), unpriced_calls: 1 }, undefined, '3 calls, 9 tokens, at least $0.02'],
    ['without any price', { ...buildStats(2, 9, 0), unpriced_calls: 2 }, undefined, '2 calls, 9 tokens, cost unknown'],
    ['from a cache', buildStats(2, 0, 0), one, '2 calls, 0 tokens, $0.00 (baseline: 1 call, $0.02)'],
  ])('%s', (_, now, before, words) => {
    expect(describeGraders(now, before)).toBe(words === null ? null : `Graders, not in these figures: ${words}`)
  })

  it('explain a day that is dearer than the total, and fit into the shortest comment', () => {
    const report = buildReport({
      head: buildSummary({ graders: one }),
      baseline: buildBaseline({ graders: one }),
      findings: [buildFinding({ rule: 'max_total_cost_per_day_usd', unit: 'usd', period: '2026-11-03' })],
    })
    expect(renderComment(report, { maxLength: 65_000 })).toContain('_Days and months include 1 call of graders; the total does not._')
    expect(renderComment(report, { maxLength: 3000 })).toContain('Graders, not in these figures: 1 call')
  })
})
