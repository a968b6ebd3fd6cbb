import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/generated/types.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { writeBars } from '../../../src/render/trend/bars.ts'
import { renderTrend } from '../../../src/render/trend/chart.ts'
import { buildReport } from '../../support/render/report.ts'

function withRecords(
  totals: readonly number[],
  more: Partial<Report> = {},
  commit = (index: number): string | null => `${index}a2b3c4d5e6f`,
): Report {
  const report = buildReport(more)
  const records = totals.map((total_cost_usd, index) => ({
    commit: commit(index),
    created_at: null,
    total_cost_usd,
    calls: 1,
    models: {},
    agents: {},
  }))
  return { ...report, ...more, past: { records, run_costs: report.head.run_costs } }
}

describe('the bars of the last records', () => {
  it('stand on 0, with this one last', () => {
    expect(writeBars(withRecords([0, 0.6382285, 1.276457]))).toBe('▁▅██ 3 records before, $0.00 to $1.2765; this pull request last')
    expect(writeBars(withRecords([0.5, 0.5, 0.5]))).toBe('▄▄▄█ 3 records before, all $0.50; this pull request last')
  })

  it('are none of fewer than three, nor of nothing', () => {
    expect(writeBars(withRecords([1, 1]))).toBeNull()
    expect(writeBars(buildReport())).toBeNull()
    const report = withRecords([0, 0, 0])
    expect(writeBars({ ...report, head: { ...report.head, total_cost_usd: 0 } })).toBeNull()
  })

  it('are the newest of many, and say where an amount is the least', () => {
    const report = withRecords(Array.from({ length: 30 }, (_, index) => (index < 18 ? 100 : 1)))
    expect(writeBars(report)).toBe(`${'▇'.repeat(12)}█ 12 records before, all $1.00; this pull request last`)
    expect(writeBars({ ...report, head: { ...report.head, unpriced_calls: 2 } })).toMatch(/last, at the least$/)
    expect(writeBars({ ...report, settings: { ...report.settings, mode: 'record' } })).toMatch(/this one last$/)
  })
})

describe('the chart of the last records', () => {
  it('has a bar each, the limit as a line, and short commits as labels', () => {
    expect(renderTrend(withRecords([0.5, 0.00001234, 0]), true).split('\n')).toEqual([
      '```mermaid',
      'xychart-beta',
      '  title "Cost per record (bars) and the limit (line), US dollars"',
      '  x-axis ["0a2b3c4", "1a2b3c4", "2a2b3c4", "this PR"]',
      '  y-axis "US dollars" 0 --> 1.404',
      '  bar [0.5000, 0.00001234, 0, 1.276]',
      '  line [0.6873, 0.6873, 0.6873, 0.6873]',
      '```',
    ])
  })

  it('has no name from a file, and no label twice', () => {
    const names = [']"\nclick', 'aaaaaaaaaa', 'aaaaaaaaaa', null]
    const chart = renderTrend(
      withRecords([1, 1, 1, 1], {}, (index) => names[index] ?? null),
      true,
    )
    expect(chart).toContain('  x-axis ["1", "aaaaaaa", "3", "4", "this PR"]')
  })

  it('is folded in a comment, and open in the job summary', () => {
    const report = withRecords([1, 1, 1])
    expect(renderTrend(report, false)).toMatch(/^<details>/)
    const summary = renderComment(report, { maxLength: 65_000, isSummary: true })
    expect(summary).toMatch(/\n```mermaid\n/)
    expect(summary).not.toContain('<details>')
    expect(summary).toContain('<details open>')
    expect(summary).toMatch(/\n> \[!(CAUTION|WARNING)\]\n> \*\*\$0\.5727 → \$1\.2765\*\*/)
    expect(renderComment(report, { maxLength: 65_000 })).not.toContain('> [!')
  })

  it('is none of fewer than three, nor without a baseline', () => {
    expect(renderTrend(withRecords([1, 1]), true)).toBe('')
    expect(renderTrend({ ...withRecords([1, 1, 1]), comparison: null }, true)).toBe('')
  })
})
