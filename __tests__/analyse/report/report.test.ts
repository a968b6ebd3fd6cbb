import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyDatabase, hasJq, hasSqlite, keyOf, readRows, run, sumUp } from '../../support/commands/oracle.ts'
import { jsonl, LEDGER, row, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { BY, EXAMPLES, example, reportOn } from '../../support/report/reports.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

describe('report on the examples', () => {
  it.each(
    EXAMPLES.flatMap((name) => BY.map((by) => [name, by] as const)),
  )('%s by %s gives what its ledger lines add up to', async (name, by) => {
    const { groups, total } = await reportOn(example(name), '--by', by)
    const expected = sumUp(readRows(example(name)), (line) => keyOf(line, by))
    expect(groups.map((group) => group.name).sort()).toEqual([...expected.keys()].sort())
    for (const group of groups) {
      const { calls, runs, tokens, cost } = expected.get(group.name) ?? { calls: 0, runs: 0, tokens: 0, cost: 0 }
      expect(group).toMatchObject({ calls, runs, total_tokens: tokens })
      expect(group.cost_usd).toBeCloseTo(cost, 12)
      expect(group.cost_per_run_usd).toBeCloseTo(cost / runs, 12)
      expect(group.cost_per_1k_tokens).toBeCloseTo((cost / tokens) * 1000, 12)
      expect(group.share_percent).toBeCloseTo((cost / total.cost_usd) * 100, 9)
    }
  })

  it.skipIf(!hasSqlite).each(EXAMPLES)('%s agrees with sqlite3 on costs.db, per agent and model', async (name) => {
    const query = 'SELECT agent, model, count(*), printf("%.12f", sum(cost_usd)) FROM cost_records GROUP BY 1, 2 ORDER BY 1, 2'
    const { stdout } = await run('sqlite3', ['-readonly', '-separator', ' ', copyDatabase(example(name)), query])
    const { groups } = await reportOn(example(name))
    const lines = groups.flatMap((group) =>
      group.models.map((use) => `${group.name} ${use.model} ${use.calls} ${use.cost_usd.toFixed(12)}`),
    )
    expect(lines.sort()).toEqual(stdout.trim().split('\n').sort())
  })

  it.skipIf(!hasJq).each(EXAMPLES)('%s agrees with jq on the ledger, per customer', async (name) => {
    const program =
      'group_by(.metadata.customer_id) | map([.[0].metadata.customer_id, (map(.cost_usd) | add), (map(.run_id) | unique | length)])'
    const { stdout } = await run('jq', ['-s', '-c', program, join(example(name), LEDGER)])
    const { groups } = await reportOn(example(name), '--by', 'customer')
    const expected: [string | null, number, number][] = JSON.parse(stdout)
    expect(groups).toHaveLength(expected.length)
    for (const [customer, cost, runs] of expected) {
      const group = groups.find((one) => one.name === customer)
      expect(group?.runs).toBe(runs)
      expect(group?.cost_usd).toBeCloseTo(cost, 12)
    }
  })

  it.each(EXAMPLES)('%s has the total, tokens and cost per run of the gate', async (name) => {
    const summary = await summarizeFolder(example(name))
    const { total, groups } = await reportOn(example(name))
    expect(total).toMatchObject({
      cost_usd: summary.total_cost_usd,
      calls: summary.calls,
      input_tokens: summary.input_tokens,
      output_tokens: summary.output_tokens,
      runs: summary.runs,
      period: summary.period,
      cost_per_run_usd: summary.run_costs.mean_usd,
      cost_per_1k_tokens: summary.cost_per_1k_tokens,
      token_efficiency: summary.token_efficiency,
    })
    for (const { name: agent, cost_per_run_usd } of groups)
      expect(cost_per_run_usd).toBe(summary.agent_stats[agent ?? '']?.run_costs.mean_usd)
  })

  it.each(BY)('keeps its schema by %s', async (by) => {
    expect(findFaults('cost-report', await reportOn(example('pr-regression'), '--by', by))).toEqual([])
  })
})

describe('what report counts', () => {
  const ended = (runId: string, status: string) => ({ [`.runs/agents/${runId}/summary.json`]: { run_id: runId, status } })

  it('the same spend once: a ledger, its copies and the run summaries', async () => {
    const line = row({ timestamp: '2026-11-02T09:00:00.5Z', cost_usd: 0.25 })
    const spent = { run_id: 'run-1', status: 'success', cost_usd: 0.25, token_count: 110 }
    const alone = { run_id: 'run-2', slug: 'planner', status: 'success', cost_usd: 1, token_count: 50 }
    const files = { [LEDGER]: jsonl(line, line), '.runs/agents/run-1/summary.json': spent, '.runs/agents/run-2/summary.json': alone }
    const { total, groups, duplicate_records } = await reportOn(workspace(files))
    expect(total).toMatchObject({ cost_usd: 1.25, calls: 2, runs: 2 })
    expect(groups).toHaveLength(1)
    expect(duplicate_records).toBe(1)
  })

  it('a cost per successful task, only where all runs of the group have an outcome', async () => {
    const rows = [
      row({ run_id: 'a1', agent: 'a', model: 'm', cost_usd: 1 }),
      row({ run_id: 'a2', agent: 'a', model: 'n', cost_usd: 2 }),
      row({ run_id: 'b1', agent: 'b', model: 'm', cost_usd: 4 }),
      row({ run_id: 'b2', agent: 'b', model: 'n', cost_usd: 8 }),
    ]
    const outcomes = { ...ended('a1', 'success'), ...ended('a2', 'failed'), ...ended('b1', 'success') }
    const folder = workspace({ [LEDGER]: jsonl(...rows), ...outcomes })
    const perSuccess = async (by: string) =>
      Object.fromEntries((await reportOn(folder, '--by', by)).groups.map((group) => [group.name, group.cost_per_successful_task]))
    expect(await perSuccess('agent')).toEqual({ a: 3, b: null })
    expect(await perSuccess('model')).toEqual({ m: 2.5, n: null })
    expect((await reportOn(folder)).total).toMatchObject({ successful_tasks: 2, failed_tasks: 1, cost_per_successful_task: null })
  })

  it('calls without a known price as unknown, never as free', async () => {
    const rows = [row({ model: 'house-model', cost_usd: null }), row({ agent: 'other', cost_usd: 1 })]
    const { groups, total } = await reportOn(workspace({ [LEDGER]: jsonl(...rows) }))
    expect(total).toMatchObject({ calls: 2, unpriced_calls: 1, cost_usd: 1 })
    expect(groups[1]).toMatchObject({ name: 'planner', unpriced_calls: 1, models: [{ model: 'house-model', unpriced_calls: 1 }] })
  })

  it('a missing cost at its list price', async () => {
    const { total } = await reportOn(workspace({ [LEDGER]: jsonl(row({ input_tokens: 1e6, output_tokens: 0, cost_usd: null })) }))
    expect(total.cost_usd).toBe(2.5)
  })

  it('the billing tiers of a customer', async () => {
    const rows = ['enterprise', 'trial', 'enterprise', undefined].map((tier, index) =>
      row({ input_tokens: index, metadata: { customer_id: 'acme', billing_tier: tier } }),
    )
    const odd = row({ metadata: { customer_id: 'globex', billing_tier: 5 } })
    const { groups } = await reportOn(workspace({ [LEDGER]: jsonl(...rows, odd) }), '--by', 'customer')
    expect(groups.map(({ name, billing_tiers }) => [name, billing_tiers])).toEqual([
      ['acme', ['enterprise', 'trial']],
      ['globex', []],
    ])
  })

  it('days where the time zone says they begin', async () => {
    const folder = workspace({ [LEDGER]: jsonl(row({ timestamp: '2026-11-02T23:30:00Z' })) })
    const days = async (...words: string[]) => (await reportOn(folder, '--by', 'day', ...words)).groups.map(({ name }) => name)
    expect(await days()).toEqual(['2026-11-02'])
    expect(await days('--timezone', 'Europe/Berlin')).toEqual(['2026-11-03'])
    expect(await days('--timezone', 'Europe/Berlin', '--until', '2026-11-02')).toEqual([])
  })
})
