import { describe, expect, it } from 'vitest'
import { compareFigure, compareSubject, compareSubjects } from '../../src/compare/change.ts'
import type { SideStats } from '../../src/compare/side.ts'

const stats = (costUsd: number | null): SideStats => ({ costUsd, calls: 3, tokens: 40 })
const costs = (all: Readonly<Record<string, number | null>>) => new Map(Object.entries(all).map(([name, cost]) => [name, stats(cost)]))
const namesOf = (before: Parameters<typeof costs>[0], after: Parameters<typeof costs>[0]) =>
  compareSubjects(costs(before), costs(after))?.map(({ name }) => name)

describe('the change of one subject', () => {
  it('says what a side does not have as null, not as nothing', () => {
    expect(compareSubject('m', null, stats(2))).toStrictEqual({
      name: 'm',
      status: 'added',
      baseline_cost_usd: null,
      head_cost_usd: 2,
      delta_usd: 2,
      percent: null,
      baseline_calls: null,
      head_calls: 3,
      baseline_tokens: null,
      head_tokens: 40,
    })
    expect(compareSubject('m', stats(2), null)).toStrictEqual({
      name: 'm',
      status: 'removed',
      baseline_cost_usd: 2,
      head_cost_usd: null,
      delta_usd: -2,
      percent: null,
      baseline_calls: 3,
      head_calls: null,
      baseline_tokens: 40,
      head_tokens: null,
    })
  })

  it('has no percent where a free one is new or gone', () => {
    expect(compareSubject('m', null, stats(0))).toMatchObject({ delta_usd: 0, percent: null })
    expect(compareSubject('m', stats(0), null)).toMatchObject({ delta_usd: 0, percent: null })
  })
})

describe('the order of changes', () => {
  it.each([
    [
      { c: 1, a: 1, b: 1 },
      { c: 1, a: 1, b: 1 },
    ],
    [
      { b: 1, c: 1, a: 1 },
      { b: 1, c: 1, a: 1 },
    ],
    [
      { a: 1, b: 1, c: 1 },
      { a: 1, b: 1, c: 1 },
    ],
  ])('is that of the names where nothing else differs: %o', (before, after) => {
    expect(namesOf(before, after)).toEqual(['a', 'b', 'c'])
  })

  it('is that of what they cost now where they changed by as much, wherever they stood before', () => {
    expect(namesOf({ a: 2, b: 3, c: 1 }, { a: 1, b: 2, c: 2 })).toEqual(['b', 'c', 'a'])
    expect(namesOf({ b: 3, c: 1, a: 2 }, { a: 1, b: 2, c: 2 })).toEqual(['b', 'c', 'a'])
    expect(namesOf({ c: 1, a: 2, b: 3 }, { a: 1, b: 2, c: 2 })).toEqual(['b', 'c', 'a'])
  })

  it('takes what is gone or has no known price to cost nothing now', () => {
    expect(namesOf({ gone: 1 }, { new: 1 })).toEqual(['new', 'gone'])
    expect(namesOf({ left: 1.5, all: 1 }, { left: 0.5 })).toEqual(['left', 'all'])
    expect(namesOf({ all: 1, left: 1.5 }, { left: 0.5 })).toEqual(['left', 'all'])
    expect(namesOf({ a: null, b: 0.25 }, { a: null, b: 0.25 })).toEqual(['b', 'a'])
    expect(namesOf({ b: 0.25, a: null }, { b: 0.25, a: null })).toEqual(['b', 'a'])
    expect(namesOf({ a: null, b: 0 }, { a: null, b: 0 })).toEqual(['a', 'b'])
    expect(namesOf({ b: null, a: 0 }, { b: null, a: 0 })).toEqual(['a', 'b'])
  })
})

describe('the change of a figure', () => {
  it.each([
    [2, 3, 50],
    [2, 1, -50],
    [0, 0, 0],
    [0, 1, null],
    [null, 1, null],
    [1, null, null],
    [0, null, null],
    [null, 0, null],
  ])('from %s to %s is %s percent', (baseline, head, percent) => {
    expect(compareFigure(baseline, head)).toEqual({ baseline, head, percent })
  })
})
