import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../src/analyse/inspect/inspect.ts'
import { localFiles } from '../../src/files/source.ts'
import type { CostSummary } from '../../src/generated/types.ts'
import { renderComment } from '../../src/render/comment.ts'
import { renderInspection } from '../../src/render/inspect.ts'
import { renderQueryTable } from '../../src/render/query.ts'
import { renderReportText } from '../../src/render/report/text.ts'
import { renderSummary } from '../../src/render/summary.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { Summarizer } from '../../src/summarize/summarizer.ts'
import { gate, gateFiles } from '../../src/terminal/commands/gate.ts'
import { findRecords, query } from '../../src/terminal/commands/query.ts'
import { parseFlags } from '../../src/terminal/flags.ts'
import type { CostRecord } from '../../src/usage/record.ts'
import type { Origin } from '../../src/usage/usage.ts'
import { summarizeFiles, workspace } from '../support/read/workspace.ts'
import { reportOn } from '../support/report/reports.ts'
import { findFaults } from '../support/scenarios/schemas.ts'
import { buildRecord } from '../support/summarize/records.ts'

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/samples/promptfoo', name))
const FRESH = sample('v0.123-fresh.json')
const ORIGIN: Origin = { format: 'promptfoo', file: 'results.json', pattern: '*.json' }
const NOON = Date.parse('2026-11-02T12:00:00Z')
const plain = (_style: string, text: string) => text

function summarize(records: readonly CostRecord[], sinceMs: number | null = null): CostSummary {
  const summarizer = new Summarizer({ timezone: 'UTC', sinceMs, checksPrices: true })
  summarizer.add({ type: 'records', origin: ORIGIN, records }, null)
  return finish(summarizer)
}

function finish(summarizer: Summarizer): CostSummary {
  const summary = summarizer.finish({ tool: { name: 'llm-cost-gate', version: '0.0.0' }, commit: null, createdAt: null })
  expect(findFaults('cost-summary', summary)).toEqual([])
  return JSON.parse(JSON.stringify(summary))
}

const answer = buildRecord({ costUsd: 0.25, timeMs: NOON, testCase: 'gift' })
const grader = buildRecord({
  costUsd: 0.5,
  timeMs: NOON,
  testCase: 'gift',
  model: 'judge',
  step: 'grading',
  customer: 'acme',
  inputTokens: 100,
  outputTokens: 20,
  isGrader: true,
})
const unpriced = { ...grader, costUsd: null, model: 'unknown' }

describe('graders of promptfoo', () => {
  it('are in no total, which is that of promptfoo itself', async () => {
    const summary = await summarizeFiles({ 'results.json': FRESH })
    const { prompt, completion, total } = JSON.parse(FRESH.toString()).results.stats.tokenUsage
    expect(summary).toMatchObject({ calls: 6, input_tokens: prompt, output_tokens: completion, total_tokens: total })
    expect(summary.graders).toMatchObject({ calls: 3, input_tokens: 181, output_tokens: 96, total_tokens: 277 })
    expect(summary.graders?.cost_usd).toBeGreaterThan(0)
    expect(Object.keys(summary.step_stats)).toEqual(['long'])
    expect(summary.sources).toMatchObject([{ records: 6, sessions: 6, cost_usd: summary.total_cost_usd }])
    expect(renderSummary(summary, plain)).toMatch(
      /Graders, not in these figures: 3 calls, 277 tokens, \$0\.00007.*\n(?:.*\n)*Data: promptfoo: 6 tests\n/,
    )
  })

  it('are money of their day and month', async () => {
    const { daily_cost_usd, monthly_cost_usd, total_cost_usd, graders } = await summarizeFiles({ 'results.json': FRESH })
    const all = total_cost_usd + (graders?.cost_usd ?? 0)
    expect(daily_cost_usd['2026-11-30']).toBeCloseTo(all, 12)
    expect(monthly_cost_usd['2026-11']).toBeCloseTo(all, 12)
  })

  it('stand in one line of comment and terminal, with those of the baseline', async () => {
    const folder = workspace({ 'results.json': FRESH, 'base.json': await summarizeFiles({ 'results.json': FRESH }) })
    const report = await gateFiles(parseFlags(gate, ['--baseline', 'base.json'], folder))
    const line = /Graders, not in these figures: 3 calls, 277 tokens, \$0\.0000776 \(baseline: 3 calls, \$0\.0000776\)/
    expect(renderComment(report, { maxLength: 65_000 }).match(new RegExp(line, 'g'))).toHaveLength(1)
    expect(renderTerminal(report, plain).match(new RegExp(line, 'g'))).toHaveLength(1)
    expect(findFaults('report', report)).toEqual([])
  })

  it('are told apart by report and inspect, and are found by query', async () => {
    const folder = workspace({ 'results.json': FRESH })
    const report = await reportOn(folder, '--by', 'step')
    expect(findFaults('cost-report', report)).toEqual([])
    expect(report.total).toMatchObject({ calls: 6, total_tokens: 818 })
    expect(report.groups.map(({ name }) => name)).toEqual(['long'])
    expect(report.graders).toMatchObject({ calls: 3, total_tokens: 277 })
    expect(renderReportText(report, plain)).toContain('Graders, not in these figures: 3 calls, 277 tokens, $0.0000776.\n')
    expect((await reportOn(folder, '--model', 'claude*')).graders).toBeUndefined()

    const { result, sort } = await findRecords(parseFlags(query, [], folder))
    expect([result.matches, result.graderCalls]).toEqual([9, 3])
    expect(renderQueryTable(result, sort, plain)).toContain('3 calls of graders are among them, which no total of the gate holds.')

    const settings = { 'usage-path': [], 'on-invalid': 'skip' as const, 'pricing-path': null, 'working-directory': folder }
    const contents = await inspectFile('results.json', settings, { onProgress: () => {}, files: localFiles(folder) })
    const file = { file: 'results.json', format: 'promptfoo', what: 'a result', by: [], fault: null, isLeftOut: false, contents }
    expect(renderInspection([file], plain)).toContain(
      '  gives    6 calls, 818 tokens, $0.0026\n  graders  3 calls, 277 tokens, $0.0000776, in no other figure\n',
    )
  })

  it('are judged by a budget per day of a report', async () => {
    const policy = (limit: number) => `policies: [{ name: alerts, totals: { max_total_cost_per_day_usd: ${limit} } }]`
    const judged = async (limit: number) => {
      const folder = workspace({ 'results.json': FRESH, 'policy.yaml': policy(limit) })
      return (await reportOn(folder, '--policy', 'policy.yaml')).judgement?.verdict
    }
    expect(await judged(0.00265)).toBe('fail')
    expect(await judged(0.0027)).toBe('pass')
  })
})

describe('a grader', () => {
  it('changes nothing but the sums of its day, and its own', () => {
    const { graders, daily_cost_usd, monthly_cost_usd, model_stats, agent_stats, customer_stats, ...figures } = summarize([answer, grader])
    const {
      daily_cost_usd: _,
      monthly_cost_usd: __,
      model_stats: ___,
      agent_stats: ____,
      customer_stats: _____,
      ...alone
    } = summarize([answer])
    expect(figures).toEqual(alone)
    expect(graders).toEqual({ calls: 1, errors: 0, input_tokens: 100, output_tokens: 20, total_tokens: 120, cost_usd: 0.5 })
    expect([daily_cost_usd, monthly_cost_usd]).toEqual([{ '2026-11-02': 0.75 }, { '2026-11': 0.75 }])
    // As spend from before `since`: a budget per day of a model, agent or customer holds it, and no other figure of theirs.
    expect(model_stats.judge).toMatchObject({ calls: 0, cost_usd: 0, total_tokens: 0, daily_cost_usd: { '2026-11-02': 0.5 } })
    expect(customer_stats.acme).toMatchObject({ calls: 0, cost_usd: 0, daily_cost_usd: { '2026-11-02': 0.5 } })
    expect(Object.values(agent_stats).reduce((sum, { calls }) => sum + calls, 0)).toBe(answer.agent === null ? 0 : 1)
  })

  it('without a price leaves the total exact, and says so itself', () => {
    const summary = summarize([answer, grader, unpriced])
    expect(summary).toMatchObject({ unpriced_calls: 0, unpriced: [], total_cost_usd: 0.25, graders: { unpriced_calls: 1, cost_usd: 0.5 } })
    expect(renderSummary(summary, plain)).toMatch(
      /^\$0\.25 in 1 call.*\nGraders, not in these figures: 2 calls, 240 tokens, at least \$0\.50\n/,
    )
    expect(renderSummary(summarize([answer, unpriced]), plain)).toContain('1 call, 120 tokens, cost unknown\n')
  })

  it('from before since is spend of its day like any other', () => {
    const summary = summarize([answer, { ...grader, timeMs: NOON - 1 }], NOON)
    expect(summary).not.toHaveProperty('graders')
    expect(summary).toMatchObject({ daily_cost_usd: { '2026-11-02': 0.75 }, quality: { earlier_records: 1 } })
  })

  it('that a cache on disk answered is none of those calls', () => {
    const summary = summarize([answer, { ...grader, costUsd: 0, inputTokens: 0, outputTokens: 0, isFromDisk: true }])
    expect(summary).not.toHaveProperty('from_disk_calls')
    expect(summary.graders).toMatchObject({ calls: 1, cost_usd: 0 })
    expect(summary.graders).not.toHaveProperty('unpriced_calls')
  })

  it('is told of by nothing where there is none', () => {
    expect(summarize([answer])).not.toHaveProperty('graders')
  })

  it('merges into what reading everything at once gives', () => {
    const legs = [summarize([answer, grader]), summarize([unpriced, { ...answer, runId: 'r2' }]), summarize([answer])]
    const merged = new Summarizer({ timezone: 'UTC', sinceMs: null })
    for (const summary of legs)
      merged.add({ type: 'summary', origin: { format: 'cost-summary', file: 'leg.json', pattern: '*.json' }, summary }, null)
    const { graders, daily_cost_usd, total_cost_usd } = summarize([answer, grader, unpriced, { ...answer, runId: 'r2' }, answer])
    expect(finish(merged)).toMatchObject({ graders, daily_cost_usd, total_cost_usd })
    expect(graders).toMatchObject({ calls: 2, unpriced_calls: 1, cost_usd: 0.5 })
  })
})
