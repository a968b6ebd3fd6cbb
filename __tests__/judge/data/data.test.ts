import { describe, expect, it } from 'vitest'
import type { Disagreement } from '../../../src/generated/types.ts'
import { head, judged, model, quality, SETTINGS } from '../../support/judge/builders.ts'

const DATA = { kind: 'data', name: null }
const disagreement = (run_id: string): Disagreement => ({ run_id, counted_cost_usd: 0.4, summary_cost_usd: 0.5, path: `${run_id}.json` })

describe('rules about the data', () => {
  it('are all passed checks where nothing is wrong', () => {
    const { findings, checks } = judged()
    expect(findings).toEqual([])
    const names = [
      'duplicate_records',
      'invalid_records',
      'missing_baseline',
      'nameless_model',
      'no_usage',
      'overlapping_sources',
      'price_catalog',
      'source_disagreement',
      'unpriced_model',
    ]
    expect(
      checks
        .filter(({ subject }) => subject.kind === 'data')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(names)
    expect(checks.every(({ outcome }) => outcome === 'passed')).toBe(true)
  })

  it.each([
    ['warn', 'warning'],
    ['fail', 'error'],
  ] as const)('each model without a price is named, and %s makes it a finding of level %s', (unknownModel, level) => {
    const unpriced = [
      { model: 'llama3.1:70b', calls: 12, input_tokens: 30_000, output_tokens: 4000 },
      { model: 'b', calls: 1, input_tokens: 1, output_tokens: 0 },
    ]
    const { findings } = judged({ head: head({ unpriced, unpriced_calls: 13 }), settings: { ...SETTINGS, unknownModel } })
    expect(findings).toMatchObject([
      { level, rule: 'unpriced_model', subject: { kind: 'model', name: 'b' }, actual: 1, unit: 'calls' },
      { level, rule: 'unpriced_model', subject: { kind: 'model', name: 'llama3.1:70b' }, actual: 12, unit: 'calls' },
    ])
    expect(findings[1]?.message).toMatch(
      /^llama3\.1:70b has no known price, so no amount holds its 12 calls with 34,000 tokens; .*pricing-path; llm-cost-gate price says why it has none$/,
    )
    expect(findings[0]?.message).toMatch(/ its 1 call with 1 token; /)
  })

  it.each([
    [1, 'm: 1 call gives neither tokens nor cost, so no amount holds it; make what writes the file record'],
    [3, 'm: 3 calls give neither tokens nor cost, so no amount holds them; make what writes the file record'],
  ])('%d calls of which nothing is known need no price, and are told apart', (silent_calls, message) => {
    const silent = { model: 'm', calls: silent_calls, silent_calls, input_tokens: 0, output_tokens: 0 }
    const found = judged({ head: head({ unpriced: [silent] }) }).findings
    expect(found).toMatchObject([
      { level: 'warning', rule: 'calls_without_usage', subject: { kind: 'model', name: 'm' }, actual: silent_calls, unit: 'calls' },
    ])
    expect(found[0]?.message).toContain(message)
    const both = judged({ head: head({ unpriced: [{ ...silent, calls: silent_calls + 2, input_tokens: 5 }] }) }).findings
    expect(both.map(({ rule, actual }) => [rule, actual])).toEqual([
      ['calls_without_usage', silent_calls],
      ['unpriced_model', 2],
    ])
  })

  it.each([
    ['skip', 'warning'],
    ['fail', 'error'],
  ] as const)('skipped records with on-invalid: %s are a finding of level %s', (onInvalid, level) => {
    const found = quality({ invalid_records: 2, invalid_examples: ['costs.jsonl:7: $.calls: must be an integer'] })
    expect(judged({ head: head({ quality: found }), settings: { ...SETTINGS, onInvalid } }).findings).toMatchObject([
      { level, rule: 'invalid_records', message: '2 invalid records skipped, the first: costs.jsonl:7: $.calls: must be an integer' },
    ])
  })

  it('repeated records are a notice, which changes no verdict', () => {
    const { findings, verdict } = judged({ head: head({ quality: quality({ duplicate_records: 3 }) }) })
    expect(findings).toMatchObject([{ level: 'notice', rule: 'duplicate_records', message: expect.stringMatching(/^3 repetitions/) }])
    expect(verdict).toBe('pass')
  })

  it.each([
    [1, 0, /^1 record repeats another line .* so it counts as a call of its own: \$0\.50; .* The first is a\.jsonl:2$/],
    [2, 1, /^2 records repeat .*, so they count as calls of their own: \$0\.50, 1 call of them without a known price; /],
    [999, 3, /^999 records repeat .*: \$0\.50, 3 calls of them without a known price; /],
  ])('%d lines that repeat another one and count are a warning with lines and dollars', (records, unpriced, message) => {
    const repeats = { records, cost_usd: 0.5, unpriced_calls: unpriced, examples: ['a.jsonl:2', 'a.jsonl:3'] }
    const { findings, verdict } = judged({ head: head({ quality: quality({ repeats }) }) })
    expect(findings).toMatchObject([{ level: 'warning', rule: 'repeated_records', message: expect.stringMatching(message) }])
    expect(verdict).toBe('warn')
  })

  it('one of anything is told as one', () => {
    const found = quality({ invalid_records: 1, duplicate_records: 1, disagreements: [disagreement('r')], overlaps: ['a.json'] })
    expect(judged({ head: head({ quality: found }) }).findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['invalid_records', '1 invalid record skipped'],
      ['overlapping_sources', 'counted although another source describes the same runs: a.json; their spend may be in the total twice'],
      ['source_disagreement', 'run r: its records add up to $0.40, which was counted, but r.json says $0.50'],
      ['duplicate_records', '1 repetition of the same calls left out; each call was counted once'],
    ])
  })

  it('nothing of it is told as nothing', () => {
    const rules = ['invalid_records', 'duplicate_records', 'overlapping_sources', 'source_disagreement', 'unpriced_model']
    const said = judged().checks.filter(({ rule }) => rules.includes(rule))
    expect(said.map(({ message }) => message).sort()).toEqual([
      'every call has a price',
      'no duplicate records',
      'no invalid records',
      'no source describes the runs of another',
      'run summaries and records agree',
    ])
  })

  it('repeated records in files without lines are told without a line', () => {
    const repeats = { records: 2, cost_usd: 0.5, unpriced_calls: 0, examples: [] }
    expect(judged({ head: head({ quality: quality({ repeats }) }) }).findings[0]?.message).toMatch(/ The first is in a file without lines$/)
  })

  it.each([
    [['a.db'], /: a\.db; reading SQLite needs Node 24$/],
    [['a.db', 'b.db'], /: a\.db and 1 other database; reading/],
  ])('databases that could not be compared are a notice (%#)', (not_compared, message) => {
    const { findings, verdict } = judged({ head: head({ quality: quality({ not_compared }) }) })
    expect([verdict, findings.length]).toEqual(['pass', 1])
    expect(findings).toMatchObject([{ level: 'notice', rule: 'not_compared', subject: DATA, message: expect.stringMatching(message) }])
  })

  it('calls that name no model are a warning, because no rule about a model can judge them', () => {
    const models = { unknown: { ...model(), calls: 2, cost_usd: 0.5 } }
    expect(judged({ head: head({ model_stats: models }) }).findings).toMatchObject([
      { level: 'warning', rule: 'nameless_model', message: expect.stringMatching(/^2 calls of \$0\.50 name no model/) },
    ])
  })

  it('one call that names no model is told as one, and none is none', () => {
    const said = (calls: number) => {
      const { findings, checks } = judged({ head: head({ model_stats: { unknown: { ...model(), calls, cost_usd: 0.5 } } }) })
      return [...findings, ...checks].find(({ rule }) => rule === 'nameless_model')?.message
    }
    expect(said(1)).toMatch(/^1 call of \$0\.50 names no model, so/)
    expect(said(0)).toBe('every call names a model')
  })

  it.each([
    [['a.json'], /: a\.json; /],
    [['a.json', 'b.json'], /: a\.json and 1 other summary; /],
    [['a.json', 'b.json', 'c.json'], /: a\.json and 2 other summaries; /],
  ])('cost summaries that may be counted twice are a warning (%#)', (overlaps, message) => {
    expect(judged({ head: head({ quality: quality({ overlaps }) }) }).findings).toMatchObject([
      { level: 'warning', rule: 'overlapping_sources', message: expect.stringMatching(message) },
    ])
  })
})
