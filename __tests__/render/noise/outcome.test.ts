import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/generated/types.ts'
import { annotations } from '../../../src/render/annotations.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { renderTerminal } from '../../../src/render/terminal.ts'
import { writeVerdict } from '../../../src/render/verdict/verdict.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { buildNoisy } from '../../support/render/noise.ts'
import { NOISE_SCENARIOS } from '../../support/render/noise-scenarios.ts'
import { buildFinding, buildReport } from '../../support/render/report.ts'

const { settings } = buildReport()
const doubt = buildNoisy()
const other = buildFinding({ level: 'warning', rule: 'max_cost_per_run_usd', subject: { kind: 'agent', name: 'planner' } })
const hidden = buildNoisy({ state: 'hidden', reason: null, proven_percent: 31 }, { after: 1.3 })
const quiet = (report: Report) => ({
  ...report,
  verdict: 'pass' as const,
  findings: report.findings.map((finding) => ({ ...finding, level: 'notice' as const })),
  settings: { ...settings, on_inconclusive: 'pass' as const },
})
const loud = (report: Report, blocked: boolean) => ({
  ...report,
  verdict: 'fail' as const,
  blocked,
  findings: report.findings.map((finding) => ({ ...finding, level: 'error' as const })),
  settings: { ...settings, on_inconclusive: 'fail' as const, dry_run: !blocked },
})

describe('the first line', () => {
  it.each<[string, Report, string, string]>([
    ['is inconclusive', doubt, '🟡 Inconclusive: ', 'INCONCLUSIVE  LLM cost +$0.2880 (+24 %)'],
    ['is inconclusive, and a setting says that it passes', quiet(doubt), '🟡 Inconclusive: ', 'INCONCLUSIVE  LLM cost +$0.2880 (+24 %)'],
    [
      'is inconclusive beside a notice',
      { ...doubt, findings: [...doubt.findings, { ...other, level: 'notice' }] },
      '🟡 Inconclusive: ',
      'INCONCLUSIVE  ',
    ],
    [
      'is inconclusive beside another warning',
      { ...doubt, findings: [...doubt.findings, other] },
      '⚠️ Inconclusive: ',
      'WARN  Inconclusive: LLM cost +$0.2880 (+24 %)',
    ],
    [
      'is inconclusive, and a setting says that it blocks',
      loud(doubt, true),
      '❌ LLM cost +$0.2880 (+24 %)',
      'FAIL  LLM cost +$0.2880 (+24 %)',
    ],
    ['would block in earnest', loud(doubt, false), '❌ Would fail: LLM cost +$0.2880 (+24 %)', 'FAIL  Would fail: '],
    ['is hidden', hidden, '⚠️ LLM cost +$0.10 (+8.3 %)', 'WARN  LLM cost +$0.10 (+8.3 %)'],
    ['is hidden, and a setting says that it passes', quiet(hidden), '⚠️ LLM cost +$0.10 (+8.3 %)', 'WARN  LLM cost +$0.10 (+8.3 %)'],
    ['is recorded', { ...loud(doubt, false), settings: { ...settings, mode: 'record' } }, '🟡 Recorded: ', 'INCONCLUSIVE  Recorded: '],
  ])('of a growth that %s', (_, report, comment, terminal) => {
    expect(renderComment(report, { maxLength: 65_000 }).startsWith(`### ${comment}`)).toBe(true)
    expect(renderTerminal(report, (_style, text) => text).startsWith(terminal)).toBe(true)
  })

  it('of a growth that is inconclusive is yellow, and the same beside another error as without noise', () => {
    expect(renderTerminal(doubt, (style, text) => `<${style}>${text}`)).toMatch(/^<yellow>INCONCLUSIVE {2}/)
    const error = { ...other, level: 'error' as const }
    const report = { ...doubt, verdict: 'fail' as const, blocked: true, findings: [...doubt.findings, error] }
    expect(writeVerdict(report, PLAIN)).toBe('LLM cost +$0.2880 (+24 %) — limit +20 %, inside the noise, 1 more error')
  })

  it('is said by the status of a commit, which has no icon, and by a comment of one line', () => {
    expect(writeVerdict(quiet(doubt), PLAIN)).toBe('Inconclusive: LLM cost +$0.2880 (+24 %) — limit +20 %, inside the noise')
    expect(renderComment(quiet(doubt), { maxLength: 60 })).toBe('### LLM cost: inconclusive')
  })

  it.each([
    [loud(doubt, true), 'Inconclusive blocks: on-inconclusive is fail.'],
    [loud(hidden, true), 'A hidden increase blocks: on-inconclusive is fail.'],
  ])('is followed by the setting that blocks', (report, words) => {
    expect(renderComment(report, { maxLength: 65_000 })).toContain(`_${words}_`)
  })
})

describe('what chance leaves open', () => {
  it.each(
    NOISE_SCENARIOS.filter(([, { noise }]) => noise?.state === 'inconclusive' || noise?.state === 'hidden'),
  )('never looks like a pass: %s', (_, report) => {
    const texts = [renderComment(report, { maxLength: 65_000 }), renderTerminal(report, (_style, text) => text)]
    for (const text of texts) expect(text).not.toMatch(/✅|PASS|a notice only|near its limit/)
  })

  it.each([
    [doubt, 'LLM cost inconclusive: Increase of the total, inside the noise'],
    [loud(doubt, true), 'LLM cost: Increase of the total, inside the noise'],
    [hidden, 'LLM cost: Increase of the total, hides a proven +31 %'],
    [buildNoisy({ reason: 'fewer_runs' }, { after: 1.1 }), 'LLM cost inconclusive: Increase of the total, fewer runs or cases than before'],
  ])('is named in annotations', (report, title) => {
    expect(annotations(report)[0]?.title).toBe(title)
  })

  it('says nothing of the growth of a model', () => {
    const finding = buildFinding({ level: 'warning', subject: { kind: 'model', name: 'gpt-4o' } })
    expect(annotations({ ...doubt, findings: [finding] })[0]?.title).toBe('LLM cost: Increase of model gpt-4o')
  })
})
