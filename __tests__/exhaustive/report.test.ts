import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkflow } from '../support/docs/workflow.ts'
import { annotationsOf, readOutput } from '../support/e2e/lab.ts'
import { onBranch, onPull, onWorkflowRun } from '../support/e2e/occasions.ts'
import { openRunner, type Runner } from '../support/e2e/runner/actions.ts'
import { outline } from '../support/e2e/runner/outcome.ts'
import type { StepResult } from '../support/e2e/runner/runner.ts'
import { lab, product, stage } from '../support/e2e/stage.ts'
import { runTerminal } from '../support/e2e/terminal.ts'
import { type Row, toLines } from '../support/e2e/workspace.ts'
import { addCommit, openPull } from '../support/github/story/story.ts'

stage(() => lab.write('catalog/policies/cost_governance.yaml', 'policies: [{ name: alerts, totals: { max_total_cost_per_day_usd: 10 } }]'))

// A day may begin while a test runs: then yesterday is what was today.
const days = [0, 1, 2].map((ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10))
const spending = (cost_usd: number, of: readonly string[] = days.slice(0, 2)): Row[] =>
  of.map((day) => ({ timestamp: `${day}T00:00:00Z`, cost_usd, run_id: `run-${day}` }))

/** Runs the report as a schedule does. */
function report(inputs: Record<string, string> = {}): Promise<StepResult> {
  const { event, env } = onBranch(lab.github.state, 'schedule')
  return lab.run({ 'baseline-path': '', mode: 'report', ...inputs }, { event, env })
}

const issues = () =>
  [...lab.github.state.tickets.values()].map(({ state, body }) => `${state}: ${body.split('\n').find((line) => line.startsWith('###'))}`)
const sticky = { 'on-alert': 'issue' }

describe('mode report', () => {
  it('shows what a day cost, keeps it with the run, and passes within the limits', async () => {
    await lab.spend(...spending(4), ...spending(100, days.slice(2)))
    const result = await report()
    expect(result.exitCode).toBe(0)
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      verdict: 'pass',
      'total-cost-usd': '4',
      findings: '[]',
      'issue-url': '',
      'summary-path': '',
      'html-path': '',
    })
    expect(result.summary).toMatch(/### ✅ LLM cost \$4\.00, .* — within 1 limit/)
    expect(result.summary).toContain('<code>offer-agent</code>')
    const { total, judgement } = await readOutput(result, 'report-path')
    expect(total).toMatchObject({ calls: 1, cost_usd: 4 })
    expect(judgement).toMatchObject({ verdict: 'pass', alerts: false })
    const csv = await readFile(join(dirname(result.outputs.get('report-path') ?? ''), 'cost-report.csv'), 'utf8')
    expect(csv).toMatch(/^agent,.*\r\noffer-agent,/)
    expect(lab.github.state.artifacts.map(({ name }) => name)).toEqual(['llm-cost-report'])
    expect(lab.comments()).toEqual([])
  })

  it('fails where a limit is broken, and touches no issue', async () => {
    await lab.spend(...spending(12))
    const result = await report()
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(/^error catalog\/policies\/cost_governance\.yaml:1: everything cost \$12\.00 on .*, limit \$10\.00/),
    ])
    expect(issues()).toEqual([])
  })

  it('points at the line of a policy from the root of the repository', async () => {
    await lab.write('team/policy.yaml', 'policies: [{ name: alerts, totals: { max_total_cost_per_day_usd: 10 } }]')
    await lab.write('team/.runs/costs/costs.jsonl', toLines(spending(12)))
    const result = await report({ 'working-directory': 'team', 'policy-path': 'policy.yaml' })
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/^error team\/policy\.yaml:1: everything cost \$12\.00 on /)])
  })

  it('keeps one issue while a limit is broken, and closes it when all is well', async () => {
    await lab.spend(...spending(12))
    const first = await report(sticky)
    expect(first.exitCode).toBe(0)
    expect(first.outputs.get('issue-url')).toBe('https://github.com/acme/agents/issues/8')
    expect(issues()).toEqual([
      expect.stringMatching(/^open: ### ❌ LLM cost \$12\.00, .* — Dearest day in all: .*\(\$12\.00, limit \$10\.00\)/),
    ])
    await lab.spend(...spending(15))
    await report(sticky)
    expect(issues()).toEqual([expect.stringContaining('open: ### ❌ LLM cost $15.00')])
    await lab.spend(...spending(3))
    expect((await report(sticky)).outputs.get('issue-url')).toBe('https://github.com/acme/agents/issues/8')
    expect(issues()).toEqual([expect.stringContaining('closed: ### ✅ LLM cost $3.00')])
    await lab.spend(...spending(20))
    await report(sticky)
    expect(issues()).toEqual([expect.stringContaining('open: ### ❌ LLM cost $20.00')])
  })

  it('is the newest also where an older run started it', async () => {
    const { state } = lab.github
    const { run } = onBranch(state, 'push')
    await lab.spend(...spending(3))
    await report(sticky)
    await lab.spend(...spending(12))
    const { event, env } = onWorkflowRun(state, run)
    const result = await lab.run({ 'baseline-path': '', mode: 'report', ...sticky }, { event, env })
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(issues()).toEqual([expect.stringContaining('open: ### ❌ LLM cost $12.00')])
  })

  it('leaves the issue as it is where the period has no calls', async () => {
    await lab.spend(...spending(12))
    await report(sticky)
    await lab.spend(...spending(12, days.slice(2)))
    const idle = await report(sticky)
    expect([idle.exitCode, idle.outputs.get('verdict')]).toEqual([0, 'warn'])
    expect(annotationsOf(idle)).toEqual([expect.stringMatching(/^warning: no LLM calls in this time; the newest record is of /)])
    expect(issues()).toEqual([expect.stringContaining('open: ### ❌ LLM cost $12.00')])
  })

  it.each([
    ['the permission', () => lab.github.state.scopes.set('issues', 'read'), /permissions: issues: write/],
    [
      'issues',
      () => {
        lab.github.state.hasIssues = false
      },
      /410 Issues are disabled/,
    ],
  ])('fails where it should open an issue without %s: an alert is never lost', async (_, arrange, reason) => {
    await lab.spend(...spending(12))
    arrange()
    const result = await report(sticky)
    expect(result.exitCode).toBe(1)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(/^error /), expect.stringMatching(reason)])
    await lab.spend(...spending(1))
    expect((await report(sticky)).exitCode).toBe(0)
  })

  it('writes nothing in a dry run, and never fails', async () => {
    await lab.spend(...spending(12))
    const result = await report({ ...sticky, 'dry-run': 'true' })
    expect([result.exitCode, result.outputs.get('verdict')]).toEqual([0, 'fail'])
    expect(issues()).toEqual([])
    expect(lab.github.state.artifacts).toEqual([])
  })

  it('leaves the issue alone on a pull request', async () => {
    await lab.spend(...spending(12))
    const { state } = lab.github
    const { event, env } = onPull(state, openPull(state, { headBranch: 'topic', files: { 'agent.py': 'x' } }))
    const result = await lab.run({ 'baseline-path': '', mode: 'report', ...sticky }, { event, env })
    expect(issues()).toEqual([])
    expect(annotationsOf(result)).toContainEqual(expect.stringContaining('leaves the issue alone on a pull request'))
  })

  it.each([
    [{ 'report-period': 'last-week' }, /report-period must be yesterday, today, last-7-days/],
    [{ 'report-by': 'team' }, /report-by must be one of agent, model, customer, step, case, run, day/],
    [{ 'on-alert': 'mail' }, /on-alert must be one of fail, issue/],
    [{ 'issue-label': 'a,b' }, /issue-label must be the name of one label/],
    [{ since: '2026-11-01' }, /since has no meaning with mode: report/],
  ])('stops at %j in one line', async (inputs, message) => {
    await lab.spend(...spending(1))
    const result = await report(inputs)
    expect(result.exitCode).toBe(2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(message)])
  })

  it('says the same in a terminal, by exit code', async () => {
    await lab.spend(...spending(12))
    const words = ['report', '--period', 'yesterday', '--policy', 'catalog/policies/cost_governance.yaml']
    const { exitCode, stdout } = await runTerminal(product.cli, words, { cwd: lab.folder })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^FAIL {2}LLM cost \$12\.00, /)
    expect((await runTerminal(product.cli, [...words, '--dry-run'], { cwd: lab.folder })).exitCode).toBe(0)
  })
})

describe('the workflow of a daily report', async () => {
  const workflow = await readWorkflow('examples/workflows/daily-report.yml')
  const policy = { 'catalog/policies/cost_governance.yaml': 'policies: [{ name: alerts, totals: { max_total_cost_per_day_usd: 10 } }]' }
  let runner: Runner
  beforeEach(async () => {
    runner = await openRunner(product)
  })
  afterEach(() => runner.close())

  it('opens an issue with the permissions that it asks for, and closes it', async () => {
    const { state } = runner.github
    const costing = (usd: number) => ({ 'ledger.jsonl': toLines(spending(usd)) })
    addCommit(state, { branch: 'main', files: { ...policy, ...costing(12) } })
    expect(outline(await runner.run(workflow, onBranch(state, 'schedule')))).toEqual({ 'llm-cost-report': 'success: fail' })
    expect([...state.tickets.values()].map(({ state: said, title }) => [said, title])).toEqual([['open', 'LLM cost alert']])
    addCommit(state, { branch: 'main', files: costing(2) })
    expect(outline(await runner.run(workflow, onBranch(state, 'workflow_dispatch')))).toEqual({ 'llm-cost-report': 'success: pass' })
    expect([...state.tickets.values()].map(({ state: said }) => said)).toEqual(['closed'])
  })
})
