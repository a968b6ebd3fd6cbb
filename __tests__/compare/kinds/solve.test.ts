import { describe, expect, it } from 'vitest'
import { type Equation, numberAt, solve } from '../../../src/compare/kinds/solve.ts'

const near = (numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 12))

/** Unknowns, each of which is told alone. */
const told = (...rights: readonly number[]): Equation[] =>
  rights.map((right, row) => [...rights.map((_, column) => (column === row ? 1 : 0)), right])

describe('equations in few unknowns', () => {
  it.each<[what: string, equations: Equation[], values: number[], reach: number[]]>([
    ['one for each unknown', told(2, 3), [2, 3], [1, 1]],
    ['in another order', told(2, 3).reverse(), [2, 3], [1, 1]],
    [
      'known the better, the larger their coefficients are',
      [
        [2, 0, 4],
        [0, 4, 4],
      ],
      [2, 1],
      [0.5, 0.25],
    ],
    [
      'that share unknowns',
      [
        [1, 1, 3],
        [0, 1, 1],
      ],
      [2, 1],
      [Math.SQRT2, 1],
    ],
    [
      'that contradict each other',
      [
        [1, 2],
        [1, 4],
      ],
      [3],
      [Math.SQRT1_2],
    ],
    [
      'that contradict each other unevenly',
      [
        [1, 1],
        [1, 1],
        [2, 8],
      ],
      [3],
      [1 / Math.sqrt(6)],
    ],
    ['of which one says nothing', [...told(2, 3), [0, 0, 0]], [2, 3], [1, 1]],
    ['that say the same twice', [...told(2, 3), ...told(2, 3)], [2, 3], [Math.SQRT1_2, Math.SQRT1_2]],
  ])('are solved: %s', (_, equations, values, reach) => {
    const solution = solve(equations, values.length)
    expect(solution).toEqual({ values: near(values), reach: near(reach) })
  })

  it.each<[what: string, equations: Equation[], unknowns: number]>([
    ['fewer than unknowns', [[1, 0, 2]], 2],
    ['none', [], 1],
    [
      'an unknown that none is about',
      [
        [1, 0, 2],
        [1, 0, 2],
      ],
      2,
    ],
    [
      'two unknowns in one blend',
      [
        [1, 2, 3],
        [2, 4, 6],
      ],
      2,
    ],
    [
      'two blends that hardly differ',
      [
        [1, 1, 2],
        [1, 1 + 1e-9, 2],
      ],
      2,
    ],
  ])('are not settled by %s', (_, equations, unknowns) => {
    expect(solve(equations, unknowns)).toBeNull()
  })

  it('are settled by blends that differ enough', () => {
    expect(
      solve(
        [
          [1, 1, 3],
          [1, 1 + 1e-8, 3],
        ],
        2,
      )?.values,
    ).toHaveLength(2)
  })
})

describe('what would be below 0', () => {
  it.each<[what: string, equations: Equation[], values: number[]]>([
    ['the last', told(5, 4, -2), [5, 4, 0]],
    ['the last two', told(5, -1, -2), [5, 0, 0]],
    ['the first two', told(-1, -2, 5), [0, 0, 5]],
    ['all', told(-1, -2), [0, 0]],
    [
      'one, so that another one is less',
      [
        [1, 1, 2],
        [1, 2, 1],
      ],
      [1.5, 0],
    ],
    [
      'the first, so that another one is less',
      [
        [1, 1, 2],
        [2, 1, 1],
      ],
      [0, 1.5],
    ],
    [
      'one of three that are told together',
      [
        [1, 1, 0, 2],
        [1, 2, 0, 1],
        [0, 0, 1, 7],
      ],
      [1.5, 0, 7],
    ],
  ])('is 0, and the others fit best then: %s', (_, equations, values) => {
    expect(solve(equations, values.length)?.values).toEqual(near(values))
  })

  it('is found by what is left over of all equations', () => {
    // Without the second unknown 0.5 is left over, without the first 1.8, without both 5.
    const left = (x: number, y: number) => (x + y - 2) ** 2 + (x + 2 * y - 1) ** 2
    expect([left(1.5, 0), left(0, 0.8), left(0, 0)].map((rest) => Number(rest.toFixed(9)))).toEqual([0.5, 1.8, 5])
    expect(
      solve(
        [
          [1, 1, 2],
          [1, 2, 1],
          [0, 0, 100],
        ],
        2,
      )?.values,
    ).toEqual(near([1.5, 0]))
  })

  it('moves no reach: that is of all unknowns', () => {
    expect(
      solve(
        [
          [2, 0, 4],
          [0, 4, -4],
        ],
        2,
      ),
    ).toEqual({ values: near([2, 0]), reach: near([0.5, 0.25]) })
  })
})

it('what is small is told as well', () => {
  expect(solve([[1, 1e-9]], 1)?.values).toEqual([1e-9])
})

it('a number of a row is the one at its place', () => {
  expect([0, 1].map((index) => numberAt([7, 8], index))).toEqual([7, 8])
})
