import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { Summarizer } from '../../../src/summarize/summarizer.ts'
import type { CostRecord } from '../../../src/usage/record.ts'
import type { Origin } from '../../../src/usage/usage.ts'
import { judged, policy } from '../../support/judge/builders.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'
import { buildRecord } from '../../support/summarize/records.ts'

const ORIGIN: Origin = { format: 'ledger', file: 'costs.jsonl', pattern: '*.jsonl' }
const NOON = Date.parse('2026-11-02T12:00:00Z')
const whole = buildRecord({ costUsd: 1, timeMs: NOON, agent: 'a', runId: 'r1' })
const RECORDS = [
  whole,
  { ...whole, agent: null, costUsd: 0.1, calls: 2 },
  { ...whole, agent: null, costUsd: 0.2 },
  { ...whole, runId: null, costUsd: 0.4 },
  { ...whole, timeMs: null, costUsd: 0.8 },
]

function summarize(...parts: readonly (readonly CostRecord[] | CostSummary)[]): CostSummary {
  const summarizer = new Summarizer({ timezone: 'UTC', sinceMs: null })
  for (const part of parts) {
    if ('schema_version' in part) summarizer.add({ type: 'summary', origin: { ...ORIGIN, format: 'cost-summary' }, summary: part }, null)
    else summarizer.add({ type: 'records', origin: ORIGIN, records: part }, null)
  }
  const summary = summarizer.finish({ tool: { name: 'llm-cost-gate', version: '0.0.0' }, commit: null, createdAt: null })
  expect(findFaults('cost-summary', summary)).toEqual([])
  return summary
}

function said(yaml: string, summary = summarize(RECORDS)): string[] {
  const { findings } = judged({ policy: policy(yaml), head: summary })
  return findings.filter(({ rule }) => rule === 'outside_budgets').map(({ level, message }) => `${level}: ${message}`)
}

const AGENT = '3 calls for $0.30 name no agent, so no limit on an agent saw them'
const RUN = '1 call for $0.40 names no run, so no limit on a run saw it'
const TIME = '1 call for $0.80 has no time, so no limit on a day or month saw it'

describe('calls that no budget sees', () => {
  it.each([
    ['policies: [{ name: g, subject: agent, limits: { a: { max_total_cost_usd: 9 } } }]', [AGENT]],
    ['policies: [{ name: g, limits: { "*": { max_p95_cost_per_run_usd: 9 } } }]', [AGENT, RUN]],
    ['policies: [{ name: g, totals: { max_p50_cost_per_run_usd: 9 } }]', [RUN]],
    ['policies: [{ name: g, thresholds: { warn_cost_per_run_usd: 9 } }]', [RUN]],
    ['policies: [{ name: g, totals: { max_total_cost_per_day_usd: 9 } }]', [TIME]],
    ['policies: [{ name: g, totals: { max_total_cost_per_month_usd: 9 } }]', [TIME]],
    ['policies: [{ name: g, limits: { "*": { max_daily_spend_usd: 9 } } }]', [TIME]],
    ['policies: [{ name: g, limits: { "*": { max_cost_per_run_usd: 9, max_cost_per_day_usd: 9 } } }]', [AGENT, RUN, TIME]],
  ])('are said once, with their cost: %s', (yaml, parts) => {
    expect(said(yaml)).toEqual([`notice: ${parts.join('; ')}`])
  })

  it.each([
    'policies: [{ name: g, totals: { max_total_cost_usd: 9 } }]',
    'policies: [{ name: g, totals: { max_unattributed_percent: { agent: 50 } } }]',
    'policies: [{ name: g, subject: agent, limits: { a: { require_approval: false }, b: { require_approval: true } } }]',
    'regression: { per_agent: { a: { max_increase_percent: 20 } } }',
  ])('are not said where no budget needs what they lack: %s', (yaml) => {
    expect(said(yaml)).toEqual([])
  })

  it('are about the data as a whole', () => {
    const { findings } = judged({
      policy: policy('policies: [{ name: g, totals: { max_p50_cost_per_run_usd: 9 } }]'),
      head: summarize(RECORDS),
    })
    expect(findings.find(({ rule }) => rule === 'outside_budgets')?.subject).toEqual({ kind: 'data', name: null })
  })

  it('are told in the number that they are', () => {
    const yaml = 'policies: [{ name: g, limits: { "*": { max_cost_per_run_usd: 9 } } }]'
    const nameless = { ...whole, agent: null, runId: null, costUsd: 0.1 }
    const one =
      'notice: 1 call for $0.10 names no agent, so no limit on an agent saw it; 1 call for $0.10 names no run, so no limit on a run saw it'
    const two =
      'notice: 2 calls for $0.20 name no agent, so no limit on an agent saw them; 2 calls for $0.20 name no run, so no limit on a run saw them'
    expect(said(yaml, summarize([whole, nameless]))).toEqual([one])
    expect(said(yaml, summarize([whole, nameless, { ...nameless, timeMs: NOON + 1000 }]))).toEqual([two])
  })

  it('cost nothing where the named ones cost more than the whole', () => {
    const summary = { ...summarize([whole, { ...whole, agent: null, costUsd: 0.25 }]), total_cost_usd: 0.5 }
    expect(said('policies: [{ name: g, subject: agent, limits: { a: { max_total_cost_usd: 9 } } }]', summary)).toEqual([
      'notice: 1 call for $0.00 names no agent, so no limit on an agent saw it',
    ])
  })

  it('cost nothing where what is left was lost in rounding', () => {
    const summary = {
      ...summarize([
        { ...whole, costUsd: 99_999.99999999999 },
        { ...whole, agent: null, costUsd: 0 },
      ]),
      total_cost_usd: 100_000,
    }
    expect(said('policies: [{ name: g, subject: agent, limits: { a: { max_total_cost_usd: 900000 } } }]', summary)).toEqual([
      'notice: 1 call for $0.00 names no agent, so no limit on an agent saw it',
    ])
  })

  it('are none where every call has everything', () => {
    const yaml = 'policies: [{ name: g, limits: { "*": { max_cost_per_run_usd: 9, max_cost_per_day_usd: 9 } } }]'
    expect(said(yaml, summarize([whole]))).toEqual([])
    expect(summarize([whole]).quality).not.toHaveProperty('without_time')
  })

  it('are the same in summaries that were merged', () => {
    const [first = [], second = []] = [RECORDS.slice(0, 2), RECORDS.slice(2)]
    const merged = summarize(summarize(first), summarize([{ ...whole, timeMs: null, costUsd: 0.2, runId: 'r2' }]), second)
    expect(merged.quality.without_time).toEqual({ calls: 2, cost_usd: 1 })
    expect(said('policies: [{ name: g, totals: { max_total_cost_per_day_usd: 9 } }]', merged)).toEqual([
      'notice: 2 calls for $1.00 have no time, so no limit on a day or month saw them',
    ])
  })
})
