import { describe, expect, it } from 'vitest'
import { agent, head, judged, model, policy, runs } from '../../support/judge/builders.ts'

const PICO = 1e-12
const limit = (name: string, line: string) => policy(`policies:\n  - name: g\n    limits:\n      "${name}":\n        ${line}\n`)
const perRun = (usd: number, name = 'a') => limit(name, `max_cost_per_run_usd: ${usd}`)
const thresholds = (line: string) => policy(`policies:\n  - name: alerts\n    thresholds:\n      ${line}\n`)

describe('the cost of a run', () => {
  it.each([
    ['equal to the limit', 2, 2, 'pass'],
    ['one picodollar above', 2, 2 + PICO, 'fail'],
    ['one picodollar below', 2, 2 - PICO, 'pass'],
    ['nothing, with a limit of nothing', 0, 0, 'pass'],
    ['one picodollar, with a limit of nothing', 0, PICO, 'fail'],
  ])('of %s', (_what, usd, cost, verdict) => {
    expect(judged({ policy: perRun(usd), head: head({ agent_stats: { a: agent({ r: cost }) } }) }).verdict).toBe(verdict)
  })

  it('is told with the run, the figures and the line of the limit', () => {
    const usage = head({ agent_stats: { 'offer-orchestrator-mag': agent({ 'mag-73cf25': 2.31, 'mag-1': 1.99 }) } })
    expect(judged({ policy: perRun(2, 'offer-orchestrator-mag'), head: usage }).findings).toEqual([
      {
        ...{ level: 'error', approvable: false, eased: null },
        rule: 'max_cost_per_run_usd',
        subject: { kind: 'agent', name: 'offer-orchestrator-mag' },
        message: 'offer-orchestrator-mag: run mag-73cf25 cost $2.31, limit $2.00 per run',
        actual: 2.31,
        limit: 2,
        unit: 'usd',
        percent_of_limit: 115.5,
        run_id: 'mag-73cf25',
        period: null,
        policy: { path: 'policy.yaml', line: 5, name: 'g' },
      },
    ])
  })

  it('says how many runs are over where that is known', () => {
    const costs = { r1: 3, r2: 2.5, r3: 2, r4: 1 }
    const message = (stats: ReturnType<typeof agent>) =>
      judged({ policy: perRun(2), head: head({ agent_stats: { a: stats } }) }).findings[0]?.message
    expect(message(agent(costs))).toBe('a: run r1 cost $3.00, limit $2.00 per run (2 of 4 runs are over)')
    const { costs_usd: _, ...sketched } = runs(costs)
    expect(message(agent({}, { run_costs: sketched }))).toBe('a: run r1 cost $3.00, limit $2.00 per run')
  })

  it('shows enough digits to tell it from the limit', () => {
    const usage = head({ agent_stats: { a: agent({ r: 2.00000001 }) } })
    expect(judged({ policy: perRun(2), head: usage }).findings[0]?.message).toBe('a: run r cost $2.00000001, limit $2.00 per run')
  })

  it('is a passed check with its share of the limit where it is kept', () => {
    const { findings, checks } = judged({ policy: perRun(2), head: head({ agent_stats: { a: agent({ r: 0.5 }) } }) })
    expect(findings).toEqual([])
    expect(checks[0]).toMatchObject({ outcome: 'passed', rule: 'max_cost_per_run_usd', actual: 0.5, limit: 2, percent_of_limit: 25 })
  })

  it('has nothing to judge where no call names a run, or the agent was not used', () => {
    const unmatched = (agents: Record<string, ReturnType<typeof agent>>) =>
      judged({ policy: perRun(2), head: head({ agent_stats: agents }) }).checks.find(({ rule }) => rule === 'max_cost_per_run_usd')
    expect(unmatched({ a: agent() })).toMatchObject({
      outcome: 'unmatched',
      actual: null,
      limit: 2,
      message: expect.stringContaining('no call names a run'),
    })
    expect(unmatched({ b: agent({ r: 9 }) })).toMatchObject({ outcome: 'unmatched', message: 'a: no such agent was used' })
  })
})

describe('alert thresholds', () => {
  it.each([
    ['warn', 1, [], 'pass'],
    ['warn', 1 + PICO, ['warning'], 'warn'],
    ['error', 1, [], 'pass'],
    ['error', 1 + PICO, ['error'], 'fail'],
  ])('%s_cost_per_run_usd: 1 judges a run of $%d', (level, cost, levels, verdict) => {
    const judgement = judged({ policy: thresholds(`${level}_cost_per_run_usd: 1`), head: head({ run_costs: runs({ r: cost }) }) })
    expect(judgement.findings.map((finding) => finding.level)).toEqual(levels)
    expect(judgement.verdict).toBe(verdict)
  })

  it('are both told for a run above both, and name the dearest run', () => {
    const both = thresholds('warn_cost_per_run_usd: 1\n      error_cost_per_run_usd: 5')
    const { findings } = judged({ policy: both, head: head({ run_costs: runs({ r1: 6, r2: 1.5, r3: 0.1 }) }) })
    expect(findings.map(({ subject, message }) => [subject, message])).toEqual([
      [{ kind: 'run', name: 'r1' }, 'run r1 cost $6.00, limit $5.00 per run'],
      [{ kind: 'run', name: 'r1' }, 'run r1 cost $6.00, limit $1.00 per run (2 of 3 runs are over)'],
    ])
  })

  it('are unmatched where no call names a run', () => {
    const { checks } = judged({ policy: thresholds('warn_cost_per_run_usd: 0') })
    expect(checks.find(({ rule }) => rule === 'warn_cost_per_run_usd')).toMatchObject({ outcome: 'unmatched', subject: { kind: 'run' } })
  })
})

describe('the cost of a day or month', () => {
  const days = { '2026-11-02': 40, '2026-11-03': 62, '2026-11-04': 51 }
  const months = { '2026-10': 999, '2026-11': 1001 }

  it.each([
    ['max_cost_per_day_usd: 50', '', 'a: cost $62.00 on 2026-11-03, limit $50.00 per day (2 of 3 days are over)', '2026-11-03'],
    ['max_cost_per_day_usd: 55', '', 'a: cost $62.00 on 2026-11-03, limit $55.00 per day', '2026-11-03'],
    ['max_cost_per_month_usd: 1000', '', 'a: cost $1,001.00 in 2026-11, limit $1,000.00 per month', '2026-11'],
    ['max_daily_spend_usd: 55', 'agent', 'a: cost $62.00 on 2026-11-03, limit $55.00 per day', '2026-11-03'],
    ['max_daily_spend_usd: 55', 'model', 'a: cost $62.00 on 2026-11-03, limit $55.00 per day', '2026-11-03'],
    ['max_cost_per_day_usd: 55', 'model', 'a: cost $62.00 on 2026-11-03, limit $55.00 per day', '2026-11-03'],
    ['max_cost_per_month_usd: 1000', 'model', 'a: cost $1,001.00 in 2026-11, limit $1,000.00 per month', '2026-11'],
  ])('breaks %s about %s', (line, subject, message, period) => {
    const kind = subject === '' ? 'agent' : subject
    const about = subject === '' ? '' : `    subject: ${subject}\n`
    const rules = policy(`policies:\n  - name: g\n${about}    limits:\n      a: { ${line} }\n`)
    // The other kind has the same name and no cost, so that a mix-up shows.
    const spent = { daily_cost_usd: days, monthly_cost_usd: months }
    const usage = head({
      agent_stats: { a: agent({}, kind === 'agent' ? spent : {}) },
      model_stats: { a: model({}, kind === 'model' ? spent : {}) },
    })
    const { findings } = judged({ policy: rules, head: usage })
    expect(findings).toMatchObject([{ level: 'error', subject: { kind, name: 'a' }, message, period, unit: 'usd' }])
  })

  it.each([
    ['equal to the limit', 100, 100, 'pass'],
    ['one picodollar above', 100, 100.000000000001, 'fail'],
    ['nothing, with a limit of nothing', 0, 0, 'pass'],
    ['one picodollar, with a limit of nothing', 0, PICO, 'fail'],
  ])('of %s', (_what, usd, cost, verdict) => {
    const usage = head({ model_stats: { m: model({ '2026-11-03': cost }) } })
    expect(judged({ policy: limit('m', `max_daily_spend_usd: ${usd}`), head: usage }).verdict).toBe(verdict)
  })

  it('is that of the first day among equals, whatever the order of the document', () => {
    const period = (daily: Record<string, number>) =>
      judged({ policy: limit('m', 'max_daily_spend_usd: 1'), head: head({ model_stats: { m: model(daily) } }) }).findings[0]?.period
    expect(period({ '2026-11-03': 2, '2026-11-02': 2 })).toBe('2026-11-02')
    expect(period({ '2026-11-02': 2, '2026-11-03': 2 })).toBe('2026-11-02')
  })

  it('has nothing to judge where no call has a time', () => {
    const { checks } = judged({ policy: limit('m', 'max_daily_spend_usd: 0'), head: head({ model_stats: { m: model() } }) })
    expect(checks.find(({ rule }) => rule === 'max_daily_spend_usd')).toMatchObject({
      outcome: 'unmatched',
      message: 'm: no call has a time, so there is no cost per day',
    })
  })
})

describe('approval', () => {
  const o1 = limit('o1*', 'require_approval: true')

  it('is required for any use of a matching model, even one that cost nothing', () => {
    const usage = head({ model_stats: { 'o1-preview': model(), 'o1-mini': model({}, { calls: 1, cost_usd: 0 }), 'gpt-4o': model() } })
    expect(judged({ policy: o1, head: usage }).findings).toMatchObject([
      {
        level: 'error',
        subject: { kind: 'model', name: 'o1-mini' },
        message: 'o1-mini requires approval: 1 call, $0.00',
        actual: 1,
        limit: null,
      },
      { message: 'o1-preview requires approval: 3 calls, $0.18', actual: 3, unit: 'calls', percent_of_limit: null, policy: { line: 5 } },
    ])
  })

  it('is not required for a model that is known from earlier days alone', () => {
    const usage = head({ model_stats: { 'o1-preview': model({ '2026-11-01': 5 }, { calls: 0, cost_usd: 0 }) } })
    expect(judged({ policy: o1, head: usage }).verdict).toBe('pass')
  })

  it('can be required for an agent', () => {
    const about = policy('policies: [{ name: g, subject: agent, limits: { a: { require_approval: true } } }]')
    expect(judged({ policy: about, head: head({ agent_stats: { a: agent() } }) }).findings).toMatchObject([
      { subject: { kind: 'agent', name: 'a' }, message: 'a requires approval: 3 calls, $0.18' },
    ])
    expect(judged({ policy: about, head: head({ model_stats: { a: model() } }) }).verdict).toBe('pass')
  })
})
