import { describe, expect, it } from 'vitest'
import type { Cause, Explanation } from '../../../src/generated/types.ts'
import { renderReasons } from '../../../src/render/changes/bullets.ts'
import { buildCause, buildExplanation } from '../../support/render/changes.ts'
import { buildReport } from '../../support/render/report.ts'
import { buildSummary } from '../../support/render/summary.ts'

const DRIVERS: readonly Explanation['drivers'][number]['driver'][] = [
  'calls',
  'mix',
  'input_tokens_per_call',
  'output_tokens_per_call',
  'cache',
  'tokens_per_call',
  'rates',
  'unattributed',
]
const write = (drivers: Explanation['drivers'], causes: Cause[] = []) =>
  renderReasons(buildReport({ explanation: buildExplanation({ drivers, causes }) }))
const lines = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('- '))
const move = (group: string, more: Partial<Cause> = {}) =>
  buildCause({ driver: 'mix', group, model: 'big', from_model: 'small', baseline_value: 0, head_value: 1, delta_usd: 0.1, ...more })

describe('why the total changed', () => {
  it.each([
    [
      1,
      [
        'more calls',
        'other models',
        'longer prompts',
        'longer answers',
        'less from the cache',
        'more tokens per call',
        'higher prices',
        'of no known model',
      ],
    ],
    [
      -1,
      [
        'fewer calls',
        'other models',
        'shorter prompts',
        'shorter answers',
        'more from the cache',
        'fewer tokens per call',
        'lower prices',
        'of no known model',
      ],
    ],
  ] as const)('has a word for each driver and side: %d', (sign, words) => {
    const written = DRIVERS.map((driver) => lines(write([{ driver, delta_usd: sign }]))[0])
    expect(written).toEqual(words.map((word) => `- **${sign > 0 ? '+' : '−'}$1.00 ${word}**`))
  })

  it('is said of the four strongest, and of none that is small', () => {
    const drivers = DRIVERS.map((driver, index) => ({ driver, delta_usd: 1 / 2 ** index }))
    expect(lines(write(drivers))).toHaveLength(4)
    expect(lines(write([...drivers.slice(0, 1), { driver: 'mix', delta_usd: 0.049 }]))).toHaveLength(1)
    expect(lines(write([...drivers.slice(0, 1), { driver: 'mix', delta_usd: 0.05 }]))).toHaveLength(2)
  })

  it('is one cause where several groups moved alike', () => {
    const drivers = [{ driver: 'mix' as const, delta_usd: 1 }]
    const named = (...groups: string[]) =>
      lines(
        write(
          drivers,
          groups.map((group) => move(group)),
        ),
      )[0]
    const moved = 'moved from <code>small</code> to <code>big</code>'
    expect(named('a', 'b')).toBe(`- **+$1.00 other models**: <code>a</code> and <code>b</code> ${moved}`)
    expect(named('a', 'b', 'c', 'd', 'e')).toContain(`<code>a</code>, <code>b</code>, <code>c</code> and 2 more ${moved}`)
    const others = [move('a'), move('b', { head_value: 0.5 }), move('c', { from_model: 'tiny' })]
    expect(lines(write(drivers, others))[0]).toBe(
      `- **+$1.00 other models**: <code>a</code> ${moved}; <code>b</code> ${moved}, 0 % → 50 % of its calls`,
    )
  })

  it('has no cause that goes the other way', () => {
    const causes = [move('a', { delta_usd: -0.1 }), move('b')]
    expect(write([{ driver: 'mix', delta_usd: 1 }], causes)).not.toContain('<code>a</code>')
  })

  it('is not said where nobody knows, nothing changed, or a saving may be none', () => {
    expect(renderReasons(buildReport({ explanation: null }))).toBe('')
    expect(renderReasons(buildReport({ comparison: null }))).toBe('')
    expect(write([])).toBe('')
    const explanation = buildExplanation({ drivers: [{ driver: 'mix', delta_usd: -1 }], causes: [] })
    expect(renderReasons(buildReport({ explanation, head: buildSummary({ unpriced_calls: 1 }) }))).toBe('')
  })
})
