import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'

const read = (...lines: readonly string[]) => readPolicy('p.yaml', lines.join('\n')).expiries
const at = (line: number, name: string | null) => ({ path: 'p.yaml', line, name })

describe('what ends on some day', () => {
  it('is nothing where nothing says so', () => {
    expect(read('policies: [{ name: g, limits: { x: { max_total_cost_usd: 1 } } }]')).toEqual([])
  })

  it('is a group, and each name of it that says so itself', () => {
    const lines = [
      'policies:',
      '  - name: g',
      '    expires: 2026-12-31',
      '    limits:',
      '      a: { max_total_cost_usd: 1 }',
      '      b:',
      '        max_total_cost_usd: 1',
      '        expires: 2026-11-30',
    ]
    expect(read(...lines)).toEqual([
      { group: 'g', pattern: null, lastDay: '2026-12-31', policy: at(3, 'g') },
      { group: 'g', pattern: 'b', lastDay: '2026-11-30', policy: at(8, 'g') },
    ])
  })

  it.each([
    ['2026-12-30', '2026-12-30', 7],
    ['2026-12-31', '2026-12-31', 7],
    ['2027-01-01', '2026-12-31', 3],
  ])('of a name on %s in a group up to 2026-12-31 is on %s, and stands in line %d', (day, lastDay, line) => {
    const lines = [
      'policies:',
      '  - name: g',
      '    expires: 2026-12-31',
      '    limits:',
      '      b:',
      '        max_total_cost_usd: 1',
      `        expires: ${day}`,
    ]
    expect(read(...lines)[1]).toEqual({ group: 'g', pattern: 'b', lastDay, policy: at(line, 'g') })
  })

  it('is a name in a group that never ends', () => {
    const expiries = read('policies:', '  - { name: g, limits: { b: { max_total_cost_usd: 1, expires: 2026-12-31 } } }')
    expect(expiries).toEqual([{ group: 'g', pattern: 'b', lastDay: '2026-12-31', policy: at(2, 'g') }])
  })

  it('is a group of limits on everything', () => {
    const expiries = read('policies:', '  - { name: g, expires: 2026-12-31, totals: { max_total_cost_usd: 1 } }')
    expect(expiries).toEqual([{ group: 'g', pattern: null, lastDay: '2026-12-31', policy: at(2, 'g') }])
  })

  it('is listed by groups, growth and steps, in this order', () => {
    const expiries = read(
      'per_step: { s: { max_error_rate: 0.1, expires: 2026-01-03 } }',
      'regression: { per_agent: { a: { max_increase_percent: 1, expires: 2026-01-02 } } }',
      'policies: [{ name: g, expires: 2026-01-01, totals: { max_total_cost_usd: 1 } }]',
    )
    expect(expiries).toEqual([
      { group: 'g', pattern: null, lastDay: '2026-01-01', policy: at(3, 'g') },
      { group: 'regression.per_agent', pattern: 'a', lastDay: '2026-01-02', policy: at(2, null) },
      { group: 'per_step', pattern: 's', lastDay: '2026-01-03', policy: at(1, null) },
    ])
  })
})

describe('a last day that no calendar has', () => {
  it.each([
    ['policies:\n  - name: g\n    expires: 2026-02-30\n    totals: { max_total_cost_usd: 1 }', 3],
    ['policies:\n  - name: g\n    limits: { x: { max_total_cost_usd: 1, expires: 2026-02-30 } }', 3],
    ['regression:\n  per_model: { x: { max_increase_percent: 1, expires: 2026-02-30 } }', 2],
    ['per_step:\n  s:\n    max_error_rate: 0.1\n    expires: 2026-02-30', 4],
  ])('is refused with its line (%#)', (text, line) => {
    expect(() => readPolicy('p.yaml', text)).toThrow(
      new RegExp(`^p\\.yaml:${line}: expires must be a day of the calendar, got 2026-02-30$`),
    )
  })

  it('is told from one that only some years have', () => {
    expect(read('policies: [{ name: g, expires: 2028-02-29, totals: { max_total_cost_usd: 1 } }]')).toMatchObject([
      { lastDay: '2028-02-29' },
    ])
  })
})
