import { describe, expect, it } from 'vitest'
import { judgeChange } from '../../../src/judge/growth/change.ts'
import { change } from '../../support/judge/builders.ts'

interface Case {
  readonly usd: readonly [before: number, now: number]
  readonly limit?: number
  readonly minIncreaseUsd?: number
  readonly warnAtPercent?: number
}

function judge({ usd: [before, now], limit = 20, minIncreaseUsd = 0, warnAtPercent }: Case) {
  const facts = {
    rule: 'max_increase_percent',
    subject: { kind: 'total' as const, name: null },
    limit,
    unit: 'percent' as const,
    ...(warnAtPercent !== undefined && { warnAtPercent }),
  }
  const ruling = judgeChange(change('total', before, now), { name: 'total', limit, minIncreaseUsd, level: 'error', facts })
  return ['level' in ruling ? ruling.level : ruling.outcome, ruling.message]
}

describe('a growth near to its limit', () => {
  const said = 'total: $1.1875 is 18.8 % more than the baseline of $1.00, limit 20 %'

  it('is a warning only where that was asked for', () => {
    expect(judge({ usd: [1, 1.1875], warnAtPercent: 80 })).toEqual(['warning', `${said}; a warning from 80 % of the limit on`])
    expect(judge({ usd: [1, 1.1875] })).toEqual(['passed', said])
  })

  it('is none below the increase from which on it counts', () => {
    const counted = (from: string) => `${said}, counted from an increase of ${from} on`
    expect(judge({ usd: [1, 1.1875], warnAtPercent: 80, minIncreaseUsd: 0.1875 })).toEqual([
      'warning',
      `${counted('$0.1875')}; a warning from 80 % of the limit on`,
    ])
    expect(judge({ usd: [1, 1.1875], warnAtPercent: 80, minIncreaseUsd: 0.19 })).toEqual(['passed', counted('$0.19')])
  })
})

describe('a growth in words', () => {
  it.each<[number, number, string]>([
    [1, 1.005, 'total: $1.0050 is 0.5 % more than the baseline of $1.00, limit 20 %'],
    [1, 0.995, 'total: $0.9950 is 0.5 % less than the baseline of $1.00, limit 20 %'],
    [1, 1, 'total: $1.00, the same as the baseline, limit 20 %'],
    [1, 1.1, 'total: $1.10 is 10 % more than the baseline of $1.00, limit 20 %'],
    [0, 1, 'total: $1.00, and the baseline is $0.00, limit 20 %'],
  ])('from $%d to $%d: %s', (before, now, message) => {
    expect(judge({ usd: [before, now] })[1]).toBe(message)
  })
})
