import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/generated/types.ts'
import { renderComment } from '../../src/render/comment.ts'
import { buildChange, buildComparison } from '../support/render/changes.ts'
import { APPROVAL } from '../support/render/github-scenarios.ts'
import { buildBaseline, buildFile, buildFinding, buildReport } from '../support/render/report.ts'
import { SCENARIOS } from '../support/render/scenarios.ts'
import { buildSummary } from '../support/render/summary.ts'

const MAX = 65_000

type Overrides = Partial<Omit<Report, 'settings'>> & { readonly settings?: Partial<Report['settings']> }

describe('renderComment', () => {
  it.each(SCENARIOS)('reads as reviewed: %s', async (name, report) => {
    await expect(renderComment(report, { maxLength: MAX })).toMatchFileSnapshot(`golden/${name}.md`)
  })

  it.each<[string, Overrides, string]>([
    ['fail', { verdict: 'fail', blocked: true }, '### ❌ LLM cost +$0.7037 (+122.9 %)'],
    [
      'fail that blocks nothing',
      { verdict: 'fail', blocked: false, settings: { fail_on: 'never' } },
      '### ❌ Would fail: LLM cost +$0.7037 (+122.9 %)',
    ],
    [
      'fail in a dry run',
      { verdict: 'fail', blocked: false, settings: { dry_run: true } },
      '### ❌ Would fail: LLM cost +$0.7037 (+122.9 %)',
    ],
    ['warning that blocks', { verdict: 'warn', blocked: true, settings: { fail_on: 'warning' } }, '### ❌ LLM cost +$0.7037 (+122.9 %)'],
    ['warning', { verdict: 'warn', blocked: false }, '### ⚠️ LLM cost +$0.7037 (+122.9 %)'],
    ['pass', { verdict: 'pass', blocked: false }, '### ✅ LLM cost +$0.7037 (+122.9 %)'],
    [
      'record of a broken limit',
      { verdict: 'fail', blocked: false, settings: { mode: 'record' } },
      '### ⚠️ Recorded: LLM cost $1.2765, +122.9 % against the baseline — limit +20 %, 1 more error',
    ],
    [
      'record in a dry run',
      {
        verdict: 'pass',
        blocked: false,
        findings: [],
        record: { artifact: 'llm-cost-baseline', problem: 'this is a dry run' },
        settings: { mode: 'record', dry_run: true },
      },
      '### ✅ Not recorded: LLM cost $1.2765 — this is a dry run\n',
    ],
    [
      'record of nothing',
      { verdict: 'fail', blocked: false, head: buildSummary({ calls: 0, total_cost_usd: 0 }), settings: { mode: 'record' } },
      '### ⚠️ Not recorded: LLM cost not measured — no LLM calls were found',
    ],
    [
      'gate of its own key',
      { verdict: 'pass', blocked: false, settings: { comment_key: 'evals' } },
      '### ✅ LLM cost of <code>evals</code> +$0.7037 (+122.9 %)',
    ],
  ])('is honest about a %s', (_, overrides, start) => {
    const settings = { ...buildReport().settings, ...overrides.settings }
    const report = buildReport({ ...overrides, settings })
    expect(renderComment(report, { maxLength: MAX }).startsWith(start)).toBe(true)
  })

  it.each([
    [20.004, '+20.004 %', '+20 %'],
    [19.99996, '+19.99996 %', '+20 %'],
  ])('an increase of %d does not read like the limit of 20', (percent, written, limit) => {
    const report = buildReport({ verdict: 'pass', blocked: false, findings: [] })
    if (report.comparison !== null) report.comparison.total.percent = percent
    expect(renderComment(report, { maxLength: MAX }).split('\n')[0]).toBe(`### ✅ LLM cost +$0.7037 (${written}) — limit ${limit}`)
  })

  it('says that an increase passes because it is small', () => {
    const settings = { ...buildReport().settings, min_increase_usd: 1 }
    const report = buildReport({ verdict: 'pass', blocked: false, findings: [], settings })
    expect(renderComment(report, { maxLength: MAX }).split('\n')[0]).toBe(
      '### ✅ LLM cost +$0.7037 (+122.9 %) — below the minimum of $1.00',
    )
  })

  it('shows findings of every level, errors first', () => {
    const levels = ['warning', 'error', 'notice'] as const
    const findings = levels.map((level) => buildFinding({ level, subject: { kind: 'agent', name: `${level}-agent` } }))
    const body = renderComment(buildReport({ findings }), { maxLength: MAX })
    const places = ['error-agent', 'warning-agent', '1 notice', 'notice-agent'].map((words) => body.indexOf(words))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each([
    ['the same total', buildChange('total', [1.276457, 68, 9], [1.276457, 78, 9]), '$1.2765, the same as the record before it'],
    ['a total of nothing', buildChange('total', [0, 0, 0], [1.276457, 78, 9]), '$1.2765; the record before it cost $0.00'],
  ])('says what a record follows: %s', (_, total, words) => {
    const settings = { ...buildReport().settings, mode: 'record' as const }
    const baseline = buildBaseline({ source: 'artifact', window: { records: 1, by: 'newest', newest_cost_usd: 1 } })
    const report = buildReport({
      verdict: 'pass',
      blocked: false,
      findings: [],
      settings,
      baseline,
      comparison: buildComparison({ total }),
    })
    expect(firstLine(report)).toBe(`### ✅ Recorded: LLM cost ${words}`)
  })

  const total = { approvable: true, eased: 'approved' } as const
  const budget = { rule: 'max_cost_per_run_usd', subject: { kind: 'agent', name: 'a' } } as const
  it.each<[string, Partial<Finding>[], string]>([
    ['the total alone', [total], 'limit +20 %, accepted by <code>octocat</code>'],
    ['another limit', [{ ...budget, ...total }], '1 error accepted by <code>octocat</code>'],
    ['the total, not the budget', [total, budget], 'limit +20 %, accepted by <code>octocat</code>, 1 more error'],
    ['everything', [total, { ...budget, ...total }], 'limit +20 %, accepted by <code>octocat</code>, 1 more error accepted'],
    [
      'nothing that is left',
      [budget, { ...budget, level: 'warning', eased: 'existing' }],
      'agent <code>a</code> over its budget per run: $122.87 of $20.00',
    ],
  ])('gives the reason after a person accepted %s', (_, findings, reason) => {
    const built = findings.map((finding) => buildFinding({ level: finding.eased === 'approved' ? 'warning' : 'error', ...finding }))
    const report = buildReport({ findings: built, approval: { given: APPROVAL, notes: [] } })
    expect(firstLine(report)).toBe(`### ❌ LLM cost +$0.7037 (+122.9 %) — ${reason}`)
  })

  it.each([
    ['', 'with the label, for commit'],
    ['soon', 'with the label, for commit'],
    ['2026-11-03T15:20:31Z', 'with the label on <code>2026-11-03 15&#58;20</code> UTC, for commit'],
  ])('shows %j as the time of an approval only where it is one', (at, words) => {
    const body = renderComment(buildReport({ approval: { given: { ...APPROVAL, at }, notes: [] } }), { maxLength: MAX })
    expect(body).toContain(`Accepted by <code>octocat</code> ${words} <code>1f2e3d4</code>.`)
  })

  it('offers no approval where no label could give one, and none for what nobody may accept', () => {
    const settings = { ...buildReport().settings, approval_label: 'accepted' }
    const approvable = [buildFinding({ approvable: true })]
    expect(renderComment(buildReport({ findings: approvable }), { maxLength: MAX })).not.toContain('To accept')
    expect(renderComment(buildReport({ settings, findings: [buildFinding()] }), { maxLength: MAX })).not.toContain('To accept')
    expect(renderComment(buildReport({ settings, findings: approvable }), { maxLength: MAX })).toContain('To accept the error: ')
  })

  it.each([
    [0, '2 days old\n'],
    [1, '2 days old, 1 commit older than the base that was measured\n'],
    [1234, '2 days old, 1,234 commits older than the base that was measured\n'],
  ])('of a baseline %d commits away says how far that is', (commits_behind, words) => {
    const baseline = buildBaseline({ source: 'artifact', commits_behind })
    expect(renderComment(buildReport({ baseline }), { maxLength: MAX })).toContain(words)
  })

  it('names a stored baseline that does not know its commit', () => {
    const baseline = buildBaseline({ source: 'artifact', path: 'llm-cost-baseline', commit: null })
    expect(renderComment(buildReport({ baseline }), { maxLength: MAX })).toContain(
      'the baseline <code>llm-cost-baseline</code> (2 days old)',
    )
  })

  it('says that another run measured it, and nothing else that a gate does not', () => {
    const settings = { ...buildReport().settings, mode: 'comment' as const }
    const [gate, other] = [buildReport(), buildReport({ settings })].map((report) => renderComment(report, { maxLength: MAX }))
    expect(other?.replace(', measured by another workflow run', '')).toBe(gate)
    expect(other).not.toBe(gate)
  })

  it.each([
    ['changed', 'fail', 'edits', 'by its own version the verdict would be **fail**.'],
    ['removed', 'pass', 'removes', 'without it the verdict would be **pass**.'],
  ] as const)('says what a file that is %s would come to', (change, verdict, verb, words) => {
    const files = [buildFile({ kind: 'baseline', path: 'b.json', origin: 'base', commit: 'abc1234def', change })]
    const body = renderComment(buildReport({ files, proposed: { verdict, problem: null } }), { maxLength: MAX })
    const base = 'It was judged by the version of the base commit <code>abc1234</code>; '
    expect(body).toContain(`ℹ️ This pull request ${verb} the baseline <code>b&#46;json</code>. ${base}${words}`)
  })
})

function firstLine(report: Report): string | undefined {
  return renderComment(report, { maxLength: MAX }).split('\n')[0]
}
