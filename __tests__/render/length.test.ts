import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderComment } from '../../src/render/comment.ts'
import { buildComparison } from '../support/render/changes.ts'
import { HOSTILE } from '../support/render/hostile.ts'
import { rename } from '../support/render/rename.ts'
import { buildCheck, buildFinding, buildReport } from '../support/render/report.ts'
import { SCENARIOS } from '../support/render/scenarios.ts'
import { buildSummary } from '../support/render/summary.ts'
import { tries } from '../support/tries.ts'

const WORST = '<|@`'.repeat(100)
const many = <T>(item: T): T[] => Array.from({ length: 10_000 }, () => item)

describe('a comment', () => {
  it('with 10,000 hostile names of everything fits', () => {
    const { head, comparison } = rename(buildReport(), WORST)
    const [model] = comparison?.models ?? []
    const changes = model === undefined ? [] : many(model)
    const report = {
      ...rename(buildReport(), WORST),
      head: buildSummary({
        ...head,
        sources: head.sources.slice(0, 1).flatMap(many),
        quality: { ...head.quality, invalid_records: 10_000, invalid_examples: many(WORST), overlaps: many(WORST) },
      }),
      comparison: buildComparison({ models: changes, agents: changes, steps: changes, customers: changes }),
      findings: many(
        buildFinding({ subject: { kind: 'agent', name: WORST }, run_id: WORST, rule: 'max_cost_per_run_usd', message: WORST }),
      ),
      checks: many(buildCheck({ subject: { kind: 'agent', name: WORST } })),
    }
    const body = renderComment(report, { maxLength: 65_000 })
    expect(body.length).toBeLessThanOrEqual(65_000)
    expect(body).toContain('LLM cost at least +$0.7037 (+122.9 %)')
    expect(body).toMatch(/_and 9,9\d\d more/)
  })

  it('is never longer than it may be, and ends tidy where anything fits', () => {
    const names = fc.constantFrom(...HOSTILE.map(([, name]) => name))
    const scenarios = fc.constantFrom(...SCENARIOS.map(([, report]) => report))
    fc.assert(
      fc.property(scenarios, names, fc.integer({ min: 0, max: 70_000 }), (report, name, maxLength) => {
        const body = renderComment(rename(report, name), { maxLength })
        expect(body.length).toBeLessThanOrEqual(maxLength)
        expect(count(body, '<details>')).toBe(count(body, '</details>'))
        expect(count(body, '<code>')).toBe(count(body, '</code>'))
      }),
      tries(1000),
    )
  })

  it('leaves out details before findings', () => {
    const report = buildReport()
    const whole = renderComment(report, { maxLength: 65_000 })
    const tight = renderComment(report, { maxLength: Math.round(whole.length / 2) })
    expect(tight).toContain('Increase of the total')
    expect(tight).not.toContain('<details>')
    expect(tight).toContain('they are in the report')
  })
})

function count(text: string, part: string): number {
  return text.split(part).length - 1
}
