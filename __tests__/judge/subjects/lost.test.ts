import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { agent, head, judged, model, policy, stats } from '../../support/judge/builders.ts'

const agents = (...names: readonly string[]) => head({ agent_stats: Object.fromEntries(names.map((name) => [name, agent({ r: 1 })])) })
const models = (...names: readonly string[]) =>
  head({ model_stats: Object.fromEntries(names.map((name) => [name, model({ '2026-11-03': 1 })])) })
const one = (name: string, limits = 'max_cost_per_run_usd: 9') =>
  `policies: [{ name: g, limits: { ${JSON.stringify(name)}: { ${limits} } } }]`

function lost(yaml: string, before: CostSummary | null, after: CostSummary): string[] {
  const { findings } = judged({ policy: policy(yaml), before, head: after })
  return findings.filter(({ rule }) => rule === 'limit_lost').map(({ level, message }) => `${level}: ${message}`)
}

describe('a limit that matched in the baseline and matches nothing now', () => {
  it('is a warning that names the nearest new name', () => {
    expect(lost(one('planner'), agents('planner', 'writer'), agents('planner-v2', 'writer'))).toEqual([
      'warning: planner: limits on this agent matched in the baseline, and match nothing now; the nearest new name is planner-v2 and has no limit of its own: write that, or remove the limits',
    ])
  })

  it.each([
    ['plan', ['planner', 'plans'], 'plans'],
    ['team/planner', ['planner', 'writer'], 'planner'],
    ['planner', ['planer', 'writer'], 'planer'],
    ['gpt-4o-*', ['gpt-4o', 'o3'], 'gpt-4o'],
  ])('%s may be one of %j: %s', (name, now, near) => {
    const before = name.replace('*', 'mini')
    expect(lost(one(name), agents(before), agents(...now))).toEqual([expect.stringContaining(`the nearest new name is ${near} and `)])
  })

  it('says what to do where nothing new is like it', () => {
    expect(lost(one('planner'), agents('planner', 'writer'), agents('writer'))).toEqual([
      'warning: planner: limits on this agent matched in the baseline, and match nothing now; remove them, or write the name that is used now',
    ])
    // The name has limits of its own, or was there before.
    const both = 'policies: [{ name: g, limits: { planner: { max_cost_per_run_usd: 9 }, planner-v2: { max_cost_per_run_usd: 9 } } }]'
    expect(lost(both, agents('planner'), agents('planner-v2'))[0]).not.toContain('nearest')
    expect(lost(one('planner'), agents('planner', 'planner-v2'), agents('planner-v2'))[0]).not.toContain('nearest')
  })

  it('is one warning for all limits on the name, at the first of its lines, and no guess beside it', () => {
    const yaml = `policies:
  - name: a
    limits:
      planner: { max_cost_per_run_usd: 9, max_cost_per_day_usd: 9, max_total_cost_usd: 9 }
  - name: b
    limits:
      planner: { max_input_tokens: 9 }
regression:
  per_agent: { planner: { max_increase_percent: 10 } }
`
    const { findings } = judged({ policy: policy(yaml), before: agents('planner'), head: agents('planer') })
    expect(findings).toMatchObject([{ rule: 'limit_lost', policy: { line: 4 }, subject: { kind: 'agent', name: 'planner' } }])
  })

  it.each<[string, CostSummary | null, CostSummary]>([
    ['there is no summary of the baseline', null, agents('planer-v9')],
    ['the baseline did not use it either', agents('writer'), agents('writer')],
    ['it is used', agents('planner'), agents('planner')],
    ['nothing was used at all', agents('planner'), head({ calls: 0 })],
  ])('is silent where %s', (_what, before, after) => {
    expect(lost(one('planner'), before, after)).toEqual([])
  })

  it('has expired, and nobody misses it', () => {
    expect(lost(one('planner', 'max_cost_per_run_usd: 9, expires: 2026-11-02'), agents('planner'), agents('writer'))).toEqual([])
    expect(lost(one('planner', 'max_cost_per_run_usd: 9, expires: 2026-11-03'), agents('planner'), agents('writer'))).toHaveLength(1)
  })

  it('is none of a model that requires approval: that nobody uses it is what was wanted', () => {
    expect(lost(one('o1', 'require_approval: true'), models('o1'), models('gpt-4o'))).toEqual([])
    expect(lost(one('o1', 'max_daily_spend_usd: 1'), models('o1'), models('gpt-4o'))).toHaveLength(1)
  })

  it('is not lost where a snapshot took its place', () => {
    expect(lost(one('gpt-4o', 'max_daily_spend_usd: 9'), models('gpt-4o'), models('openai/gpt-4o-2024-08-06'))).toEqual([])
    expect(lost(one('gpt-4o', 'max_daily_spend_usd: 9, exact: true'), models('gpt-4o'), models('openai/gpt-4o-2024-08-06'))).toHaveLength(1)
  })

  it('on days still holds for an agent that is known from earlier days alone, one on runs does not', () => {
    const earlier = head({
      agent_stats: { planner: agent({}, { calls: 0, daily_cost_usd: { '2026-11-01': 1 } }), writer: agent({ r: 1 }) },
    })
    expect(lost(one('planner', 'max_cost_per_day_usd: 9'), agents('planner'), earlier)).toEqual([])
    expect(lost(one('planner', 'max_cost_per_run_usd: 9'), agents('planner'), earlier)).toHaveLength(1)
  })

  it('may be about a step of a flow', () => {
    const flow = (name: string) =>
      head({
        steps: [{ name, runs: 1, successes: 1, errors: 0, latency_total_ms: 1, latency_count: 1, error_types: {} }],
        step_stats: { [name]: stats() },
      })
    expect(lost('per_step: { plan: { max_error_rate: 1 } }', flow('plan'), flow('plan-all'))).toEqual([expect.stringContaining('plan-all')])
  })
})

describe('a name of the policy that nobody used, without a baseline', () => {
  const said = (yaml: string, after: CostSummary) =>
    judged({ policy: policy(yaml), head: after }).findings.map(({ level, message }) => `${level}: ${message}`)

  it.each([
    ['o1-preview-2024-09-12', 'o1-preview-2024-12-17'],
    ['o1-preview-2024-09-12', 'o1-preview'],
    ['azure/o1', 'openai/o1'],
    ['o1', 'someone/o1'],
  ])('differs by a date or prefix only: %s, %s', (written, used) => {
    expect(said(one(written, 'max_daily_spend_usd: 9'), models(used))).toEqual([
      `notice: ${written}: no such model was used, did you mean ${used}?`,
    ])
  })

  it.each([
    ['Planner', 'planner'],
    ['planner-2024-09-12', 'planner'],
    ['team/planner', 'planner'],
  ])('may be an agent: %s, %s', (written, used) => {
    expect(said(one(written), agents(used))).toEqual([`notice: ${written}: no such agent was used, did you mean ${used}?`])
  })

  it('is not guessed where the used name has a limit that means it', () => {
    const yaml = 'policies: [{ name: g, limits: { gpt-4o: { max_daily_spend_usd: 9 }, gpt-4o-2024-05-13: { max_daily_spend_usd: 9 } } }]'
    expect(said(yaml, models('gpt-4o-2024-08-06'))).toEqual([])
  })
})
