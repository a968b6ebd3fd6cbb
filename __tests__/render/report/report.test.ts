import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CostReport } from '../../../src/generated/types.ts'
import { renderReportCsv } from '../../../src/render/report/csv.ts'
import { renderReportMarkdown } from '../../../src/render/report/markdown.ts'
import { renderReportText } from '../../../src/render/report/text.ts'
import { report as command } from '../../../src/terminal/commands/report.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { BY, EXAMPLES, example, reportOn } from '../../support/report/reports.ts'

const uncoloured = (_style: string, text: string) => text
const text = (report: CostReport) => renderReportText(report, uncoloured)

describe('report on the examples reads as reviewed', () => {
  it.each(EXAMPLES.flatMap((name) => BY.map((by) => [name, by] as const)))('%s by %s', async (name, by) => {
    await expect(text(await reportOn(example(name), '--by', by))).toMatchFileSnapshot(`golden/${name}-by-${by}.txt`)
  })

  it.each(BY)('by %s as Markdown and CSV', async (by) => {
    const report = await reportOn(example('pr-regression'), '--by', by)
    await expect(renderReportMarkdown(report)).toMatchFileSnapshot(`golden/pr-regression-by-${by}.md`)
    await expect(renderReportCsv(report)).toMatchFileSnapshot(`golden/pr-regression-by-${by}.csv`)
  })

  it('as JSON', async () => {
    await expect(`${JSON.stringify(await reportOn(example('main')), null, 2)}\n`).toMatchFileSnapshot('golden/main-by-agent.json')
  })

  it('in a file that --output names', async () => {
    const file = join(workspace(), 'reports/costs.csv')
    const words = ['--working-directory', example('pr-regression'), '--format', 'csv', '--output', file]
    expect(await command.run(parseFlags(command, words))).toBe(0)
    await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot('golden/pr-regression-by-agent.csv')
  })

  it('of one agent, with the figures of the guides', async () => {
    const report = await reportOn(example('main'), '--agent', 'offer-orchestrator-mag')
    expect(text(report)).toContain(
      [
        'Agent: offer-orchestrator-mag',
        'Period: 2026-11-02 to 2026-11-02',
        'Total Runs: 6',
        'Total Cost: $0.3858',
        'Avg Cost per Run: $0.0643',
        'Models Used:',
        '  - gpt-4o: $0.2639 (68.4 %)',
        '  - claude-3-5-sonnet-20241022: $0.1220 (31.6 %)',
      ].join('\n'),
    )
  })

  it('with the limits that it was judged by', async () => {
    const ledger = readFileSync(join(example('pr-regression'), LEDGER), 'utf8')
    const limits =
      'policies: [{ name: alerts, totals: { max_total_cost_per_day_usd: 1, max_total_cost_per_month_usd: 20 } }]\nwarn_at_percent: 5'
    const folder = workspace({ [LEDGER]: ledger, 'policy.yaml': limits })
    const report = await reportOn(folder, '--policy', 'policy.yaml', '--since', '2026-11-01', '--until', '2026-11-30')
    await expect(text(report)).toMatchFileSnapshot('golden/judged.txt')
    await expect(renderReportMarkdown(report)).toMatchFileSnapshot('golden/judged.md')
  })

  it('in as few characters as there is room for', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => row({ agent: `agent-${index}`, run_id: `run-${index}` }))
    const report = await reportOn(workspace({ [LEDGER]: jsonl(...rows) }))
    for (const room of [200, 3000, 20_000, 65_000]) expect(renderReportMarkdown(report, room).length).toBeLessThanOrEqual(room)
    expect(renderReportMarkdown(report, 3000)).toContain('and 485 more')
  })

  it('with what is left out, tiers, and nothing at all', async () => {
    const rows = [
      row({ cost_usd: null, model: 'house-model' }),
      row({ metadata: { customer_id: 'globex', billing_tier: 'enterprise' } }),
      row({ agent: null, step: null, metadata: {} }),
    ]
    const folder = workspace({ [LEDGER]: jsonl(...rows, row(), row(), ...Array(2).fill(row({ timestamp: '2026-11-02T09:00:00.5Z' }))) })
    const words = ['--by', 'customer', '--since', '2026-11-01', '--model', '*']
    const [full, empty] = [await reportOn(folder, ...words), await reportOn(folder, '--agent', 'nobody')]
    await expect(text(full)).toMatchFileSnapshot('golden/gaps.txt')
    await expect(renderReportMarkdown(full)).toMatchFileSnapshot('golden/gaps.md')
    await expect(`${text(empty)}\n${renderReportMarkdown(empty)}\n${renderReportCsv(empty)}`).toMatchFileSnapshot('golden/empty.txt')
  })
})

describe('a hostile name', () => {
  const names = HOSTILE.filter(([, name]) => name.length < 512)
  const INVISIBLE = /[^\P{C}\n]/u

  it.each(names)('that %s changes no structure', async (_, name) => {
    const report = rename(await reportOn(example('main'), '--by', 'customer', '--customer', 'acme*'), name)
    const plain = rename(report, 'x')
    expect(text(report)).not.toMatch(INVISIBLE)
    expect(text(report).split('\n')).toHaveLength(text(plain).split('\n').length)
    expect(skeleton(renderReportMarkdown(report))).toEqual(skeleton(renderReportMarkdown(plain)))
    const csv = renderReportCsv(report)
    expect(csv.replace(/\r\n/g, '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    expect(csv).not.toContain('##[')
    expect(csv.split('\r\n')).toHaveLength(renderReportCsv(plain).split('\r\n').length)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in a spreadsheet', async (name) => {
    const report = rename(await reportOn(example('main'), '--by', 'customer', '--customer', 'acme*'), name)
    const [, line = ''] = renderReportCsv(report).split('\r\n')
    expect(line).toMatch(/^"'/)
  })
})

function rename(report: CostReport, name: string): CostReport {
  const groups = report.groups.map((group) => ({
    ...group,
    name,
    billing_tiers: [name],
    models: group.models.map((use) => ({ ...use, model: name })),
  }))
  return { ...report, groups, filter: { ...report.filter, customer: name || 'x' } }
}

/** What is left where names stand in code. */
function skeleton(markdown: string): string {
  return markdown.replace(/<code>[^<]*(?:<wbr>[^<]*)*<\/code>/gu, 'x')
}
