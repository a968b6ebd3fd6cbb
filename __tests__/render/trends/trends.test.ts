import { describe, expect, it } from 'vitest'
import type { CostTrends } from '../../../src/generated/types.ts'
import { renderTrendsCsv, renderTrendsText, sparkline } from '../../../src/render/trends.ts'
import { jsonl, LEDGER, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { EXAMPLES, example } from '../../support/report/reports.ts'
import { spent, traceOf } from '../../support/trends/traces.ts'

const text = (trends: CostTrends) => renderTrendsText(trends, (_style, words) => words)

describe('sparkline', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█'],
    [[0, 8], '▁█'],
    [[0, 0], '▁▁'],
    [[0.01, 100], '▁█'],
    [[5, null, 5], '█ █'],
    [[null, null], '  '],
    [[], ''],
  ])('of %j is "%s"', (values, bars) => {
    expect(sparkline(values)).toBe(bars)
  })
})

describe('trends read as reviewed', () => {
  it.each(EXAMPLES)('%s', async (name) => {
    await expect(text(await traceOf(example(name), '--by', 'model'))).toMatchFileSnapshot(`golden/${name}-by-model.txt`)
  })

  it('over several weeks, days and records', async () => {
    const costs = [0.4, 0.5, null, 0.9, 0.8, 1.2, 1.1, 0.2]
    const rows = costs.flatMap((cost, week) => {
      const time = new Date(Date.UTC(2026, 8, 21 + 7 * week, 9)).toISOString()
      return cost === null ? [] : [spent(time, cost), spent(time, cost / 4, { agent: 'writer' }), spent(time, 0.1, { agent: null })]
    })
    const folder = workspace({ [LEDGER]: jsonl(...rows) })
    const weeks = await traceOf(folder, '--weeks', '8', '--by', 'agent')
    await expect(text(weeks)).toMatchFileSnapshot('golden/weeks.txt')
    await expect(renderTrendsCsv(weeks)).toMatchFileSnapshot('golden/weeks.csv')
    await expect(`${JSON.stringify(weeks, null, 2)}\n`).toMatchFileSnapshot('golden/weeks.json')
    await expect(text(await traceOf(folder, '--days', '10', '--until', '2026-11-04'))).toMatchFileSnapshot('golden/days.txt')

    const summary = await summarizeFolder(example('main'))
    const models = { 'gpt-4o': { calls: 3, total_tokens: 900, cost_usd: 0.3 } }
    const history = [1, 2, 3].map((day) => ({
      commit: `${day}`.repeat(40),
      created_at: `2026-11-0${day}T09:00:00.000Z`,
      total_cost_usd: 0.3 + day / 10,
      calls: 3 + day,
      models,
      agents: {},
    }))
    const stored = workspace({ 'baseline.json': { ...summary, history } })
    await expect(text(await traceOf(stored, 'baseline.json', '--by', 'model'))).toMatchFileSnapshot('golden/records.txt')
  })

  it('of nothing', async () => {
    expect(text(await traceOf(workspace({ [LEDGER]: '' })))).toBe('LLM cost per week\n\nNo calls.\n')
  })
})

it.each(HOSTILE.filter(([, name]) => name.length < 512))('a name that %s changes no structure', async (_, name) => {
  const trends = await traceOf(example('main'), '--by', 'agent')
  const renamed = (to: string) => ({ ...trends, series: trends.series.map((series) => ({ ...series, name: to })) })
  expect(text(renamed(name))).not.toMatch(/[^\P{C}\n]/u)
  expect(text(renamed(name)).split('\n')).toHaveLength(text(trends).split('\n').length)
  expect(renderTrendsCsv(renamed(name)).split('\r\n')).toHaveLength(renderTrendsCsv(trends).split('\r\n').length)
})
