import { describe, expect, it } from 'vitest'
import { compareFigure, keepNewest } from '../../../src/compare/noise/figures.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { wiggle } from '../../support/noise/records.ts'

/** What a figure is, and what may explain it. */
interface Side {
  readonly usd: number | null
  readonly share?: number | null
}

const SIDES: Side[] = wiggle(12, 0.1).map((luck, index) => ({ usd: Math.exp(luck), share: (index % 3) / 3 }))
const PLAIN = { of: ({ usd }: Side) => usd, error: 0.003 }
const EXPLAINED = { ...PLAIN, by: ({ share = null }: Side) => share }
const compare = (sides: readonly Side[], head: Side, question: typeof PLAIN | typeof EXPLAINED = PLAIN) => {
  const growth = compareFigure(sides, head, question, studentQuantile)
  return growth && { ...growth, reachOf: null }
}

describe('compareFigure', () => {
  it('leaves out what came before a record that does not know it', () => {
    const before: Side[] = [...SIDES.map(() => ({ usd: 9 })), { usd: null }]
    expect(compare([...before, ...SIDES], { usd: 1.5 })).toEqual(compare(SIDES, { usd: 1.5 }))
    expect(compare([...before, ...SIDES], { usd: 1.5, share: 0.5 }, EXPLAINED)).toEqual(compare(SIDES, { usd: 1.5, share: 0.5 }, EXPLAINED))
  })

  it('is not known where head does not know it, or fewer than eight records', () => {
    expect(compare(SIDES, { usd: null })).toBeNull()
    expect(compare(SIDES, { usd: 0 })).toBeNull()
    expect(compare(SIDES.slice(-8), { usd: 1 })).not.toBeNull()
    expect(compare(SIDES.slice(-7), { usd: 1 })).toBeNull()
    expect(compare([...SIDES, { usd: null }, ...SIDES.slice(-7)], { usd: 1 })).toBeNull()
  })

  it('is explained where all know what explains it', () => {
    const head = { usd: 1.5, share: 0.5 }
    const explained = compare(SIDES, head, EXPLAINED)
    expect(explained).not.toEqual(compare(SIDES, head))
    const some = (share: number | null) => SIDES.map((side, index) => (index === 4 ? { ...side, share } : side))
    for (const unknown of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(compare(some(unknown), head, EXPLAINED)).toEqual(compare(SIDES, head))
      expect(compare(SIDES, { ...head, share: unknown }, EXPLAINED)).toEqual(compare(SIDES, head))
    }
  })
})

describe('keepNewest', () => {
  it.each([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [1, null, 2, 0, 3, 4],
      [3, 4],
    ],
    [[1, null], []],
    [[], []],
  ])('of %j is %j', (values, kept) => {
    expect(keepNewest(values)).toEqual(kept)
  })
})
