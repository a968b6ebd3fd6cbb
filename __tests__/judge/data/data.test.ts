import { describe, expect, it } from 'vitest'
import type { Disagreement } from '../../../src/generated/types.ts'
import type { JudgeInput } from '../../../src/judge/judge.ts'
import { BASELINE, change, comparison, head, judged, model, quality, SETTINGS } from '../../support/judge/builders.ts'

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

  it('no usage is an error, however cheap that is', () => {
    const { findings, verdict } = judged({ head: head({ calls: 0, total_cost_usd: 0 }) })
    expect(verdict).toBe('fail')
    expect(findings).toMatchObject([{ level: 'error', rule: 'no_usage', subject: DATA, actual: 0 }])
    expect(findings[0]?.message).toMatch(/^no LLM calls were found; check usage-path/)
  })

  it('no usage names since where that left all of it out', () => {
    const { findings } = judged({ head: head({ calls: 0, quality: quality({ earlier_records: 12 }) }) })
    expect(findings[0]?.message).toBe('no LLM calls were found; since left out 12 records')
  })

  it.each([
    ['pass', 'notice', 'pass'],
    ['warn', 'warning', 'warn'],
    ['fail', 'error', 'fail'],
  ] as const)('no baseline with on-missing-baseline: %s is a finding of level %s', (onMissingBaseline, level, verdict) => {
    for (const compared of [null, comparison(change('total', null, 1))]) {
      const judgement = judged({ comparison: compared, settings: { ...SETTINGS, onMissingBaseline } })
      expect(judgement.findings).toMatchObject([{ level, rule: 'missing_baseline', subject: DATA }])
      expect(judgement.verdict).toBe(verdict)
    }
  })

  it.each<[Partial<JudgeInput['baseline']>, string]>([
    [{}, 'the baseline baseline.json does not exist (paths start from the working directory), so a regression cannot be seen'],
    [{ path: null }, 'there is no baseline yet, so a regression cannot be seen'],
    [{ source: 'artifact', path: 'llm-cost-baseline' }, 'there is no baseline yet, so a regression cannot be seen'],
  ])('no baseline is told by where it was looked for: %j', (baseline, message) => {
    expect(judged({ comparison: null, baseline: { ...BASELINE, ...baseline } }).findings).toMatchObject([{ message }])
  })

  it('no baseline is told with its reason', () => {
    const baseline = { ...BASELINE, source: 'artifact' as const, reason: 'this server keeps no artifacts' }
    expect(judged({ comparison: null, baseline }).findings).toMatchObject([
      { message: expect.stringContaining('this server keeps no artifacts') },
    ])
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
      /^llama3\.1:70b has no known price, so no amount holds its 12 calls with 34,000 tokens; .*pricing-path$/,
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

  it.each([
    [1, 'run r0: its records add up to $0.40, which was counted, but r0.json says $0.50'],
    [3, 'run r0: its records add up to $0.40, which was counted, but r0.json says $0.50 (the largest difference of 3 runs)'],
    [100, 'run r0: its records add up to $0.40, which was counted, but r0.json says $0.50 (the largest difference of at least 100 runs)'],
  ])('%d runs with contradicting costs are a warning that names the largest difference', (runs, message) => {
    const disagreements = Array.from({ length: runs }, (_, index) => disagreement(`r${index}`))
    expect(judged({ head: head({ quality: quality({ disagreements }) }) }).findings).toMatchObject([
      { level: 'warning', rule: 'source_disagreement', subject: DATA, message },
    ])
  })

  it.each<[told: Partial<Disagreement>, message: string]>([
    [{ run_id: null, scope: 'all' }, 'all records add up to $0.40, which was counted, but r.json says $0.50'],
    [{ run_id: null, scope: 'without_run' }, 'calls without a run add up to $0.40, which was counted, but r.json says $0.50'],
    [
      { counted_tokens: 110, summary_tokens: 9000 },
      'run r: its records add up to 110 tokens, which was counted, but r.json says 9,000 tokens',
    ],
  ])('a contradiction names what was compared: %j', (told, message) => {
    const disagreements = [{ ...disagreement('r'), ...told }]
    expect(judged({ head: head({ quality: quality({ disagreements }) }) }).findings).toMatchObject([{ level: 'warning', message }])
  })

  it('contradictions of one run by two sources are not two runs', () => {
    const disagreements = [disagreement('r'), { ...disagreement('r'), path: 'other.json' }]
    const { findings } = judged({ head: head({ quality: quality({ disagreements }) }) })
    expect(findings[0]?.message).toMatch(/ \(the largest difference of 2 contradictions\)$/)
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

  it('how much usage there is is told where there is some', () => {
    expect(judged({ head: head({ calls: 1 }) }).checks).toContainEqual(
      expect.objectContaining({ rule: 'no_usage', outcome: 'passed', message: '1 call found', actual: 1, unit: 'calls' }),
    )
    const none = judged({ head: head({ calls: 0, quality: quality({ earlier_records: 1 }) }) })
    expect(none.findings[0]?.message).toBe('no LLM calls were found; since left out 1 record')
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
