import { describe, expect, it } from 'vitest'
import type { Source } from '../../../src/generated/types.ts'
import { isFlowAlone } from '../../../src/judge/flow/flow-alone.ts'
import { model } from '../../support/judge/builders.ts'
import { judgeFlowBy, sayOfFlow } from '../../support/judge/flow-rulings.ts'
import { called, type Flow, step, steps } from '../../support/judge/flows.ts'

const source = (format: Source['format']): Source => ({ path: format, format, role: 'counted', files: 1, records: 1, cost_usd: 0 })
const ALONE: Flow = { sources: [source('flow-summary')] }

describe('flow summaries are all that was read', () => {
  it.each<[readonly Source['format'][], boolean]>([
    [[], false],
    [['flow-summary'], true],
    [['flow-summary', 'flow-summary'], true],
    [['flow-summary', 'ledger'], false],
    [['ledger'], false],
  ])('where the sources are %j: %s', (formats, isAlone) => {
    expect(isFlowAlone({ sources: formats.map(source) })).toBe(isAlone)
  })
})

describe('a list of models says of each model', () => {
  const flow: Flow = { models: [called('m-2', 2), called('m-1', 1)], ...steps(step('plan', { models: ['m-3'] })) }

  it('whether it is on it, by name or as what, and how often it was called', () => {
    expect(sayOfFlow('models: { allowlist: [m-1, "m-3*"] }', flow)).toEqual([
      'passed: m-1 is on the allowlist: 1 call',
      'error: m-2 is not on the allowlist: 2 calls',
      'passed: m-3 is on the allowlist as m-3*: a step called it',
    ])
    expect(sayOfFlow('models: { denylist: [m-1, "m-3*"] }', flow)).toEqual([
      'error: m-1 is on the denylist: 1 call',
      'passed: m-2 is not on the denylist: 2 calls',
      'error: m-3 is on the denylist as m-3*: a step called it',
    ])
  })

  it('at the line of the entry that means it, or else of the list', () => {
    const yaml = 'models:\n  denylist:\n    - m-1\n    - m-2\n'
    expect(judgeFlowBy(yaml, flow).map(({ rule, subject, actual, unit, policy }) => [rule, subject, actual, unit, policy?.line])).toEqual([
      ['denylist', { kind: 'model', name: 'm-1' }, 1, 'calls', 3],
      ['denylist', { kind: 'model', name: 'm-2' }, 2, 'calls', 4],
      ['denylist', { kind: 'model', name: 'm-3' }, null, 'calls', 2],
    ])
    expect(judgeFlowBy(yaml, flow)[0]).not.toHaveProperty('step')
  })

  it('of none that it forbids nothing, or that no model was called', () => {
    expect(judgeFlowBy('models: { allowlist: [], denylist: [x] }', {})).toMatchObject([
      ...[{ rule: 'allowlist', outcome: 'unmatched', message: 'the allowlist is empty, so it forbids nothing' }],
      { rule: 'denylist', outcome: 'unmatched', subject: { kind: 'model', name: null }, unit: 'calls', message: 'no model was called' },
    ])
  })

  it('that it is denied in another spelling or by its snapshot, by the first entry that means it', () => {
    const dated: Flow = { models: [called('gpt-4o-2024-08-06'), called('openai/gpt-4o')] }
    expect(sayOfFlow('models: { denylist: [other, gpt-4o] }', dated)).toEqual([
      'error: gpt-4o-2024-08-06 is on the denylist as gpt-4o: 1 call',
      'error: openai/gpt-4o is on the denylist as gpt-4o: 1 call',
    ])
  })
})

describe('models that were called', () => {
  const denied = (flow: Flow) => sayOfFlow('models: { denylist: [x] }', flow)

  it('are counted as the larger of what logs and records say', () => {
    const both = (logged: number, recorded: number): Flow => ({
      models: [called('x', logged)],
      model_stats: { x: model({}, { calls: recorded }) },
    })
    expect(denied(both(3, 2))).toEqual(['error: x is on the denylist: 3 calls'])
    expect(denied(both(2, 3))).toEqual(['error: x is on the denylist: 3 calls'])
    expect(denied({ ...both(0, 0), ...steps(step('a', { models: ['x'] })) })).toEqual(['error: x is on the denylist: a step called it'])
    expect(denied({ ...both(1, 0), ...steps(step('a', { models: ['x'] })) })).toEqual(['error: x is on the denylist: 1 call'])
  })

  it('are told by name, whatever the order of the documents', () => {
    const names = (...listed: string[]) => denied({ models: listed.map((name) => called(name)) }).map((said) => said.split(' ')[1])
    expect(names('b', 'x', 'B', 'a')).toEqual(['B', 'a', 'b', 'x'])
    expect(names('a', 'B', 'b', 'x')).toEqual(['B', 'a', 'b', 'x'])
  })

  it('are no models where tools are called, unless they used tokens or cost something', () => {
    const unknown = { ...called('unknown', 3, 0) }
    expect(denied({ models: [unknown] })).toEqual(['unmatched: no model was called'])
    expect(denied({ models: [{ ...unknown, cost_usd: 0.5 }] })).toEqual(['passed: unknown is not on the denylist: 3 calls'])
    expect(denied({ models: [called('unknown', 3, 1)] })).toEqual(['passed: unknown is not on the denylist: 3 calls'])
    expect(denied({ models: [called('free', 3, 0)] })).toEqual(['passed: free is not on the denylist: 3 calls'])
  })

  it('of a flow summary alone are judged step by step, and the others are a warning at most', () => {
    const flow: Flow = {
      ...ALONE,
      models: [called('x', 4), called('y', 1), called('unknown', 2, 5)],
      ...steps(step('b', { models: ['x', 'y'] }), step('a', { models: ['x'] }), step('c'), step('d', { models: [] })),
    }
    const yaml = 'models: { denylist: [x, y, unknown] }'
    expect(sayOfFlow(yaml, flow)).toEqual([
      'error: x is on the denylist: step a called it',
      'error: x is on the denylist: step b called it',
      'warning: y is on the denylist: 1 call; a warning, since it is the first model of no step',
    ])
    expect(judgeFlowBy(yaml, flow).map(({ step: name, actual }) => [name, actual])).toEqual([
      ['a', null],
      ['b', null],
      [undefined, 1],
    ])
  })

  it('of a flow summary without steps are a notice where the list says so', () => {
    expect(sayOfFlow('models: { denylist: [x], level: notice }', { ...ALONE, models: [called('x')] })).toEqual([
      'notice: x is on the denylist: 1 call; a warning, since it is the first model of no step',
    ])
    expect(sayOfFlow('models: { denylist: [x] }', ALONE)).toEqual(['unmatched: no model was called'])
  })
})
