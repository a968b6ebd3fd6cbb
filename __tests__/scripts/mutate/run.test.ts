import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listMutants, sample } from '../../../scripts/mutate/faults/mutants.ts'
import type { Known } from '../../../scripts/mutate/known.ts'
import { describe as describeResult, isGood } from '../../../scripts/mutate/report.ts'
import { judge } from '../../../scripts/mutate/result.ts'
import { tryAll } from '../../../scripts/mutate/run.ts'
import { workspace } from '../../support/read/workspace.ts'

const SOURCE = `export const LIMIT = 5
export function isOver(value: number): boolean {
  return value > LIMIT
}
export function down(from: number): number {
  while (from > 0) from -= 1
  return from
}
export function odd(value: number): boolean {
  return value % 2 === 1
}
export function unused(): number {
  return 7
}
`
const TEST = `import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { down, isOver, odd } from './source.ts'
let runs = 0
it('is over', () => expect([isOver(6), isOver(4)]).toEqual([true, false]))
it('ends', () => expect(down(3)).toBe(0))
describe('each time', () => {
  let open = 0
  beforeEach(() => { open += 1 })
  afterEach(() => { open -= 1 })
  it('starts anew', () => { open += 1; onTestFinished(() => { open -= 1 }); expect([open, odd(2), odd(3)]).toEqual([2, false, true]) })
})
it('runs once', () => { runs += 1; isOver(6); expect(runs).toBe(1) })
`

async function mutate(test: string, known: readonly Known[] = []) {
  const root = workspace({ 'source.ts': SOURCE, 'source.test.ts': test, 'package.json': '{ "type": "module" }' })
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(root, 'node_modules'))
  const all = listMutants(['source.ts'], root)
  const scope = { root, files: ['source.ts'], tests: ['*.test.ts'], setupFiles: [] }
  return judge(all, all, await tryAll(scope, all, 1), known)
}
const told = (mutants: readonly { was: string; becomes: string }[]) => mutants.map(({ was, becomes }) => `${was} => ${becomes}`)

describe('a run over mutants', () => {
  it('kills what a test sees, also where it is computed with the file or never ends, and names what survives', async () => {
    const result = await mutate(TEST)
    expect(told(result.killed)).toEqual(
      expect.arrayContaining(['5 => 6', 'value > LIMIT => value <= LIMIT', 'from -= 1 => from += 1', 'from -= 1 => ']),
    )
    expect(told(result.killed)).toContain('value % 2 === 1 => value % 2 !== 1')
    expect(told(result.survived)).toEqual(['value > LIMIT => value >= LIMIT'])
    expect(told(result.unreached)).toEqual(['7 => 8'])
    expect(result.unrepeatable).toEqual(['source.test.ts > runs once'])
    expect(result.broken).toEqual([])
    expect(isGood(result, 90)).toBe(false)
    const said = describeResult(result, 90)
    expect(said).toContain('source.ts:3:10 value > LIMIT -> value >= LIMIT')
    expect(said).toContain('1 survived, 1 not reached')
  })

  it('is better by the test that was missing', async () => {
    const result = await mutate(
      `${TEST}it('is not over at the limit', () => expect(isOver(5)).toBe(false))\nit('is over', () => expect(isOver(5.5)).toBe(true))\n`,
    )
    expect(told(result.survived)).toEqual([])
  })

  it('says of tests that fail without a mutant that they do', async () => {
    const result = await mutate(`${TEST}it('is broken', () => expect(isOver(9)).toBe(false))\n`)
    expect(result.broken).toEqual(['source.test.ts > is broken'])
    expect(isGood(result, 0)).toBe(false)
  })
})

describe('survivors that change nothing', () => {
  const [mutant, other] = [1, 2].map((id) => ({
    ...{ id, file: 'a.ts', line: 1, column: 1, within: `a < ${id}`, was: 'a', becomes: 'b', isStatic: false },
  }))
  if (mutant === undefined || other === undefined) throw new Error('there are two')
  const known: Known = { file: 'a.ts', within: mutant.within, was: 'a', becomes: 'b', why: 'both are 1' }

  it('count for nothing', () => {
    const killed = { event: 'killed', mutant: 2, by: 'a test' } as const
    expect(judge([mutant, other], [mutant, other], [killed], [known])).toMatchObject({ known: [mutant], percent: 100, stale: [] })
    expect(judge([mutant, other], [mutant, other], [killed], [])).toMatchObject({ unreached: [mutant], percent: 50 })
  })

  it('are stale where a test kills them, or nothing is like them any more', () => {
    const killed = { event: 'killed', mutant: 1, by: 'a test' } as const
    const result = judge([mutant, other], [mutant, other], [killed], [known])
    expect(result.stale).toEqual([known])
    expect(isGood(result, 0)).toBe(false)
    expect(judge([other], [other], [], [known]).stale).toEqual([known])
  })
})

describe('a sample', () => {
  const of = (count: number, first: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ id: index, file: 'a.ts', line: 1, column: 1, within: '', was: `${first + index}`, becomes: '0', isStatic: false },
    }))

  it('is the same each time, another by another seed, and keeps its mutants when others come', () => {
    const all = of(100, 0)
    const words = (mutants: readonly { was: string }[]) => mutants.map(({ was }) => was)
    expect(words(sample(all, 10, '1'))).toEqual(words(sample(all, 10, '1')))
    expect(words(sample(all, 10, '1'))).not.toEqual(words(sample(all, 10, '2')))
    const more = words(sample([...of(10, 1000), ...all], 20, '1'))
    expect(more.filter((was) => words(sample(all, 10, '1')).includes(was)).length).toBeGreaterThanOrEqual(8)
  })
})
