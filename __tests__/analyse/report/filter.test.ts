import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.ts'
import { renderReportCsv } from '../../../src/render/report/csv.ts'
import { renderReportText } from '../../../src/render/report/text.ts'
import { readSettings } from '../../../src/settings.ts'
import { readRows } from '../../support/commands/oracle.ts'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { EXAMPLES, example, reportOn } from '../../support/report/reports.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

describe('a filter', () => {
  it.each([
    ['--agent', 'offer-orchestrator-mag', (line: Line) => line.agent === 'offer-orchestrator-mag'],
    ['--agent', '*-sag', (line: Line) => line.agent.endsWith('-sag')],
    ['--model', 'gpt-4o', (line: Line) => line.model === 'gpt-4o'],
    ['--model', 'gpt-4o*', (line: Line) => line.model.startsWith('gpt-4o')],
    ['--model', '??-preview', (line: Line) => /^..-preview$/.test(line.model)],
    ['--step', 'plan', (line: Line) => line.step === 'plan'],
    ['--customer', 'g*', (line: Line) => line.metadata.customer_id?.startsWith('g') === true],
    ['--customer', '*', (line: Line) => line.metadata.customer_id !== undefined],
    ['--customer', '', (line: Line) => line.metadata.customer_id === undefined],
    ['--run-id', 'mag-*', (line: Line) => line.run_id.startsWith('mag-')],
  ])('%s "%s" leaves the calls it names', async (flag, pattern, isWanted) => {
    for (const name of EXAMPLES) {
      const rows = readRows(example(name)).filter(isWanted)
      const { total } = await reportOn(example(name), flag, pattern)
      expect(total.calls).toBe(rows.length)
      expect(total.cost_usd).toBeCloseTo(
        rows.reduce((sum, line) => sum + line.cost_usd, 0),
        12,
      )
    }
  })

  type Line = ReturnType<typeof readRows>[number]

  const times = ['2026-11-01T23:59:59.999Z', '2026-11-02T00:00:00Z', '2026-11-02T12:00:00Z', '2026-11-02T23:59:59Z', '2026-11-03T00:00:00Z']
  it.each([
    ['--since 2026-11-02', 4],
    ['--until 2026-11-02', 4],
    ['--since 2026-11-02 --until 2026-11-02', 3],
    ['--since 2026-11-02T12:00:00Z', 3],
    ['--until 2026-11-02T12:00:00Z', 2],
    ['--since 2026-11-02T13:00:00+01:00 --until 2026-11-03T00:00:00Z', 2],
    ['--since 2026-11-02T12:00:00Z --until 2026-11-02', 2],
    ['--since 2026-11-02T23:30:00Z --until 2026-11-03 --timezone Europe/Berlin', 2],
    ['--since 2026-11-03 --until 2026-11-02T23:59:59.500Z --timezone Europe/Berlin', 1],
    ['--since 2026-11-04', 0],
  ])('%s leaves the calls of that period', async (words, calls) => {
    const folder = workspace({ [LEDGER]: jsonl(...times.map((timestamp) => row({ timestamp }))) })
    expect((await reportOn(folder, ...words.split(' '))).total.calls).toBe(calls)
  })

  it('--case leaves the calls of that case, or those that name none, and says so', async () => {
    const cases = ['refund', 'refund of a gift', null, 7]
    const folder = workspace({ [LEDGER]: jsonl(...cases.map((case_id, index) => row({ cost_usd: index + 1, metadata: { case_id } }))) })
    const costOf = async (pattern: string) => (await reportOn(folder, '--case', pattern)).total.cost_usd
    expect(await Promise.all(['refund', 'refund*', '*', '', 'other'].map(costOf))).toEqual([1, 3, 3, 7, 0])
    const report = await reportOn(folder, '--case', 'refund*')
    expect(report.filter).toMatchObject({ step: null, case: 'refund*', run_id: null })
    expect(renderReportText(report, (_style, text) => text)).toMatch(/^LLM cost by agent, .* \(case refund\*\)\n/)
    expect((await reportOn(folder)).filter).not.toHaveProperty('case')
    expect(findFaults('cost-report', report)).toEqual([])
  })

  it('of time leaves out calls without a time, and counts them', async () => {
    const folder = workspace({ 'usage.json': { total_cost_usd: 2, calls: 7 } })
    expect(await reportOn(folder, 'usage.json')).toMatchObject({ total: { cost_usd: 2 }, undated_calls: 0 })
    expect(await reportOn(folder, 'usage.json', '--since', '2026-11-01')).toMatchObject({ total: { cost_usd: 0 }, undated_calls: 7 })
  })

  it('never makes the same spend count twice: what it leaves out still covers its run', async () => {
    const alone = { run_id: 'run-1', slug: 'planner', status: 'success', cost_usd: 0.5, token_count: 110 }
    const folder = workspace({ [LEDGER]: jsonl(row({ agent: 'other' })), '.runs/agents/run-1/summary.json': alone })
    expect((await reportOn(folder, '--agent', 'planner')).total.calls).toBe(0)
  })
})

describe('report --by case', () => {
  it('has a row per case, and one for calls that name none', async () => {
    const cases = ['refund', 'gift', 'refund', null]
    const folder = workspace({ [LEDGER]: jsonl(...cases.map((case_id, index) => row({ cost_usd: index + 1, metadata: { case_id } }))) })
    const report = await reportOn(folder, '--by', 'case')
    expect(findFaults('cost-report', report)).toEqual([])
    expect(report.by).toBe('case')
    expect(report.groups.map(({ name, calls, cost_usd }) => [name, calls, cost_usd])).toEqual([
      ['refund', 2, 4],
      [null, 1, 4],
      ['gift', 1, 2],
    ])
    expect(renderReportText(report, (_style, text) => text)).toMatch(
      /^LLM cost by case, .*\nCase {9}Cost {2}.*\nrefund {6}\$4\.00 .*\n\(no case\) /s,
    )
    expect(renderReportCsv(report)).toMatch(/^case,period_from,/)
    expect(readSettings({ 'report-by': 'case' }, '')['report-by']).toBe('case')
  })
})

describe('report refuses in one line', () => {
  const folder = workspaceOf()
  it.each([
    [['--by', 'team'], '--by must be one of agent, model, customer, step, case, run, day, got "team". Example: --by agent'],
    [['--since', 'monday'], '--since must be an ISO 8601 date or time, got "monday". Example: --since 2026-11-01'],
    [['--until', '2026-02-30'], '--until must be an ISO 8601 date or time, got "2026-02-30". Example: --until 2026-11-01'],
    [
      ['--since', '2026-11-03', '--until', '2026-11-02'],
      '--until 2026-11-02 is before --since 2026-11-03. Example: --since 2026-11-01 --until 2026-11-30',
    ],
    [
      ['--since', '2026-11-02T23:30:00Z', '--until', '2026-11-02', '--timezone', 'Europe/Berlin'],
      '--until 2026-11-02 is before --since 2026-11-02T23:30:00Z. Example: --since 2026-11-01 --until 2026-11-30',
    ],
    [
      ['--since', '2026-11-02', '--until', '2026-11-01T22:59:59Z', '--timezone', 'Europe/Berlin'],
      '--until 2026-11-01T22:59:59Z is before --since 2026-11-02. Example: --since 2026-11-01 --until 2026-11-30',
    ],
    [
      ['--since', '2026-11-02T09:00:01Z', '--until', '2026-11-02T09:00:00Z'],
      '--until 2026-11-02T09:00:00Z is before --since 2026-11-02T09:00:01Z. Example: --since 2026-11-01 --until 2026-11-30',
    ],
    [['--agnet', 'x'], 'unknown flag --agnet, did you mean --agent? See: llm-cost-gate report --help'],
    [['--agent'], '--agent needs a value. See: llm-cost-gate report --help'],
    [['--policy', ''], '--policy needs a value. See: llm-cost-gate report --help'],
    [
      ['--fail-on', 'never'],
      '--fail-on needs --policy: without one nothing is judged. Example: llm-cost-gate report --policy cost_governance.yaml',
    ],
    [['--dry-run'], '--dry-run needs --policy: without one nothing is judged.'],
    [['nowhere.jsonl'], 'nowhere.jsonl: does not exist'],
    [['../baseline_summary.json'], 'is a cost summary, which has sums but no records. Name the ledger that it was made from'],
  ])('%j', async (words, message) => {
    const failure = await reportOn(folder, ...words).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(InputError)
    expect(String(failure)).toContain(message)
    expect(String(failure)).not.toContain('\n')
  })

  function workspaceOf(): string {
    return example('main')
  }
})
