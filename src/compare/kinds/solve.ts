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
  if (!isSettled(rows, unknowns)) return null
  const none = Array<number>(unknowns).fill(0)
  let best = { values: none, rest: restOf(rows, none) }
  for (const free of choicesOf(unknowns)) {
    const chosen = substitute(rows, free, unknowns)
    if (chosen.some((value) => value < 0)) continue
    const values = [...none]
    for (const [position, index] of free.entries()) values[index] = numberAt(chosen, position)
    const rest = restOf(rows, values)
    if (rest < best.rest) best = { values, rest }
    if (free.length === unknowns) break
  }
  return { values: best.values, reach: reachOf(rows, unknowns) }
}

/** A number of a row; the row has it. */
export function numberAt(row: readonly number[], index: number): number {
  return row[index] ?? 0
}

/** All choices of some of the unknowns, all of them first. */
function choicesOf(unknowns: number): number[][] {
  return [...Array(unknowns).keys()].reduce<number[][]>((sets, index) => sets.map((set) => [...set, index]).concat(sets), [[]])
}

/** Equations of the same least squares with zeros below the diagonal, by Givens rotations. */
function triangulate(equations: readonly Equation[], width: number): number[][] {
  const rows = Array.from({ length: width }, () => Array<number>(width).fill(0))
  for (const equation of equations) {
    const row = [...equation]
    for (const [at, target] of rows.entries()) {
      const [first, second] = [numberAt(target, at), numberAt(row, at)]
      if (second === 0) continue
      const size = Math.hypot(first, second)
      const [cosine, sine] = [first / size, second / size]
      for (let column = at; column < width; column++) {
        const [above, below] = [numberAt(target, column), numberAt(row, column)]
        target[column] = cosine * above + sine * below
        row[column] = cosine * below - sine * above
      }
    }
  }
  return rows
}

function isSettled(rows: readonly Equation[], unknowns: number): boolean {
  return rows.slice(0, unknowns).every((own, column) => {
    const size = Math.hypot(...rows.map((row) => numberAt(row, column)))
    return Math.abs(numberAt(own, column)) > DEPENDENT * size
  })
}

/** Values of the free unknowns where all others are 0. */
function substitute(rows: readonly Equation[], free: readonly number[], unknowns: number): number[] {
  const chosen = rows.map((row) => [...free, unknowns].map((column) => numberAt(row, column)))
  return backward(triangulate(chosen, free.length + 1), free.length, (row) => numberAt(row, free.length))
}

/** Values from the last row up: each follows from those below it. */
function backward(rows: readonly Equation[], unknowns: number, rightOf: (row: Equation, index: number) => number): number[] {
  return rows.slice(0, unknowns).reduceRight<number[]>((below, row, index) => {
    const known = below.reduce((sum, value, position) => sum + value * numberAt(row, index + 1 + position), 0)
    return [(rightOf(row, index) - known) / numberAt(row, index)].concat(below)
  }, [])
}

/** What is left over of all equations, squared. */
function restOf(rows: readonly Equation[], values: readonly number[]): number {
  return rows.reduce((sum, row) => {
    const said = values.reduce((total, value, column) => total + value * numberAt(row, column), 0)
    return sum + (said - numberAt(row, values.length)) ** 2
  }, 0)
}

/** Lengths of the rows of the inverse. */
function reachOf(rows: readonly Equation[], unknowns: number): number[] {
  const units = [...Array(unknowns).keys()]
  const columns = units.map((unit) => backward(rows, unknowns, (_, index) => (index === unit ? 1 : 0)))
  return units.map((index) => Math.hypot(...columns.map((column) => numberAt(column, index))))
}
