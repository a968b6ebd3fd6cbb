/** An equation: its coefficients, and what they come to as the last number. */
export type Equation = readonly number[]

/** A diagonal below this share of its column says that the column is a sum of others. */
const DEPENDENT = 1e-9

/** Unknowns that fit equations best. */
export interface Solution {
  readonly values: readonly number[]
  /** How much each value moves, at the most, where all right sides together move by 1. */
  readonly reach: readonly number[]
}

/**
 * The least squares of equations in few unknowns, none of them below 0; null where the equations do not settle them.
 * The equations are first brought down to as many as there are unknowns, so that thousands cost no more than one pass; then each choice of
 * unknowns that are 0 is tried, of which the best one that leaves nothing below 0 is the answer (there are 2^4 at the most).
 */
export function solve(equations: readonly Equation[], unknowns: number): Solution | null {
  const rows = triangulate(equations, unknowns + 1)
  if (equations.length < unknowns || !isSettled(rows, unknowns)) return null
  let best: { values: readonly number[]; rest: number } | null = null
  for (let zeros = 0; zeros < 2 ** unknowns; zeros++) {
    const free = [...Array(unknowns).keys()].filter((index) => (zeros & (1 << index)) === 0)
    const values = substitute(rows, free)
    if (values.some((value) => value < 0)) continue
    const spread = Array<number>(unknowns).fill(0)
    for (const [position, index] of free.entries()) spread[index] = values[position] ?? 0
    const rest = restOf(rows, spread)
    if (best === null || rest < best.rest) best = { values: spread, rest }
    if (zeros === 0) break
  }
  return best && { values: best.values, reach: reachOf(rows, unknowns) }
}

/** Equations of the same least squares with zeros below the diagonal, by Givens rotations. */
function triangulate(equations: readonly Equation[], width: number): number[][] {
  const rows = Array.from({ length: width }, () => Array<number>(width).fill(0))
  for (const equation of equations) {
    const row = [...equation]
    for (let at = 0; at < width; at++) {
      const target = rows[at] ?? []
      const size = Math.hypot(target[at] ?? 0, row[at] ?? 0)
      if (size === 0 || row[at] === 0) continue
      const [cosine, sine] = [(target[at] ?? 0) / size, (row[at] ?? 0) / size]
      for (let column = at; column < width; column++) {
        const [above, below] = [target[column] ?? 0, row[column] ?? 0]
        target[column] = cosine * above + sine * below
        row[column] = cosine * below - sine * above
      }
    }
  }
  return rows
}

function isSettled(rows: readonly Equation[], unknowns: number): boolean {
  return [...Array(unknowns).keys()].every((column) => {
    const size = Math.hypot(...rows.map((row) => row[column] ?? 0))
    return Math.abs(rows[column]?.[column] ?? 0) > DEPENDENT * size
  })
}

/** Values of the free unknowns where all others are 0. */
function substitute(rows: readonly Equation[], free: readonly number[]): number[] {
  const last = rows.length - 1
  const chosen = triangulate(
    rows.map((row) => [...free.map((column) => row[column] ?? 0), row[last] ?? 0]),
    free.length + 1,
  )
  return backward(chosen, free.length, (row) => row[free.length] ?? 0)
}

function backward(rows: readonly Equation[], unknowns: number, rightOf: (row: Equation, index: number) => number): number[] {
  const values = Array<number>(unknowns).fill(0)
  for (let index = unknowns - 1; index >= 0; index--) {
    const row = rows[index] ?? []
    const known = values.reduce((sum, value, column) => (column > index ? sum + value * (row[column] ?? 0) : sum), 0)
    values[index] = (rightOf(row, index) - known) / (row[index] ?? 0)
  }
  return values
}

/** What is left over of all equations, squared. */
function restOf(rows: readonly Equation[], values: readonly number[]): number {
  return rows.reduce((sum, row) => {
    const said = values.reduce((total, value, column) => total + value * (row[column] ?? 0), 0)
    return sum + (said - (row.at(-1) ?? 0)) ** 2
  }, 0)
}

/** Lengths of the rows of the inverse. */
function reachOf(rows: readonly Equation[], unknowns: number): number[] {
  const columns = [...Array(unknowns).keys()].map((unit) => backward(rows, unknowns, (_, index) => (index === unit ? 1 : 0)))
  return [...Array(unknowns).keys()].map((index) => Math.hypot(...columns.map((column) => column[index] ?? 0)))
}
