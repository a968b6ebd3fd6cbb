import { describe, expect, it } from 'vitest'
import { describeCause } from '../../../src/render/changes/causes.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { renderTerminal } from '../../../src/render/terminal.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { buildCause, buildExplanation } from '../../support/render/changes.ts'
import { buildReport } from '../../support/render/report.ts'

describe('why it changed', () => {
  it('shows drivers that add up to the change of the total', () => {
    const body = renderComment(buildReport(), { maxLength: 65_000 })
    const amounts = [...body.matchAll(/^\| (?:[A-Z][a-z ]+<br>.*?|\*\*Together\*\*) \| \*{0,2}([+−])\$([\d.]+)/gm)].map(
      ([, sign, digits]) => (sign === '−' ? -1 : 1) * Number(digits),
    )
    const total = amounts.pop()
    expect(amounts).toHaveLength(4)
    // Each of the four is rounded to four decimals.
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total ?? 0, 3)
  })

  it('leaves out drivers that changed nothing', () => {
    expect(renderComment(buildReport(), { maxLength: 65_000 })).not.toContain('Not attributed')
  })

  it('leaves out a driver that is rounding beside the others', () => {
    const drivers = [{ driver: 'calls', delta_usd: 3 } as const, { driver: 'cache', delta_usd: 0.000004 } as const]
    expect(renderComment(buildReport({ explanation: buildExplanation({ drivers }) }), { maxLength: 65_000 })).not.toContain('Cache use')
  })

  it('says where input and output could not be told apart', () => {
    const drivers = [{ driver: 'tokens_per_call', delta_usd: 0.7037133 } as const]
    const explanation = buildExplanation({ drivers, kinds: { fitted: 0, catalog: 0, unknown: 2 }, causes: [], main_cause: null })
    for (const text of [
      renderComment(buildReport({ explanation }), { maxLength: 65_000 }),
      renderTerminal(buildReport({ explanation }), (_, words) => words),
    ])
      expect(text).toContain('What input, cached and output tokens of 2 models cost apart is not known')
    expect(renderComment(buildReport(), { maxLength: 65_000 })).not.toContain('cost apart')
  })

  it('shows what has no model as a driver of its own', () => {
    const drivers = [{ driver: 'unattributed', delta_usd: 0.7037133 } as const]
    const explanation = buildExplanation({ drivers, causes: [], main_cause: null })
    expect(renderComment(buildReport({ explanation }), { maxLength: 65_000 })).toContain('| Not attributed<br>')
  })

  const none = { from_model: null, model: null }
  const spread = { ...none, group: null, baseline_value: null, head_value: null }
  it.each([
    [buildCause(), 'classify moved from gpt-4o-mini to gpt-4o'],
    [buildCause({ baseline_value: 0.3, head_value: 0.6 }), 'classify moved from gpt-4o-mini to gpt-4o, 30 % → 60 % of its calls'],
    [buildCause({ group: null, group_by: 'none' }), 'calls moved from gpt-4o-mini to gpt-4o'],
    [buildCause({ group: 'planner', group_by: 'agent' }), 'agent planner moved from gpt-4o-mini to gpt-4o'],
    [buildCause({ from_model: null, baseline_value: 0.1, head_value: 0.2 }), 'classify: gpt-4o, 10 % → 20 % of its calls'],
    [buildCause({ model: null }), 'classify moved away from gpt-4o-mini'],
    [buildCause({ driver: 'calls', from_model: null, baseline_value: 0, head_value: 3 }), 'classify is new: 3 calls on gpt-4o'],
    [buildCause({ driver: 'calls', from_model: null, baseline_value: 12, head_value: 0 }), 'classify is gone: 12 calls on gpt-4o less'],
    [buildCause({ driver: 'calls', from_model: null, baseline_value: 12, head_value: 15 }), 'classify: 12 → 15 calls on gpt-4o'],
    [buildCause({ ...none, driver: 'calls', baseline_value: 1, head_value: 2 }), 'classify: 1 → 2 calls'],
    [
      buildCause({ driver: 'tokens_per_call', from_model: null, baseline_value: 1234.4, head_value: 1566.6 }),
      'classify on gpt-4o: 1,234 → 1,567 tokens per call',
    ],
    [
      buildCause({ driver: 'rates', from_model: null, baseline_value: 2.5, head_value: 3 }),
      'classify on gpt-4o: $2.50 → $3.00 per 1M tokens',
    ],
    [
      buildCause({ driver: 'rates', group: null, group_by: 'none', from_model: null, baseline_value: 2.5, head_value: 3 }),
      'gpt-4o: $2.50 → $3.00 per 1M tokens',
    ],
    [
      buildCause({ driver: 'rates', kind: 'cached', group: null, group_by: 'none', from_model: null, baseline_value: 2.5, head_value: 3 }),
      'gpt-4o: $2.50 → $3.00 per 1M cached input tokens',
    ],
    [
      buildCause({
        driver: 'input_tokens_per_call',
        group: 'worker',
        group_by: 'agent',
        from_model: null,
        baseline_value: 10,
        head_value: 20,
      }),
      'agent worker on gpt-4o: 10 → 20 input tokens per call',
    ],
    [
      buildCause({ driver: 'output_tokens_per_call', from_model: null, baseline_value: 10, head_value: 20 }),
      'classify on gpt-4o: 10 → 20 output tokens per call',
    ],
    [
      buildCause({ driver: 'cache', from_model: null, baseline_value: 0.5, head_value: 0.25 }),
      'classify on gpt-4o: 50 % → 25 % of the prompt read from cache',
    ],
    [buildCause({ driver: 'cache', from_model: null, baseline_value: 0, head_value: 0 }), 'classify on gpt-4o: other writes to the cache'],
    [
      buildCause({ ...spread, driver: 'calls', spread: { models: 60, of_models: 60, groups: 13, of_groups: 13 } }),
      'in all 60 models, all 13 steps',
    ],
    [
      buildCause({ ...spread, driver: 'cache', spread: { models: 12, of_models: 60, groups: 5, of_groups: 13 } }),
      'in 12 of 60 models, 5 of 13 steps',
    ],
    [
      buildCause({
        ...spread,
        driver: 'mix',
        model: 'gpt-4o',
        group_by: 'agent',
        spread: { models: 1, of_models: 2, groups: 8, of_groups: 9 },
      }),
      'gpt-4o in 8 of 9 agents',
    ],
    [buildCause({ ...none, driver: 'unattributed', group: null }), 'a part of the total that the file gives no model for'],
  ])('names a cause in words: %#', (cause, words) => {
    expect(describeCause(cause, PLAIN)).toBe(words)
  })
})
