import { describe, expect, it } from 'vitest'
import { judgeHiddenTokens } from '../../../src/judge/growth/tokens-increase.ts'
import { isFinding } from '../../../src/judge/ruling.ts'
import { change } from '../../support/judge/builders.ts'

interface Case {
  readonly usd?: readonly [before: number | null, now: number | null]
  readonly tokens?: readonly [before: number | null, now: number | null]
  /** Head at the prices of the baseline, US dollars. */
  readonly atOldRates?: number
  readonly fromDisk?: number
}

/** Twice the tokens for a little more, unless it is said. */
function judge({ usd: [was, now] = [1, 1.1], tokens: [before, after] = [1000, 2000], atOldRates = 2, fromDisk }: Case = {}) {
  const total = change('total', was, now, { baseline_tokens: before, head_tokens: after })
  const limits = { maxIncreasePercent: 20, minIncreaseUsd: 0 }
  const summary = fromDisk === undefined ? {} : { from_disk_calls: fromDisk }
  return judgeHiddenTokens(limits, { total }, { head_at_baseline_rates_usd: atOldRates }, summary)
}

describe('tokens that lower prices hide', () => {
  it('are told with all four figures', () => {
    expect(judge()).toMatchObject([
      {
        rule: 'tokens_increase',
        level: 'warning',
        subject: { kind: 'data', name: null },
        message:
          'lower prices hide that more is used: 2,000 tokens, 100 % more than the 1,000 of the baseline; at the prices of the baseline this run had cost $2.00, 100 % more than it, and not 10 % more; limit 20 %',
      },
    ])
  })

  it.each<[number, string]>([
    [0.75, '100 % more than it, and not 25 % less; limit 20 %'],
    [1, '100 % more than it, and not 0 % more; limit 20 %'],
    [0, '100 % more than it, and not 100 % less; limit 20 %'],
  ])('are told where the total is $%d: %s', (now, end) => {
    const [ruling] = judge({ usd: [1, now] })
    expect(ruling?.message.endsWith(`this run had cost $2.00, ${end}`)).toBe(true)
  })

  it.each<[string, Case, boolean]>([
    ['exactly the limit more tokens', { tokens: [1000, 1200] }, false],
    ['one token beyond the limit', { tokens: [1000, 1201] }, true],
    ['exactly the limit at the old prices', { atOldRates: 1.2 }, false],
    ['a picodollar beyond the limit at the old prices', { atOldRates: 1.200000000001 }, true],
    ['a total that is exactly the limit', { usd: [1, 1.2] }, true],
    ['a total beyond the limit, which says so itself', { usd: [1, 1.200000000001] }, false],
    ['a baseline of one token', { tokens: [1, 2] }, true],
    ['a baseline of no tokens', { tokens: [0, 2000] }, false],
    ['a baseline that cost nothing', { usd: [0, 0] }, false],
    ['a call that a cache on disk answered', { fromDisk: 1 }, false],
    ['no call that a cache on disk answered', { fromDisk: 0 }, true],
    ['a baseline of unknown cost', { usd: [null, 0] }, false],
    ['a head of unknown cost', { usd: [1, null] }, false],
    ['a baseline of unknown tokens', { tokens: [null, 2000] }, false],
    ['a head of unknown tokens', { tokens: [1000, null] }, false],
  ])('%s', (_, found, isHidden) => {
    expect(judge(found).filter(isFinding)).toHaveLength(isHidden ? 1 : 0)
  })
})
