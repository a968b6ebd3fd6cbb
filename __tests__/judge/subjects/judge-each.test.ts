import { describe, expect, it } from 'vitest'
import { decide, type Ruling } from '../../../src/judge/ruling.ts'
import { judgeEach } from '../../../src/judge/subjects/target.ts'
import type { TargetedRule } from '../../../src/policy/rule.ts'

function rule(kind: 'agent' | 'model', pattern: string): TargetedRule {
  const policy = { path: 'policy.yaml', line: 1, name: null }
  return { kind, key: 'max_total_cost_usd', group: 'g', pattern, limit: 1, level: 'error', approvable: false, policy }
}

interface Used {
  readonly agents?: Readonly<Record<string, number>>
  readonly models?: Readonly<Record<string, number>>
}

/** What is said of each subject: how much it is; those below 0 are not there. */
function judge(rules: readonly TargetedRule[], { agents = {}, models = {} }: Used, isAdded = true) {
  const judgeOne = ({ kind }: TargetedRule, name: string, amount: number): Ruling =>
    decide(false, 'error', { rule: 'max_total_cost_usd', subject: { kind, name }, message: `${name}: ${amount}` })
  const add = (amounts: readonly [number, ...number[]]) => amounts.reduce((sum, amount) => sum + amount)
  const manner = { isThere: (amount: number) => amount >= 0, ...(isAdded && { add }) }
  const rulings = judgeEach(rules, (kind) => (kind === 'agent' ? agents : models), judgeOne, manner)
  return rulings.map((ruling) => [ruling.subject.kind, 'level' in ruling ? ruling.level : ruling.outcome, ruling.message])
}

describe('what a rule is applied to', () => {
  it('is of its own kind alone', () => {
    const both = [rule('agent', 'x'), rule('model', 'x')]
    expect(judge(both, { agents: { x: 1 }, models: { x: 2 } })).toEqual([
      ['agent', 'passed', 'x: 1'],
      ['model', 'passed', 'x: 2'],
    ])
    expect(judge([rule('agent', 'y'), rule('model', 'x')], { agents: { y: 1 }, models: { x: 2, y: 3 } })).toEqual([
      ['agent', 'passed', 'y: 1'],
      ['model', 'passed', 'x: 2'],
    ])
  })

  it('is the sum of all names of a model, and says which', () => {
    const o1 = [rule('model', 'o1')]
    expect(judge(o1, { models: { o1: 1 } })).toEqual([['model', 'passed', 'o1: 1']])
    expect(judge(o1, { models: { 'openai/o1': 1 } })).toEqual([['model', 'passed', 'o1: 1 (used as openai/o1)']])
    expect(judge(o1, { models: { 'openai/o1': 1, o1: 2 } })).toEqual([['model', 'passed', 'o1: 3 (used as o1 and openai/o1)']])
    expect(judge(o1, { models: { 'openai/o1': 1, o1: 2 } }, false)).toEqual([
      ['model', 'passed', 'o1: 2'],
      ['model', 'passed', 'openai/o1: 1'],
    ])
  })

  it('is each name by itself for a glob', () => {
    expect(judge([rule('model', '*o1')], { models: { 'openai/o1': 1, o1: 2 } })).toEqual([
      ['model', 'passed', 'o1: 2'],
      ['model', 'passed', 'openai/o1: 1'],
    ])
  })

  it('is nothing that is not there', () => {
    expect(judge([rule('agent', '*')], { agents: { a: -1, b: 1 } })).toEqual([['agent', 'passed', 'b: 1']])
    expect(judge([rule('agent', 'a')], { agents: { a: -1 } })).toEqual([['agent', 'unmatched', 'a: no such agent was used']])
  })
})

describe('a name that may have been meant', () => {
  const NOTICE = ['agent', 'notice', 'reviwer: no such agent was used, did you mean reviewer?']

  it('is asked for where the written one does not occur', () => {
    expect(judge([rule('agent', 'reviwer')], { agents: { reviewer: 1 } })).toEqual([NOTICE])
  })

  it('is none that is not there', () => {
    expect(judge([rule('agent', 'reviwer')], { agents: { reviewer: -1 } })).toEqual([
      ['agent', 'unmatched', 'reviwer: no such agent was used'],
    ])
  })

  it('is none where the written one is known, and only not there', () => {
    expect(judge([rule('agent', 'reviwer')], { agents: { reviwer: -1, reviewer: 1 } })).toEqual([
      ['agent', 'unmatched', 'reviwer: no such agent was used'],
    ])
  })

  it('is none where another rule decides about what the written one means', () => {
    const rules = [rule('model', 'reviewer-o'), rule('model', 'reviewer-o-2024-08-06')]
    expect(judge(rules, { models: { 'reviewer-o-2024-08-06': 1, 'reviewer-p': 2 } })).toEqual([
      ['model', 'unmatched', 'reviewer-o: every model it matches has a more specific limit'],
      ['model', 'passed', 'reviewer-o-2024-08-06: 1'],
    ])
  })
})
