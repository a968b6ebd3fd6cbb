import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/compare/compare.ts'
import { sideOfSummary } from '../../../src/compare/side.ts'
import type { CostSummary, Finding, ModelStats } from '../../../src/generated/types.ts'
import { describeRule } from '../../../src/render/findings/rules.ts'
import { MARKDOWN, PLAIN } from '../../../src/words/escape.ts'
import { head, judged, model, policy, SETTINGS } from '../../support/judge/builders.ts'
import { call } from '../../support/judge/spend.ts'
import { tries } from '../../support/tries.ts'

const DAY = '2026-11-03'

/** Models that cost this much, all of it on one day. */
function usage(costs: Readonly<Record<string, number>>, overrides: Partial<ModelStats> = {}): CostSummary {
  const stats = Object.entries(costs).map(([name, cost]) => [
    name,
    model({ [DAY]: cost }, { cost_usd: cost, monthly_cost_usd: { '2026-11': cost }, ...overrides }),
  ])
  return head({ model_stats: Object.fromEntries(stats) })
}

function errors(yaml: string, summary: CostSummary): Finding[] {
  return judged({ policy: policy(yaml), head: summary }).findings.filter(({ level }) => level === 'error')
}

const limit = (name: string, more = '') => `policies: [{ name: g${more}, limits: { ${JSON.stringify(name)}: { max_daily_spend_usd: 5 } } }]`

describe('the name of a model in a policy', () => {
  it.each([
    'o1-preview',
    'o1-preview-2024-09-12',
    'openai/o1-preview',
    'openai:chat:o1-preview-2024-09-12',
    'O1-Preview',
    ' o1-preview',
  ])('means %s', (name) => {
    expect(errors(limit('o1-preview'), usage({ [name]: 6 }))).toMatchObject([{ rule: 'max_daily_spend_usd', actual: 6 }])
  })

  it.each(['o1', 'o1-preview-mini', 'o1-preview2', 'o1-preview-2024-13-40', 'someone/o1-preview'])('does not mean %s', (name) => {
    expect(errors(limit('o1-preview'), usage({ [name]: 6 }))).toEqual([])
  })

  it.each([
    ['gpt-4o-2024-08-06', 'openai/gpt-4o-2024-08-06', true],
    ['gpt-4o-2024-08-06', 'gpt-4o-2024-05-13', false],
    ['gpt-4o-2024-08-06', 'gpt-4o', false],
    ['openai/gpt-4o', 'gpt-4o', true],
    ['openai/gpt-4o', 'azure/gpt-4o', false],
    ['openai/gpt-4o', 'openrouter/openai/gpt-4o', true],
    ['gpt-4o', 'azure/gpt-4o', true],
    ['gpt-4o', 'gpt-4o-mini', false],
  ])('%s in a policy, %s in the usage: %s', (written, used, means) => {
    expect(errors(limit(written), usage({ [used]: 6 }))).toHaveLength(means ? 1 : 0)
  })

  it('means nothing but itself where the group or the limit says exact', () => {
    const used = usage({ 'o1-preview-2024-09-12': 6, 'openai/o1-preview': 6 })
    expect(errors(limit('o1-preview', ', exact: true'), used)).toEqual([])
    expect(errors('policies: [{ name: g, limits: { o1-preview: { max_daily_spend_usd: 5, exact: true } } }]', used)).toEqual([])
    expect(
      errors('policies: [{ name: g, exact: true, limits: { o1-preview: { max_daily_spend_usd: 5, exact: false } } }]', used),
    ).toHaveLength(1)
    expect(errors(limit('o1-preview', ', exact: true'), usage({ 'o1-preview': 6 }))).toHaveLength(1)
  })

  it('of an agent is that name alone', () => {
    const yaml = 'policies: [{ name: g, subject: agent, limits: { Planner: { max_total_cost_usd: 1 } } }]'
    const used = head({ agent_stats: { planner: { ...model(), cost_usd: 2, run_costs: head().run_costs } } })
    expect(errors(yaml, used)).toEqual([])
  })

  it.each([
    ['as it stands comes before another spelling', { 'gpt-4o-2024-08-06': 1, 'gpt-4o': 9 }, 1],
    ['with a snapshot comes before one without', { 'GPT-4o-2024-08-06': 2, 'openai/gpt-4o': 9 }, 2],
    ['comes before a glob', { 'gpt-4o': 3, 'gpt-4o-*': 9, '*': 9 }, 3],
    ['that is exact leaves its snapshots to a glob', { '*': 4 }, 4, { 'gpt-4o': 9 }],
  ])('%s', (_what, limits, expected, exact?: Record<string, number>) => {
    const lines = [
      ...Object.entries(limits).map(([name, usd]) => `${JSON.stringify(name)}: { max_daily_spend_usd: ${usd} }`),
      ...Object.entries(exact ?? {}).map(([name, usd]) => `${JSON.stringify(name)}: { max_daily_spend_usd: ${usd}, exact: true }`),
    ]
    const { checks } = judged({
      policy: policy(`policies: [{ name: g, limits: { ${lines.join(', ')} } }]`),
      head: usage({ 'gpt-4o-2024-08-06': 0.5 }),
    })
    expect(checks.filter(({ outcome, rule }) => outcome === 'passed' && rule === 'max_daily_spend_usd')).toMatchObject([
      { limit: expected },
    ])
  })
})

describe('one model under several names', () => {
  const split = usage({ 'o1-preview-2024-09-12': 3, 'openai/o1-preview': 2.5, 'o1-preview': 0 })

  it('cannot keep a limit on a sum by being split', () => {
    const [finding, ...others] = errors(limit('o1-preview'), split)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      actual: 5.5,
      period: DAY,
      subject: { kind: 'model', name: 'o1-preview', used_as: ['o1-preview', 'o1-preview-2024-09-12', 'openai/o1-preview'] },
    })
    expect(finding?.message).toMatch(/ \(used as o1-preview, o1-preview-2024-09-12 and openai\/o1-preview\)$/)
  })

  it.each(['max_total_cost_usd', 'max_cost_per_month_usd', 'max_cost_per_day_usd'])('adds up for %s', (key) => {
    expect(errors(`policies: [{ name: g, subject: model, limits: { o1-preview: { ${key}: 5 } } }]`, split)).toMatchObject([
      { rule: key, actual: 5.5 },
    ])
  })

  it('adds up exactly', () => {
    const tenths = usage({ 'o1-preview-2024-09-12': 0.1, 'o1-preview': 0.2 })
    expect(errors('policies: [{ name: g, limits: { o1-preview: { max_daily_spend_usd: 0.3 } } }]', tenths)).toEqual([])
  })

  it('is one name at a time for a glob', () => {
    expect(errors(limit('*o1-preview*'), split)).toEqual([])
  })

  it('is one name at a time where figures do not add up', () => {
    const long = { largest_calls: { calls: 3, input: call(9), output: call(1) } }
    const yaml = 'policies: [{ name: g, subject: model, limits: { o1-preview: { max_input_tokens: 8, require_approval: true } } }]'
    expect(
      errors(yaml, usage({ 'o1-preview-2024-09-12': 1, 'openai/o1-preview': 1 }, long)).map(({ rule, subject }) => [rule, subject.name]),
    ).toEqual([
      ['max_input_tokens', 'o1-preview-2024-09-12'],
      ['max_input_tokens', 'openai/o1-preview'],
      ['require_approval', 'o1-preview-2024-09-12'],
      ['require_approval', 'openai/o1-preview'],
    ])
  })

  it('shows the names that were used, escaped', () => {
    const [finding] = errors(
      limit('o1-preview'),
      usage({ ' O1-preview': 2, 'openai/o1-preview': 3, 'azure/o1-preview': 2, 'o1-preview@20240912': 1 }),
    )
    if (finding === undefined) throw new Error('there is one')
    expect(describeRule(finding, PLAIN)).toBe(
      `Dearest day of model o1-preview (used as ␣O1-preview, azure/o1-preview, o1-preview@20240912 and 1 more): ${DAY}`,
    )
    expect(describeRule(finding, MARKDOWN)).toContain('<code>o1-preview&#64;<wbr>20240912</code> and 1 more')
  })
})

describe('growth of a model', () => {
  const grown = (before: CostSummary, after: CostSummary, more = '') => {
    const rules = policy(`regression: { max_increase_percent: 1000, per_model: { gpt-4o: { max_increase_percent: 20${more} } } }`)
    const comparison = compare(sideOfSummary(before), sideOfSummary(after))
    return judged({ policy: rules, head: after, comparison }).findings.filter(({ level }) => level === 'error')
  }

  it('is seen where one snapshot took the place of another', () => {
    const findings = grown(usage({ 'gpt-4o-2024-05-13': 1 }), usage({ 'gpt-4o-2024-08-06': 1.5 }))
    expect(findings).toMatchObject([{ actual: 50, subject: { name: 'gpt-4o', used_as: ['gpt-4o-2024-05-13', 'gpt-4o-2024-08-06'] } }])
    expect(grown(usage({ 'gpt-4o-2024-05-13': 1 }), usage({ 'gpt-4o-2024-08-06': 1.5 }), ', exact: true')).toEqual([])
  })

  it('is none where its calls only moved to another name', () => {
    expect(grown(usage({ 'gpt-4o': 2, 'gpt-4o-2024-08-06': 1 }), usage({ 'gpt-4o': 1, 'gpt-4o-2024-08-06': 2 }))).toEqual([])
  })

  it('has no percentage where the model itself is new', () => {
    expect(grown(usage({ o1: 2 }), usage({ 'gpt-4o-2024-08-06': 2 }))).toEqual([])
  })
})

describe('lists of models in flow governance', () => {
  const called = head({ model_stats: { 'openai/o1-preview-2024-09-12': model() } })

  it.each([
    ['denylist: [o1-preview]', 1],
    ['denylist: [o1-preview], exact: true', 0],
    ['denylist: [o1]', 0],
    ['allowlist: [o1-preview]', 1],
    ['allowlist: ["*o1-preview*"]', 0],
  ])('%s: %i errors', (lists, count) => {
    expect(errors(`models: { ${lists} }`, called)).toHaveLength(count)
  })
})

it('a further group of limits on names never makes the verdict better', () => {
  const names = ['gpt-4o', 'GPT-4o', 'gpt-4o-2024-08-06', 'openai/gpt-4o', 'azure/gpt-4o-2024-08-06', 'gpt-4o-mini', 'gpt-4o*', '*']
  const figure = fc.constantFrom(0, 0.1, 0.2, 0.3, 1, 2)
  const entry = fc.record(
    {
      max_daily_spend_usd: figure,
      max_total_cost_usd: figure,
      max_cost_per_1k_tokens_usd: figure,
      require_approval: fc.boolean(),
      exact: fc.boolean(),
    },
    { requiredKeys: ['max_daily_spend_usd'] },
  )
  const group = fc.record({
    subject: fc.constant('model'),
    name: fc.constant('g'),
    limits: fc.dictionary(fc.constantFrom(...names), entry, { minKeys: 1 }),
  })
  const used = fc.dictionary(fc.constantFrom(...names.slice(0, 6)), figure, { minKeys: 1 })
  const badness = (groups: readonly object[], summary: CostSummary, before: CostSummary | null) => {
    const { findings } = judged({ policy: policy(JSON.stringify({ policies: groups })), head: summary, before, settings: SETTINGS })
    return findings.filter(({ level }) => level === 'error').length * 1e6 + findings.filter(({ level }) => level === 'warning').length
  }
  fc.assert(
    fc.property(group, group, used, fc.option(used), (one, other, costs, earlier) => {
      const before = earlier && usage(earlier)
      expect(badness([one, other], usage(costs), before)).toBeGreaterThanOrEqual(badness([one], usage(costs), before))
    }),
    tries(500),
  )
})
