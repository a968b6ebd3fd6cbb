import { describe, expect, it } from 'vitest'
import type { CostSummary, Finding } from '../../../src/generated/types.ts'
import { rulesOnNames } from '../../../src/judge/limits.ts'
import { isFinding, type Ruling } from '../../../src/judge/ruling.ts'
import { dropGuesses, judgeLost } from '../../../src/judge/subjects/lost.ts'
import { readPolicies } from '../../../src/policy/read-all.ts'
import { agent, finding, head, stats } from '../../support/judge/builders.ts'
import { step } from '../../support/judge/flows.ts'

const agents = (...names: readonly string[]) => head({ agent_stats: Object.fromEntries(names.map((name) => [name, agent({ r: 1 })])) })
/** Steps with runs, and steps with calls. */
const flow = (runs: readonly string[], calls: readonly string[], overrides: Partial<CostSummary> = {}) =>
  head({
    steps: runs.map((name) => step(name)),
    step_stats: Object.fromEntries(calls.map((name) => [name, stats()])),
    ...overrides,
  })

function lost(files: readonly string[], before: CostSummary, after: CostSummary): Finding[] {
  const policy = readPolicies(files.map((text, index) => ({ file: `${index}.yaml`, text, addsOnly: index > 0 })))
  return judgeLost(rulesOnNames(policy, '2026-11-03'), before, after).filter(isFinding)
}

const namesOf = (found: readonly Finding[]) => found.map(({ subject }) => subject.name)
const nearOf = (found: readonly Finding[]) => found.map(({ message }) => /the nearest new name is (\S+) /.exec(message)?.[1] ?? null)
const ERRORS = 'per_step: { plan: { max_error_rate: 1 } }'
const COSTS = 'policies: [{ name: g, subject: step, limits: { plan: { max_total_cost_usd: 9 } } }]'

describe('a limit on a step', () => {
  it('that counts runs is lost where no run has the step, whatever is called', () => {
    expect(namesOf(lost([ERRORS], flow(['plan'], ['plan']), flow(['send'], ['plan'])))).toEqual(['plan'])
    expect(namesOf(lost([ERRORS], flow(['plan'], []), flow(['plan'], ['send'])))).toEqual([])
    expect(namesOf(lost([ERRORS], flow(['send'], ['plan']), flow(['send'], ['plan'])))).toEqual([])
    expect(namesOf(lost([ERRORS], flow(['plan'], []), head()))).toEqual(['plan'])
  })

  it('that counts runs needs no calls', () => {
    expect(namesOf(lost([ERRORS], flow(['plan'], []), flow(['send'], [], { calls: 0 })))).toEqual(['plan'])
  })

  it('on its cost is lost where nothing calls it, whatever runs', () => {
    expect(namesOf(lost([COSTS], flow(['plan'], ['plan']), flow(['plan'], ['send'])))).toEqual(['plan'])
    expect(namesOf(lost([COSTS], flow(['plan'], ['plan']), flow(['send'], ['plan'])))).toEqual([])
    expect(namesOf(lost([COSTS], flow(['plan'], ['plan']), flow(['plan'], ['send'], { calls: 0 })))).toEqual([])
  })

  it('may now be about a step that is new, by its runs or by its calls', () => {
    expect(nearOf(lost([ERRORS], flow(['plan'], []), flow(['plan-all'], [])))).toEqual(['plan-all'])
    expect(nearOf(lost([ERRORS], flow(['plan'], []), flow([], ['plan-all'])))).toEqual(['plan-all'])
    expect(nearOf(lost([ERRORS], flow(['plan', 'plan-all'], []), flow([], ['plan-all'])))).toEqual([null])
  })

  it('is lost by itself where an agent of its name is still used', () => {
    const both =
      'policies: [{ name: g, limits: { plan: { max_cost_per_run_usd: 9 } } }, { name: s, subject: step, limits: { plan: { max_total_cost_usd: 9 } } }]'
    const { agent_stats } = agents('plan')
    const found = lost([both], flow([], ['plan'], { agent_stats }), flow([], ['send'], { agent_stats }))
    expect(found.map(({ subject }) => subject)).toEqual([{ kind: 'step', name: 'plan' }])
  })

  it('that is freed of its limit is none', () => {
    const freed = 'per_step: { "pl*": { max_error_rate: 1 }, plan: {} }'
    expect(namesOf(lost([freed], flow(['plan'], []), flow(['send'], [])))).toEqual(['pl*'])
  })
})

describe('a limit on an agent', () => {
  const runs = (...names: readonly string[]) =>
    `policies: [{ name: g, limits: { ${names.map((name) => `${name}: { max_cost_per_run_usd: 9 }`).join(', ')} } }]`
  const both =
    'policies: [{ name: g, subject: agent, limits: { planner: { max_total_cost_usd: 9 }, writer: { max_cost_per_day_usd: 9, max_total_cost_usd: 9 } } }]'

  it('is lost whatever other limit comes before it', () => {
    expect(namesOf(lost([both], agents('planner', 'writer'), agents('other')))).toEqual(['planner', 'writer'])
    expect(namesOf(lost([runs('planner', 'writer')], agents('planner', 'writer'), agents('planner')))).toEqual(['writer'])
  })

  it('is not lost where a single call is left', () => {
    const once = head({ agent_stats: { planner: agent({ r: 1 }, { calls: 1 }) } })
    expect(lost([runs('planner')], agents('planner'), once)).toEqual([])
  })

  it('on its days is lost where the baseline used it, not where it only remembered it', () => {
    const days = 'policies: [{ name: g, subject: agent, limits: { planner: { max_cost_per_day_usd: 9 } } }]'
    const remembered = head({ agent_stats: { planner: agent({}, { calls: 0 }) } })
    expect(namesOf(lost([days], agents('planner'), agents('writer')))).toEqual(['planner'])
    expect(lost([days], remembered, agents('writer'))).toEqual([])
    expect(lost([days], agents('planner'), remembered)).toEqual([])
  })

  it('may now be about no step, and about no name that is only remembered', () => {
    const after = { ...agents('writer'), ...flow(['planner-2'], ['planner-3']), agent_stats: agents('writer').agent_stats }
    expect(nearOf(lost([runs('planner')], agents('planner'), after))).toEqual([null])
    const remembered = head({ agent_stats: { ...agents('writer').agent_stats, 'planner-2': agent({}, { calls: 0 }) } })
    expect(nearOf(lost([runs('planner')], agents('planner'), remembered))).toEqual([null])
  })

  it('may now be about the first by name of those that are as near', () => {
    expect(nearOf(lost([runs('planner')], agents('planner'), agents('planner-b', 'planner-a')))).toEqual(['planner-a'])
  })

  it('may now be about a name that another file or a limit on another kind has', () => {
    const [before, after] = [agents('planner', 'writer'), agents('planner-2', 'writer')]
    expect(nearOf(lost([runs('planner'), runs('planner-2')], before, after))).toEqual(['planner-2'])
    const onModel = 'policies: [{ name: m, subject: model, limits: { planner-2: { max_total_cost_usd: 9 } } }]'
    expect(nearOf(lost([`${runs('planner').slice(0, -1)}, ${onModel.slice('policies: ['.length)}`], before, after))).toEqual(['planner-2'])
  })

  it('is told for each file that has it', () => {
    expect(lost([runs('planner'), runs('planner')], agents('planner'), agents('writer')).map(({ policy }) => policy?.path)).toEqual([
      '0.yaml',
      '1.yaml',
    ])
  })

  it('has a guess for the first fifty', () => {
    const names = Array.from({ length: 51 }, (_, index) => `agent-${index + 10}`)
    const near = nearOf(lost([runs(...names)], agents(...names), agents(...names.map((name) => `${name}-new`))))
    expect(near).toEqual([...names.slice(0, 50).map((name) => `${name}-new`), null])
  })
})

describe('guesses of what a lost name may have meant', () => {
  const subject = { kind: 'agent', name: 'planner' } as const
  const policy = { path: 'policy.yaml', line: 1, name: null }
  const guess = finding({ subject, policy, level: 'notice', actual: null, limit: null, unit: null })
  const lostName = [finding({ rule: 'limit_lost', subject, policy: { ...policy, line: 7 }, level: 'warning' })]
  const outcomesOf = (...rulings: Ruling[]) =>
    dropGuesses(rulings, lostName).map((ruling) => (isFinding(ruling) ? ruling.level : ruling.outcome))

  it('are left out, and nothing else is', () => {
    expect(outcomesOf(guess)).toEqual(['unmatched'])
    expect(outcomesOf({ ...guess, level: 'warning' })).toEqual(['warning'])
    expect(outcomesOf({ ...guess, actual: 3 })).toEqual(['notice'])
    expect(outcomesOf({ ...guess, limit: 3 })).toEqual(['notice'])
    const { level: _, approvable: __, eased: ___, ...result } = guess
    expect(outcomesOf({ ...result, outcome: 'passed' })).toEqual(['passed'])
  })

  it('stay where the name is not lost, or is of another file or kind', () => {
    expect(outcomesOf({ ...guess, subject: { ...subject, name: 'writer' } })).toEqual(['notice'])
    expect(outcomesOf({ ...guess, subject: { ...subject, kind: 'model' } })).toEqual(['notice'])
    expect(outcomesOf({ ...guess, policy: { ...policy, path: 'other.yaml' } })).toEqual(['notice'])
    expect(outcomesOf({ ...guess, policy: null })).toEqual(['notice'])
  })
})
