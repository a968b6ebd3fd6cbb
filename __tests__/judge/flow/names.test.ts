import { describe, expect, it } from 'vitest'
import { model, stats } from '../../support/judge/builders.ts'
import { called, type Expected, type Flow, outcomeOf, step, steps } from '../../support/judge/flows.ts'

describe('per_step: which of the limits on failed runs decides about a step that always fails', () => {
  const [none, any] = ['{ max_error_rate: 0 }', '{ max_error_rate: 1 }']
  it.each<readonly [why: string, perStep: string, name: string, expected: Expected]>([
    ['a name overrides the default, looser', `default: ${none}, a: ${any}`, 'a', 'passed'],
    ['a name overrides the default, tighter', `default: ${any}, a: ${none}`, 'a', 'failed'],
    ['wherever the default stands', `a: ${any}, default: ${none}`, 'a', 'passed'],
    ['the default is about every other step', `default: ${none}, a: ${any}`, 'b', 'failed'],
    ['and about a step of its own name', `default: ${none}`, 'default', 'failed'],
    ['a glob overrides the default', `default: ${none}, "a-*": ${any}`, 'a-1', 'passed'],
    ['where it matches', `default: ${none}, "a-*": ${any}`, 'b-1', 'failed'],
    ['a star does, too', `"*": ${any}, default: ${none}`, 'a', 'passed'],
    ['a name overrides a glob', `"a-*": ${any}, a-1: ${none}`, 'a-1', 'failed'],
    ['the longer glob overrides the shorter', `"a-b*": ${any}, "a-*": ${none}`, 'a-bc', 'passed'],
    ['a question mark is one character', `default: ${none}, "a?": ${any}`, 'ab', 'passed'],
    ['and not two', `default: ${none}, "a?": ${any}`, 'abc', 'failed'],
    ['capitals differ', `default: ${none}, A: ${any}`, 'a', 'failed'],
  ])('%s', (_why, perStep, name, expected) => {
    expect(outcomeOf(`per_step: { ${perStep} }`, steps(step(name, { errors: 1 })), 'max_error_rate', name)).toBe(expected)
  })

  const TIGHT = 'default: { max_error_rate: 0, max_avg_latency_ms: 5 }'
  it.each<readonly [why: string, perStep: string, merge: string, expected: Expected | 'absent']>([
    ['an entry replaces the default, other keys too', `${TIGHT}, a: { max_error_rate: 1 }`, '', 'absent'],
    ['where it says so', `${TIGHT}, a: { max_error_rate: 1 }`, 'replace', 'absent'],
    ['an empty entry frees its step', `${TIGHT}, a: {}`, '', 'absent'],
    ['a glob does as much', `${TIGHT}, "a*": {}`, '', 'absent'],
    ['a name replaces a glob', `"a*": { max_avg_latency_ms: 5 }, a: {}`, '', 'absent'],
    ['an entry about another step frees nobody else', `${TIGHT}, b: {}`, '', 'failed'],
    ['up to its last day', `${TIGHT}, a: { expires: 2099-12-31 }`, '', 'absent'],
    ['and no longer', `${TIGHT}, a: { expires: 2001-12-31 }`, '', 'failed'],
    ['override: another key keeps the default', `${TIGHT}, a: { max_error_rate: 1 }`, 'override', 'failed'],
    ['override: an empty entry changes nothing', `${TIGHT}, a: {}`, 'override', 'failed'],
    ['override: key by key', `${TIGHT}, a: { max_error_rate: 1, max_avg_latency_ms: 6 }`, 'override', 'passed'],
    ['a step that is not there is judged by nothing', 'b: { max_avg_latency_ms: 5 }', '', 'unmatched'],
  ])('%s', (_why, perStep, merge, expected) => {
    const subject = expected === 'unmatched' ? 'b' : 'a'
    const yaml = `per_step: { ${perStep} }\n${merge === '' ? '' : `per_step_merge: ${merge}\n`}`
    expect(outcomeOf(yaml, steps(step('a', { ms: 6 })), 'max_avg_latency_ms', subject)).toBe(expected)
  })
})

describe('required_steps: [plan, constructor]', () => {
  it.each<readonly [why: string, flow: Flow, name: string, expected: Expected]>([
    ['it ran', steps(step('plan')), 'plan', 'passed'],
    ['it ran and failed', steps(step('plan', { errors: 1 })), 'plan', 'passed'],
    ['another step ran', steps(step('planner')), 'plan, constructor', 'failed'],
    ['capitals differ', steps(step('Plan')), 'plan, constructor', 'failed'],
    ['it is listed with 0 runs', steps(step('plan', { runs: 0 })), 'plan', 'passed'],
    ['one of two ran', steps(step('plan')), 'constructor', 'failed'],
    ['nothing is known of steps', {}, 'plan, constructor', 'failed'],
    ['records name it, and no events tell of steps', { step_stats: { plan: stats() } }, 'plan', 'passed'],
    ['records name it, events do not', { ...steps(), step_stats: { plan: stats() } }, 'plan, constructor', 'failed'],
  ])('%s', (_why, flow, name, expected) => {
    expect(outcomeOf('required_steps: [plan, constructor]', flow, 'required_steps', name)).toBe(expected)
  })
})

describe('the lists of models', () => {
  const logged = (...names: string[]): Flow => ({ models: names.map((name) => called(name)) })
  it.each<readonly [why: string, lists: string, flow: Flow, rule: string, name: string | null, expected: Expected | 'absent']>([
    ['allowed', 'allowlist: [m-1]', logged('m-1'), 'allowlist', 'm-1', 'passed'],
    ['not allowed', 'allowlist: [m-1]', logged('m-1', 'm-2'), 'allowlist', 'm-2', 'failed'],
    ['allowed by a star', 'allowlist: [x, "m-*"]', logged('m-2-mini'), 'allowlist', 'm-2-mini', 'passed'],
    ['allowed by a question mark', 'allowlist: ["m-?"]', logged('m-2'), 'allowlist', 'm-2', 'passed'],
    ['a question mark is not two characters', 'allowlist: ["m-?"]', logged('m-22'), 'allowlist', 'm-22', 'failed'],
    ['a dot is a dot', 'allowlist: ["m.1"]', logged('mx1'), 'allowlist', 'mx1', 'failed'],
    ['the whole name must match', 'allowlist: ["m-*"]', logged('x-m-1'), 'allowlist', 'x-m-1', 'failed'],
    ['denied', 'denylist: [m-1]', logged('m-1'), 'denylist', 'm-1', 'failed'],
    ['not denied', 'denylist: [m-1]', logged('m-2'), 'denylist', 'm-2', 'passed'],
    ['denied by a glob', 'denylist: ["*-preview"]', logged('m-preview'), 'denylist', 'm-preview', 'failed'],
    ['allowed and denied: denied', 'allowlist: ["*"], denylist: [m-1]', logged('m-1'), 'denylist', 'm-1', 'failed'],
    ['allowed and denied: allowed', 'allowlist: ["*"], denylist: [m-1]', logged('m-1'), 'allowlist', 'm-1', 'passed'],
    ['a model of the records alone', 'denylist: [m-1]', { model_stats: { 'm-1': model() } }, 'denylist', 'm-1', 'failed'],
    ['a model that only a step names', 'denylist: [m-1]', steps(step('a', { models: ['m-1'] })), 'denylist', 'm-1', 'failed'],
    ['a denied model without calls', 'denylist: [m-1]', { models: [called('m-1', 0)] }, 'denylist', 'm-1', 'absent'],
    ['a model from before since', 'denylist: [m-1]', { model_stats: { 'm-1': model({}, { calls: 0 }) } }, 'denylist', null, 'unmatched'],
    ['calls of tools, which name no model', 'allowlist: [x]', { models: [called('unknown', 3, 0)] }, 'allowlist', 'unknown', 'absent'],
    ['spend that names no model', 'allowlist: [x]', { models: [called('unknown', 3, 5)] }, 'allowlist', 'unknown', 'failed'],
    ['no model at all', 'allowlist: [m-1]', {}, 'allowlist', null, 'unmatched'],
    ['an empty list', 'allowlist: [], denylist: [x]', logged('m-1'), 'allowlist', null, 'unmatched'],
  ])('%s', (_why, lists, flow, rule, name, expected) => {
    expect(outcomeOf(`models: { ${lists} }`, flow, rule, name)).toBe(expected)
  })
})
