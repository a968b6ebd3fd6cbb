import { describe, expect, it } from 'vitest'
import { renderComment } from '../../src/render/comment.ts'
import { buildFinding, buildReport } from './report.ts'
import { SCENARIOS } from './scenarios.ts'

const MAX = 65_000

describe('renderComment', () => {
  it.each(SCENARIOS)('reads as reviewed: %s', async (name, report) => {
    await expect(renderComment(report, { maxLength: MAX })).toMatchFileSnapshot(`golden/${name}.md`)
  })

  it.each([
    ['fail', { verdict: 'fail', blocked: true }, '### ❌ LLM cost +122.9 %'],
    [
      'fail that blocks nothing',
      { verdict: 'fail', blocked: false, settings: { fail_on: 'never' } },
      '### ❌ Would fail: LLM cost +122.9 %',
    ],
    ['fail in a dry run', { verdict: 'fail', blocked: false, settings: { dry_run: true } }, '### ❌ Would fail: LLM cost +122.9 %'],
    ['warning that blocks', { verdict: 'warn', blocked: true, settings: { fail_on: 'warning' } }, '### ❌ LLM cost +122.9 %'],
    ['warning', { verdict: 'warn', blocked: false }, '### ⚠️ LLM cost +122.9 %'],
    ['pass', { verdict: 'pass', blocked: false }, '### ✅ LLM cost +122.9 %'],
    [
      'gate of its own key',
      { verdict: 'pass', blocked: false, settings: { comment_key: 'evals' } },
      '### ✅ LLM cost of <code>evals</code> +122.9 %',
    ],
  ] as const)('is honest about a %s', (_, overrides, start) => {
    const settings = { ...buildReport().settings, ...('settings' in overrides ? overrides.settings : {}) }
    const report = buildReport({ ...overrides, settings })
    expect(renderComment(report, { maxLength: MAX }).startsWith(start)).toBe(true)
  })

  it.each([
    [20.004, '+20.004 %', '+20 %'],
    [19.99996, '+19.99996 %', '+20 %'],
  ])('an increase of %d does not read like the limit of 20', (percent, written, limit) => {
    const report = buildReport({ verdict: 'pass', blocked: false, findings: [] })
    if (report.comparison !== null) report.comparison.total.percent = percent
    expect(renderComment(report, { maxLength: MAX }).split('\n')[0]).toBe(`### ✅ LLM cost ${written} — limit ${limit}`)
  })

  it('says that an increase passes because it is small', () => {
    const settings = { ...buildReport().settings, min_increase_usd: 1 }
    const report = buildReport({ verdict: 'pass', blocked: false, findings: [], settings })
    expect(renderComment(report, { maxLength: MAX }).split('\n')[0]).toBe('### ✅ LLM cost +122.9 % — below the minimum of $1.00')
  })

  it('shows findings of every level, errors first', () => {
    const levels = ['warning', 'error', 'notice'] as const
    const findings = levels.map((level) => buildFinding({ level, subject: { kind: 'agent', name: `${level}-agent` } }))
    const body = renderComment(buildReport({ findings }), { maxLength: MAX })
    const places = ['error-agent', 'warning-agent', '1 notice', 'notice-agent'].map((words) => body.indexOf(words))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})
