import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/compare/compare.ts'
import { explain } from '../../../src/compare/explain.ts'
import { scale } from '../../../src/compare/kinds/kinds.ts'
import { judgeHiddenTokens, judgeTokens } from '../../../src/judge/growth/tokens-increase.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { readPolicies } from '../../../src/policy/read-all.ts'
import type { TokensRule } from '../../../src/policy/whole-rule.ts'
import { usd } from '../../../src/words/format.ts'
import { PRICES, priced, STEPS, type Usage } from '../../support/compare/priced.ts'
import { side } from '../../support/compare/sides.ts'
import { judged } from '../../support/judge/builders.ts'

const LIMITS = { maxIncreasePercent: 20, minIncreaseUsd: 0 }

/** One side with the figures of the whole. */
function whole(steps: readonly Usage[], prices = PRICES) {
  const groups = steps.map((step) => priced(step, prices))
  const sum = (of: (kinds: { input: number; cached: number; written: number; output: number }) => number) =>
    groups.reduce((total, { kinds }) => total + (kinds === null ? 0 : of(kinds)), 0)
  const figures = {
    calls: groups.reduce((total, { calls }) => total + calls, 0),
    input_tokens: sum(({ input, cached, written }) => input + cached + written),
    output_tokens: sum(({ output }) => output),
  }
  return { ...side(groups), figures }
}

const before = whole(STEPS)
const timesCalls = (factor: number) => STEPS.map((step) => ({ ...step, calls: step.calls * factor }))

describe('more tokens that lower prices hide', () => {
  const judge = (head: ReturnType<typeof whole>, limits = LIMITS, summary = {}) =>
    judgeHiddenTokens(limits, compare(before, head), explain(before, head), summary)

  it('are a warning that says both figures', () => {
    const [finding] = judge(whole(timesCalls(2), scale(PRICES, 0.55)))
    expect(finding).toMatchObject({ rule: 'tokens_increase', level: 'warning' })
    expect(finding?.message).toMatch(
      /^lower prices hide that more is used: .* tokens, 100 % more than the .* of the baseline; at the prices/,
    )
    expect(finding?.message).toContain('100 % more than it, and not 10 % more; limit 20 %')
    expect(finding?.message).toContain(usd(before.totalUsd * 2))
  })

  it.each<[string, ReturnType<typeof whole>]>([
    ['nothing changed', before],
    ['prices fell and nothing else', whole(STEPS, scale(PRICES, 0.5))],
    ['there are a little more tokens', whole(timesCalls(1.1), scale(PRICES, 0.9))],
    ['the limit on the total is broken anyway', whole(timesCalls(2), scale(PRICES, 0.9))],
    [
      'there are many more cached tokens, which cost little',
      whole(
        STEPS.map((step) => ({
          ...step,
          perCall: { ...step.perCall, cached: step.perCall.cached * 1.5, output: step.perCall.output * 0.9 },
        })),
      ),
    ],
    [
      'prices rose, and there are more tokens that cost little',
      whole(
        STEPS.map((step) => ({
          ...step,
          perCall: { ...step.perCall, cached: step.perCall.cached * 1.5, output: step.perCall.output * 0.7 },
        })),
        scale(PRICES, 1.05),
      ),
    ],
  ])('are none where %s', (_, head) => {
    expect(judge(head)).toEqual([])
  })

  it('are none below the smallest increase that counts, and none that nobody knows of', () => {
    const head = whole(timesCalls(2), scale(PRICES, 0.55))
    expect(judge(head, { ...LIMITS, minIncreaseUsd: 100 })).toEqual([])
    expect(judge(head, LIMITS, { from_disk_calls: 3 })).toEqual([])
    expect(judgeHiddenTokens(LIMITS, compare(before, head), null, {})).toEqual([])
    expect(judgeHiddenTokens(LIMITS, compare({ ...before, figures: {} }, head), explain(before, head), {})).toEqual([])
  })
})

describe('a limit on the growth of all tokens', () => {
  const rule = (limit: number): TokensRule => {
    const policy = { path: 'policy.yaml', line: 3, name: null }
    return { kind: 'total', key: 'max_increase_tokens_percent', limit, level: 'error', approvable: true, policy }
  }
  const judge = (limit: number, tokens: readonly [number | null, number | null]) => {
    const total = { ...compare(before, before).total, baseline_tokens: tokens[0], head_tokens: tokens[1] }
    return judgeTokens([rule(limit)], { total })[0]
  }

  it('is broken above it, and not at it', () => {
    expect(judge(20, [1000, 1201])).toMatchObject({ level: 'error', limit: 20, unit: 'percent', approvable: true })
    expect(judge(20, [1000, 1201])?.message).toBe('tokens: 1,201 tokens, 20.1 % more than the 1,000 of the baseline, limit 20 %')
    expect(judge(20, [1000, 1200])).toMatchObject({ outcome: 'passed', actual: 20 })
    expect(judge(0, [1000, 900])?.message).toBe('tokens: 900 tokens, 10 % fewer than the 1,000 of the baseline, limit 0 %')
    expect(judge(20, [1, 2])?.message).toBe('tokens: 2 tokens, 100 % more than the 1 of the baseline, limit 20 %')
    expect(judge(20, [0, 1])).toMatchObject({
      level: 'error',
      actual: null,
      message: 'tokens: 1 token, and the baseline has none, limit 20 %',
    })
    expect(judge(20, [0, 0])).toMatchObject({ outcome: 'passed', message: 'tokens: 0 tokens, as many as in the baseline, limit 20 %' })
    expect(judge(20, [1000, 1000])?.message).toBe('tokens: 1,000 tokens, as many as in the baseline, limit 20 %')
  })

  it('judges nothing without a baseline, without calls and without figures', () => {
    const unknown = { outcome: 'unmatched', message: 'tokens: the baseline does not say how many it had' }
    expect(judge(20, [null, 5])).toMatchObject(unknown)
    expect(judge(20, [5, null])).toMatchObject(unknown)
    expect(judgeTokens([rule(20)], null)).toMatchObject([{ outcome: 'unmatched' }])
    const { total } = compare(before, before)
    expect(judgeTokens([rule(20)], { total: { ...total, head_calls: 0 } })).toMatchObject([
      { outcome: 'unmatched', message: 'tokens: there are no calls to compare' },
    ])
    expect(judgeTokens([rule(20)], { total: { ...total, head_calls: 1 } })).toMatchObject([{ outcome: 'passed' }])
  })
})

it('more tokens that lower prices hide are a warning whatever a policy file limits that nobody has reviewed', () => {
  const head = whole(timesCalls(2), scale(PRICES, 0.55))
  const high = 'regression: { max_increase_tokens_percent: 1000000 }'
  const rules = (addsOnly: boolean) => {
    const reviewed = { file: 'base.yaml', text: 'min_runs: 0', addsOnly: false }
    return readPolicies([reviewed, { file: 'added.yaml', text: high, addsOnly }])
  }
  const found = (policy: Policy) =>
    judged({ policy, comparison: compare(before, head), explanation: explain(before, head) }).findings.map(({ rule }) => rule)
  expect(found(rules(true))).toContain('tokens_increase')
  expect(found(rules(false))).not.toContain('tokens_increase')
})
