import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/compare/kinds/fit.ts'
import { pricingFrom } from '../../../src/compare/kinds/pricing.ts'
import { costed, fitted, kindsOf } from '../../support/compare/cells.ts'

const LIST = kindsOf({ input: 0.001, output: 0.004 })
const GUESS = fitted(kindsOf({ input: 0.002, output: 0.003 }))
const PER_CALL_USD = 0.001
const LISTED = { source: 'catalog', baseline: LIST, head: LIST, isShape: true, perCallUsd: PER_CALL_USD }

/** Rows that a list of $1 each would make: what they cost instead. */
const costs = (...costsUsd: readonly number[]): Row[] => costsUsd.map((costUsd) => ({ ...costed({ input: 1000 }, LIST), costUsd }))
const from = (baseline: Row[], head: Row[], guess: typeof GUESS | null = GUESS, list: typeof LIST | null = LIST) =>
  pricingFrom({ sure: null, guess, perCallUsd: PER_CALL_USD }, { baseline, head }, list)

describe('a list of prices', () => {
  it('is not needed where recorded costs settle them', () => {
    const sure = fitted(kindsOf({ input: 0.5 }))
    expect(pricingFrom({ sure, guess: GUESS, perCallUsd: 0 }, { baseline: costs(1), head: costs(1) }, LIST)).toBe(sure)
  })

  it('that does not have the model leaves the guess', () => {
    expect(from(costs(1), costs(1), GUESS, null)).toBe(GUESS)
    expect(from(costs(1), costs(1), null, null)).toBeNull()
  })

  it('comes before a guess where one multiple of it makes all that was recorded', () => {
    expect(from(costs(0.7, 0.7), costs(0.7))).toStrictEqual(LISTED)
    expect(from(costs(0.7), costs(0.7039))).toEqual(LISTED)
    expect(from(costs(0.7039), costs(0.7))).toEqual(LISTED)
    expect(from(costs(0.7), costs(0.7041))).toBe(GUESS)
    expect(from(costs(0.7041), costs(0.7))).toBe(GUESS)
    expect(from(costs(0.7, 0.702), costs(0.704, 0.706))).toBe(GUESS)
  })

  it('comes before a guess where its very prices make one side', () => {
    expect(from(costs(1, 1.0019), costs(1.5, 1.7))).toEqual(LISTED)
    expect(from(costs(1.5, 1.7), costs(1, 0.9981))).toEqual(LISTED)
    expect(from(costs(1, 1.0021), costs(1.5, 1.7))).toBe(GUESS)
    expect(from(costs(1, 1.2), costs(1.5, 1.7))).toBe(GUESS)
    expect(from(costs(1), costs(1.5, 1.7))).toEqual(LISTED)
  })

  it('makes no side that has no rows', () => {
    expect(from([], costs(0.7, 0.9))).toBe(GUESS)
    expect(from(costs(0.7, 0.9), [])).toBe(GUESS)
  })

  it('that makes neither side is all there is without a guess', () => {
    expect(from(costs(0.7), costs(0.9), null)).toEqual(LISTED)
  })

  it('that gives away what was paid for leaves the guess', () => {
    const answer = costed({ output: 100 }, LIST)
    const list = { ...LIST, output: 0 }
    expect(from(costs(1), costs(1), GUESS, kindsOf({}))).toBe(GUESS)
    expect(from(costs(1), [...costs(1), answer], GUESS, list)).toBe(GUESS)
    expect(from([...costs(1), answer], costs(1), GUESS, list)).toBe(GUESS)
    expect(from([...costs(1), answer], costs(1), null, list)).toBeNull()
  })

  it('is known the better, the more a row costs', () => {
    const dear = (costUsd: number) => [{ ...costed({ input: 4000 }, LIST), costUsd }]
    expect(from(costs(0.7), dear(4 * 0.702))).toEqual(LISTED)
    expect(from(costs(0.7), dear(4 * 0.703))).toBe(GUESS)
  })

  it('is of prices per token, whatever the tokens are', () => {
    const rows = [{ input: 4000 }, { output: 500 }, { input: 250, output: 100 }].map((tokens) => costed(tokens, LIST, 0.0015))
    expect(from(rows, rows)).toEqual(LISTED)
    expect(from(rows.slice(0, 1), [costed({ input: 10 }, LIST, 0.00004)], GUESS)).toEqual(LISTED)
    expect(from(costs(0.7), [costed({ input: 10 }, kindsOf({ input: 0.0009 }))], GUESS)).toBe(GUESS)
  })
})
