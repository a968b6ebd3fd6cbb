import { describe, expect, it } from 'vitest'
import { renderReportMarkdown } from '../../../src/render/report/markdown.ts'
import { renderReportText } from '../../../src/render/report/text.ts'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { reportOn } from '../../support/report/reports.ts'

/** A report on one call of $1.00, judged. */
async function judged(policy: string, ...words: string[]) {
  const folder = workspace({ [LEDGER]: jsonl(row({ cost_usd: 1, model: 'gpt-4o' })), 'policy.yaml': policy })
  const report = await reportOn(folder, '--policy', 'policy.yaml', ...words)
  return { text: renderReportText(report, (_style, text) => text).split('\n'), markdown: renderReportMarkdown(report).split('\n') }
}

const dear = 'policies: [{ name: g, totals: { max_total_cost_usd: 0.5 } }]'
const near = 'warn_at_percent: 50\npolicies: [{ name: g, totals: { max_total_cost_usd: 1.5 } }]'
const COST = 'LLM cost $1.00 — Total cost'
const BROKEN = `${COST} ($1.00, limit $0.50)`
const NEAR = `${COST}, near its limit ($1.00, limit $1.50)`

describe('the first lines of a judged report', () => {
  it.each([
    ['never blocks', dear, ['--fail-on', 'never'], `FAIL  Would fail: ${BROKEN}`, 'Nothing is blocked: fail-on is never.'],
    ['is a dry run', dear, ['--dry-run'], `FAIL  Would fail: ${BROKEN}`, 'Dry run: nothing is blocked.'],
    [
      'is a dry run that warnings block',
      near,
      ['--dry-run', '--fail-on', 'warning'],
      `WARN  Would fail: ${NEAR}`,
      'Dry run: nothing is blocked.',
    ],
    ['is blocked by warnings', near, ['--fail-on', 'warning'], `FAIL  ${NEAR}`, 'Warnings block: fail-on is warning.'],
  ])('say why it exits as it does where it %s', async (_, policy, words, headline, setting) => {
    const { text, markdown } = await judged(policy, ...words)
    expect(text.slice(0, 2)).toEqual([headline, setting])
    expect(markdown).toContain(`_${setting}_`)
  })

  it.each([
    ['models: { allowlist: [claude-*] }', 'Use of model gpt-4o (1 call, not allowed)'],
    ['models: { denylist: [gpt-*] }', 'Use of model gpt-4o (1 call, denied)'],
    ['min_runs: 3', 'Number of runs (1 run, at least 3 runs)'],
    ['required_steps: [review]', 'Required step review (did not run, required)'],
  ])('name what was found in words that are right for it: %s', async (policy, words) => {
    expect((await judged(policy)).text[0]).toBe(`FAIL  LLM cost $1.00 — ${words}`)
  })

  it('name calls without a price, which have no limit', async () => {
    const folder = workspace({ [LEDGER]: jsonl(row({ cost_usd: null, model: 'house-model' })), 'policy.yaml': dear })
    const text = renderReportText(await reportOn(folder, '--policy', 'policy.yaml'), (_style, words) => words)
    expect(text).toMatch(/^WARN {2}.* — No known price for model house-model: its calls are in no amount \(1 call\)\n/)
  })

  it('say nothing of it where the verdict says it', async () => {
    const { text } = await judged(dear)
    expect([text[0], text[1]?.trimStart().split(' ')[0]]).toEqual([`FAIL  ${BROKEN}`, 'Finding'])
  })
})
