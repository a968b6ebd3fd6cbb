import { describe, expect, it } from 'vitest'
import { keep } from '../support/e2e/checkout.ts'
import { annotationsOf, readOutput } from '../support/e2e/lab.ts'
import { lab, stage } from '../support/e2e/stage.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

const policy = `policies:
  - name: agent_budgets
    limits:
      offer-agent:
        max_cost_per_run_usd: 0.6
`

stage()

describe('a pull request', () => {
  it('that costs no more passes, with a comment and every output', async () => {
    await lab.spend({ cost_usd: 0.55 })
    const result = await lab.run()
    expect(result.exitCode).toBe(0)
    expect(result.stderr).toBe('')
    expect(Object.fromEntries(result.outputs)).toEqual({
      verdict: 'pass',
      'total-cost-usd': '0.55',
      'baseline-cost-usd': '0.5',
      'increase-usd': expect.stringMatching(/^0\.05/),
      'increase-percent': expect.stringMatching(/^(10|10\.0\d+|9\.9\d+)$/),
      findings: '[]',
      'report-path': expect.stringMatching(/^\//),
      'summary-path': expect.stringMatching(/^\//),
      'html-path': expect.stringMatching(/\/report\.html$/),
      'issue-url': '',
      conclusive: '',
      'comment-url': 'https://github.com/acme/agents/pull/7#issuecomment-3000000001',
    })
    expect(lab.comments()).toHaveLength(1)
    expect(lab.comments()[0]).toMatch(/^### ✅ LLM cost \+\$0\.05 \(\+10 %\) — limit \+20 %\n/)
    expect(asComment(result.summary)).toBe(lab.comments()[0]?.trim())
    expect(annotationsOf(result)).toEqual([])
    expect(result.stdout).toContain('| PASS  LLM cost +$0.05 (+10 %) — limit +20 %\n')
  })

  it('that costs too much fails, with annotations at the lines of the policy', async () => {
    await lab.spend({}, { cost_usd: 0.75 })
    await lab.write('rules/policy.yaml', policy)
    const result = await lab.run({ 'policy-path': 'rules/policy.yaml' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(result.outputs.get('increase-percent')).toBe('150')
    const findings: { rule: string; level: string }[] = JSON.parse(result.outputs.get('findings') ?? '')
    expect(findings.map(({ rule, level }) => `${level} ${rule}`)).toEqual(['error max_increase_percent', 'error max_cost_per_run_usd'])
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(/^error: total: \$1\.25 is 150 % more than the baseline/),
      'error rules/policy.yaml:5: offer-agent: run run-1 cost $1.25, limit $0.60 per run',
    ])
    expect(asComment(result.summary)).toBe(lab.comments()[0]?.trim())
    expect(lab.comments()[0]).toMatch(/^### ❌ LLM cost \+\$0\.75 \(\+150 %\) — limit \+20 %, 1 more error\n/)
  })

  it('has its report and cost summary in files that keep the published schemas', async () => {
    await lab.spend({}, { cost_usd: 0.75 })
    const result = await lab.run()
    const report = await readOutput(result, 'report-path')
    const summary = await readOutput(result, 'summary-path')
    expect(findFaults('report', report)).toEqual([])
    expect(findFaults('cost-summary', summary)).toEqual([])
    expect(report).toMatchObject({ verdict: 'fail', blocked: true, head: { total_cost_usd: 1.25, commit: 'a'.repeat(40) } })
    expect(summary).toEqual(report.head)
    await lab.write('next.json', summary)
    expect((await lab.run({ 'baseline-path': 'next.json' })).outputs.get('increase-usd')).toBe('0')
  })

  it('keeps one comment, which later runs bring up to date', async () => {
    await lab.spend({ cost_usd: 0.55 })
    const first = await lab.run()
    await lab.spend({ cost_usd: 5 })
    const second = await lab.run()
    expect([first.exitCode, second.exitCode]).toEqual([0, 1])
    expect(second.outputs.get('comment-url')).toBe(first.outputs.get('comment-url'))
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ❌ LLM cost \+\$4\.50 \(\+900 %\) /)])
    await lab.spend({ cost_usd: 0.5 })
    expect((await lab.run()).exitCode).toBe(0)
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ✅ LLM cost unchanged /)])
  })

  it('is compared with nothing where there is no baseline, which warns', async () => {
    await lab.spend({})
    const result = await lab.run({ 'baseline-path': 'not-yet.json' })
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('verdict')).toBe('warn')
    for (const name of ['baseline-cost-usd', 'increase-usd', 'increase-percent']) expect(result.outputs.get(name)).toBe('')
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/^warning: the baseline not-yet\.json does not exist/)])
  })

  it('is judged in the folder that working-directory names, and annotated from the root of the repository', async () => {
    await lab.write(
      'team/.runs/costs/costs.jsonl',
      '{"timestamp":"2026-11-03T10:00:00Z","model":"m","input_tokens":1,"output_tokens":1,"cost_usd":9,"run_id":"r","agent":"offer-agent"}\n',
    )
    await lab.write('team/policy.yaml', policy)
    const result = await lab.run({ 'working-directory': 'team', 'policy-path': 'policy.yaml', 'baseline-path': '../baseline.json' })
    expect(result.exitCode).toBe(1)
    expect(annotationsOf(result)).toContain('error team/policy.yaml:5: offer-agent: run r cost $9.00, limit $0.60 per run')
  })

  it('reads the policy from its usual place without being told', async () => {
    await lab.spend({ cost_usd: 0.5 }, { cost_usd: 0.09 })
    await keep(lab, 'catalog/policies/cost_governance.yaml', policy.replace('0.6', '0.55'))
    const result = await lab.run()
    expect(annotationsOf(result)).toEqual([
      'error catalog/policies/cost_governance.yaml:5: offer-agent: run run-1 cost $0.59, limit $0.55 per run',
    ])
  })
})

describe('a comment', () => {
  it.each([
    ['always', 0.5, 1],
    ['on-change', 0.5, 0],
    ['on-change', 0.55, 1],
    ['on-failure', 0.55, 0],
    ['on-failure', 5, 1],
    ['never', 5, 0],
  ])('with comment-mode %s at a cost of $%d: %d', async (mode, cost, count) => {
    await lab.spend({ cost_usd: cost })
    const result = await lab.run({ 'comment-mode': mode })
    expect(lab.comments()).toHaveLength(count)
    expect(result.outputs.get('comment-url')).toBe(count === 0 ? '' : 'https://github.com/acme/agents/pull/7#issuecomment-3000000001')
    expect(result.exitCode).toBe(cost > 1 ? 1 : 0)
    expect(result.summary).not.toBe('')
  })

  it.each(['on-change', 'on-failure', 'never'])('that exists is brought up to date with comment-mode %s', async (mode) => {
    await lab.spend({ cost_usd: 5 })
    await lab.run()
    await lab.spend({ cost_usd: 0.5 })
    await lab.run({ 'comment-mode': mode })
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ✅ LLM cost unchanged /)])
  })

  it('is kept once per comment-key', async () => {
    await lab.spend({ cost_usd: 0.5 })
    await lab.run({ 'comment-key': 'unit' })
    await lab.run({ 'comment-key': 'nightly' })
    await lab.spend({ cost_usd: 0.55 })
    await lab.run({ 'comment-key': 'unit' })
    expect(lab.comments().map((body) => body.split('\n')[0])).toEqual([
      '### ✅ LLM cost of <code>unit</code> +$0.05 (+10 %) — limit +20 %',
      '### ✅ LLM cost of <code>nightly</code> unchanged — limit +20 %',
    ])
  })

  it('is written only for a pull request', async () => {
    await lab.spend({ cost_usd: 5 })
    const payload = { ref: 'refs/heads/main', after: 'd'.repeat(40) }
    const event = { name: 'push', payload }
    const result = await lab.run({ 'upload-report': 'false' }, { event, env: { GITHUB_SHA: 'd'.repeat(40) } })
    expect(result.exitCode).toBe(1)
    expect(lab.github.requests).toEqual([])
    expect(result.outputs.get('comment-url')).toBe('')
    expect((await readOutput(result, 'summary-path')).commit).toBe('d'.repeat(40))
    expect(result.summary).toMatch(/^### ❌ /)
  })

  it('is not written in a dry run, which never fails', async () => {
    await lab.spend({ cost_usd: 5 })
    const result = await lab.run({ 'dry-run': 'true' })
    expect(result.exitCode).toBe(0)
    expect(lab.github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(result.stdout).toContain('Dry run: nothing is blocked.')
  })
})

/** The job summary without its box, and folded: then it says what the comment says. */
function asComment(summary: string): string {
  const plain = summary.replace(/^> \[![A-Z]+\]\n/m, '').replace(/^> ?/gm, '')
  return plain.replaceAll('<details open>', '<details>').trim()
}
