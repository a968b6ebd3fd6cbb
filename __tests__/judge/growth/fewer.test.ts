import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkDifference } from '../../../src/generated/types.ts'
import { restsOnFewer } from '../../../src/judge/growth/fewer.ts'
import { exceedsIncrease } from '../../../src/judge/growth/increase.ts'
import { tries } from '../../support/tries.ts'

const units = (figure: WorkDifference['figure'], baseline: number, head: number): WorkDifference => ({
  figure,
  baseline,
  head,
  shared: null,
})
const LIMIT = { percent: 20, minUsd: 0 }

describe('a total that is within its limit', () => {
  it.each<[string, WorkDifference[], number, number, string | null]>([
    ['the same cost for fewer runs', [units('runs', 10, 8)], 1, 1, 'runs'],
    ['exactly the limit per run', [units('runs', 12, 10)], 1.2, 1.2, null],
    ['a picodollar more per run', [units('runs', 12, 10)], 1.2, 1.200000000001, 'runs'],
    ['less per run', [units('runs', 10, 8)], 1, 0.8, null],
    ['more runs', [units('runs', 8, 10)], 1, 1.1, null],
    ['more runs that cost nothing before', [units('runs', 8, 10)], 0, 0, null],
    ['what may be lost of large amounts', [units('runs', 12, 10)], 12_000, 12_000.000000000007, null],
    ['more than may be lost of large amounts', [units('runs', 12, 10)], 12_000, 12_000.0000000002, 'runs'],
    ['fewer cases', [units('cases', 4, 3), units('runs', 4, 4)], 1, 1, 'cases'],
    ['as many cases, but fewer runs', [units('cases', 4, 4), units('runs', 10, 7)], 1, 1, 'runs'],
    ['fewer steps', [units('steps', 4, 1)], 1, 1, null],
    ['a total that is above', [units('runs', 10, 5)], 1, 1.3, null],
    ['a baseline of nothing', [units('runs', 10, 5)], 0, 0, null],
  ])('%s', (_, differs, baselineUsd, headUsd, figure) => {
    expect(restsOnFewer({ differs }, { baselineUsd, headUsd }, LIMIT)?.figure ?? null).toBe(figure)
  })

  it('says of what there are fewer, and how many', () => {
    expect(restsOnFewer({ differs: [units('runs', 10, 8)] }, { baselineUsd: 1, headUsd: 1 }, LIMIT)).toEqual({
      figure: 'runs',
      baseline: 10,
      head: 8,
    })
  })

  it('rests on nothing where the work is alike', () => {
    expect(restsOnFewer(null, { baselineUsd: 1, headUsd: 1 }, LIMIT)).toBeNull()
  })

  it('counts from the least increase on, as all runs of the baseline would have had it', () => {
    const half = { differs: [units('runs', 10, 5)] }
    expect(restsOnFewer(half, { baselineUsd: 1, headUsd: 0.75 }, { percent: 20, minUsd: 0.5 })).not.toBeNull()
    expect(restsOnFewer(half, { baselineUsd: 1, headUsd: 0.75 }, { percent: 20, minUsd: 0.500000000001 })).toBeNull()
    expect(restsOnFewer({ differs: [units('runs', 8, 10)] }, { baselineUsd: 1, headUsd: 1.4 }, { percent: 20, minUsd: 0.5 })).toBeNull()
  })

  it('is judged as if the missing runs had cost what the others did', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 100_000 }),
        (head, more, cents) => {
          const [baselineUsd, runs] = [1, head + more]
          const headUsd = (cents * head) / 1_000_000
          const whole = (cents * runs) / 1_000_000
          const found = restsOnFewer({ differs: [units('runs', runs, head)] }, { baselineUsd, headUsd }, LIMIT)
          return (found !== null) === (exceedsIncrease(baselineUsd, whole, LIMIT) && !exceedsIncrease(baselineUsd, headUsd, LIMIT))
        },
      ),
      tries(300),
    )
  })
})
