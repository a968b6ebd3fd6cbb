import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/judge/judge.ts'
import { agent, BASELINE, change, comparison, head, judged, model, policy, quality, runs, SETTINGS } from '../support/judge/builders.ts'

const EVERYTHING = policy(`policies:
  - name: agents
    limits:
      a: { max_cost_per_run_usd: 1, max_cost_per_day_usd: 1, max_cost_per_month_usd: 100 }
      "*": { max_cost_per_run_usd: 0 }
      missing: { max_cost_per_day_usd: 1 }
  - name: models
    limits:
      m: { max_daily_spend_usd: 4, require_approval: true }
      missing: { max_daily_spend_usd: 1 }
      absent: { require_approval: true }
  - name: alerts
    thresholds: { warn_cost_per_run_usd: 1, error_cost_per_run_usd: 5 }
regression:
  max_increase_percent: 10
  per_model: { "*": { max_increase_percent: 50 } }
  per_step: { s: { max_increase_percent: 50 } }
`)
const USAGE = head({
  agent_stats: { a: agent({ r1: 2 }, { daily_cost_usd: { '2026-11-03': 3 }, monthly_cost_usd: { '2026-11': 50 } }), b: agent({ r2: 0.1 }) },
  model_stats: { m: model({ '2026-11-03': 3 }) },
  run_costs: runs({ r1: 2, r2: 0.1 }),
  unpriced: [{ model: 'u', calls: 1, input_tokens: 1, output_tokens: 1 }],
  quality: quality({ duplicate_records: 1 }),
})
const GROWN = comparison(change('total', 2, 3), { models: [change('m', 1, 3)] })

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) freeze(part)
  return value
}

describe('judge', () => {
  it('applies every rule, and puts the worst first', () => {
    const { findings, checks, verdict } = judged({ policy: EVERYTHING, head: USAGE, comparison: GROWN })
    expect(verdict).toBe('fail')
    expect(findings.map(({ level, rule, subject, percent_of_limit }) => [level, rule, subject.name, percent_of_limit])).toEqual([
      ['error', 'max_cost_per_run_usd', 'b', null],
      ['error', 'max_increase_percent', null, 500],
      ['error', 'max_increase_percent', 'm', 400],
      ['error', 'max_cost_per_day_usd', 'a', 300],
      ['error', 'max_cost_per_run_usd', 'a', 200],
      ['error', 'require_approval', 'm', null],
      ['warning', 'warn_cost_per_run_usd', 'r1', 200],
      ['warning', 'unpriced_model', 'u', null],
      ['notice', 'duplicate_records', null, null],
    ])
    expect(checks.map(({ outcome, rule, subject }) => [outcome, rule, subject.name])).toEqual([
      ['passed', 'max_daily_spend_usd', 'm'],
      ['passed', 'max_cost_per_month_usd', 'a'],
      ['passed', 'error_cost_per_run_usd', 'r1'],
      ['passed', 'invalid_records', null],
      ['passed', 'missing_baseline', null],
      ['passed', 'nameless_model', null],
      ['passed', 'no_usage', null],
      ['passed', 'overlapping_sources', null],
      ['passed', 'price_catalog', null],
      ['passed', 'source_disagreement', null],
      ['unmatched', 'max_cost_per_day_usd', 'missing'],
      ['unmatched', 'max_daily_spend_usd', 'missing'],
      ['unmatched', 'max_increase_percent', 's'],
      ['unmatched', 'require_approval', 'absent'],
    ])
  })

  it('gives what the report schema promises', () => {
    const schema = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
    const ajv = new Ajv2020({ strict: false, schemas: [schema('cost-summary'), schema('savings'), schema('report')] })
    const isFinding = ajv.compile({ $ref: 'urn:llm-cost-gate:schema:report#/$defs/finding' })
    const isCheck = ajv.compile({ $ref: 'urn:llm-cost-gate:schema:report#/$defs/check' })
    const { findings, checks } = judged({ policy: EVERYTHING, head: USAGE, comparison: GROWN })
    expect(findings.filter((finding) => !isFinding(finding))).toEqual([])
    expect(checks.filter((check) => !isCheck(check))).toEqual([])
    expect(isFinding({ ...findings[0], unit: 'euros' })).toBe(false)
  })

  it('changes nothing it is given, and says the same twice', () => {
    const input = freeze({
      policy: EVERYTHING,
      head: USAGE,
      comparison: GROWN,
      explanation: null,
      baseline: BASELINE,
      success: null,
      projection: null,
      before: null,
      chance: null,
      noise: null,
      today: '2026-11-03',
      settings: SETTINGS,
    })
    expect(judge(input)).toEqual(judge(structuredClone(input)))
  })

  it('does not depend on the order of names in the documents', () => {
    const stats = Object.entries({ b: agent({ r: 3 }), a: agent({ r: 3 }), '10': agent({ r: 3 }) })
    const rules = policy('policies: [{ name: g, limits: { "*": { max_cost_per_run_usd: 1 } } }]')
    const names = (entries: typeof stats) =>
      judged({ policy: rules, head: head({ agent_stats: Object.fromEntries(entries) }) }).findings.map(({ subject }) => subject.name)
    expect(names(stats)).toEqual(['10', 'a', 'b'])
    expect(names(stats.toReversed())).toEqual(['10', 'a', 'b'])
  })

  it('judges names that are properties of every object like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const own = <S>(stats: S) => Object.fromEntries(names.map((name) => [name, stats]))
    const usage = head({ agent_stats: own(agent({ constructor: 3 })), model_stats: own(model({ '2026-11-03': 3 })) })
    const rules = policy(
      'policies: [{ name: g, limits: { "*": { max_cost_per_run_usd: 1, max_daily_spend_usd: 1, require_approval: true } } }]',
    )
    const { findings } = judged({ policy: rules, head: usage })
    for (const rule of ['max_cost_per_run_usd', 'max_daily_spend_usd', 'require_approval']) {
      expect(findings.filter((finding) => finding.rule === rule).map(({ subject }) => subject.name)).toEqual([...names].sort())
    }
  })

  it('keeps names raw, for the renderings to escape', () => {
    const name = '<img src=x>\n::error::|`$&'
    const rules = policy('policies: [{ name: g, limits: { "*": { require_approval: true } } }]')
    const { findings } = judged({ policy: rules, head: head({ model_stats: { [name]: model() } }) })
    expect(findings).toMatchObject([{ subject: { name }, message: `${name} requires approval: 3 calls, $0.18` }])
  })
})
