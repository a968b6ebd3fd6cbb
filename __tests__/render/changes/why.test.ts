import { describe, expect, it } from 'vitest'
import { describeCause } from '../../../src/render/changes/causes.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { buildCause } from '../../support/render/changes.ts'
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

  it('shows what has no model as a driver of its own', () => {
    const explanation = { drivers: [{ driver: 'unattributed', delta_usd: 0.7037133 } as const], causes: [], main_cause: null }
    expect(renderComment(buildReport({ explanation }), { maxLength: 65_000 })).toContain('| Not attributed<br>')
  })

  const none = { from_model: null, model: null }
  it.each([
    [buildCause(), 'classify moved from gpt-4o-mini to gpt-4o'],
    [buildCause({ baseline_value: 0.3, head_value: 0.6 }), 'classify moved from gpt-4o-mini to gpt-4o, 30 % → 60 % of its calls'],
    [buildCause({ group: null, group_by: 'none' }), 'calls moved from gpt-4o-mini to gpt-4o'],
    [buildCause({ group: 'planner', group_by: 'agent' }), 'planner without a step moved from gpt-4o-mini to gpt-4o'],
    [buildCause({ from_model: null, baseline_value: 0.1, head_value: 0.2 }), 'classify: gpt-4o, 10 % → 20 % of its calls'],
    [buildCause({ model: null }), 'classify moved away from gpt-4o-mini'],
    [buildCause({ driver: 'activity', from_model: null, baseline_value: 0, head_value: 3 }), 'classify is new: 3 calls on gpt-4o'],
    [buildCause({ driver: 'activity', from_model: null, baseline_value: 12, head_value: 0 }), 'classify is gone: 12 calls on gpt-4o less'],
    [buildCause({ driver: 'activity', from_model: null, baseline_value: 12, head_value: 15 }), 'classify: 12 → 15 calls on gpt-4o'],
    [buildCause({ ...none, driver: 'activity', baseline_value: 1, head_value: 2 }), 'classify: 1 → 2 calls'],
    [
      buildCause({ driver: 'tokens_per_call', from_model: null, baseline_value: 1234.4, head_value: 1566.6 }),
      'classify on gpt-4o: 1,234 → 1,567 tokens per call',
    ],
    [
      buildCause({ driver: 'price', from_model: null, baseline_value: 2.5, head_value: 3 }),
      'classify on gpt-4o: $2.50 → $3.00 per 1M tokens',
    ],
    [
      buildCause({ driver: 'price', group: null, group_by: 'none', from_model: null, baseline_value: 2.5, head_value: 3 }),
      'gpt-4o: $2.50 → $3.00 per 1M tokens',
    ],
    [buildCause({ ...none, driver: 'unattributed', group: null }), 'a part of the total that the file gives no model for'],
  ])('names a cause in words: %#', (cause, words) => {
    expect(describeCause(cause, PLAIN)).toBe(words)
  })
})
