import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import validateSummary from '../../src/generated/validate/cost-summary.js'
import { GOOD_USD, type HostileCase } from '../support/read/hostile/case.ts'
import { databases } from '../support/read/hostile/databases.ts'
import { encodings } from '../support/read/hostile/encoding.ts'
import { documents, lines } from '../support/read/hostile/json.ts'
import { names } from '../support/read/hostile/names.ts'
import { numbers, times } from '../support/read/hostile/numbers.ts'
import { paths } from '../support/read/hostile/paths.ts'
import { jsonl, problemsOf, row, summarizeFolder, workspace, writeFiles } from '../support/read/workspace.ts'

/** Whatever is read, it must not take longer. Milliseconds. */
const LONGEST = 30_000

function makeFolder({ files = {}, make }: HostileCase): string {
  const cwd = join(workspace(), 'folder')
  mkdirSync(cwd)
  writeFiles(cwd, files)
  make?.(cwd)
  return cwd
}

const families: readonly (readonly [string, readonly HostileCase[]])[] = [
  ['a document', documents],
  ['a line', lines],
  ['an encoding', encodings],
  ['a number', numbers],
  ['a time', times],
  ['a name', names],
  ['a database', databases],
  ['a path', paths],
]

describe.each(families)('hostile input: %s', (_, cases) => {
  it.each(cases)('$name', { timeout: LONGEST }, async (one) => {
    const cwd = makeFolder(one)
    const usagePath = { 'usage-path': one.usagePath ? [...one.usagePath] : ['**/*'] }
    if (one.tells) {
      const problems = await problemsOf(cwd, usagePath)
      expect(problems).toEqual(one.tells)
      for (const problem of problems) expect(problem).not.toContain('\n')
    }
    const isCounted = one.tells?.[0]?.includes(' invalid. ') ?? true
    if (isCounted) {
      const summary = await summarizeFolder(cwd, { ...usagePath, 'on-invalid': one.tells ? 'skip' : 'fail' })
      expect(validateSummary(JSON.parse(JSON.stringify(summary)))).toBe(true)
      if (one.gives) expect(summary).toMatchObject(one.gives)
      else {
        expect(summary.total_cost_usd).toBe(one.leavesUsd ?? GOOD_USD)
        expect(summary.quality).toMatchObject({ invalid_records: (one.tells?.length ?? 1) - 1, invalid_examples: one.tells?.slice(1) })
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

it('tells the first ten problems by file and line, then how many more', async () => {
  const wrong = (file: string, count: number) =>
    jsonl(row(), ...Array.from({ length: count }, (_, index) => ({ timestamp: 'x', note: `${file}${index}` })))
  // Files are read in the order of their bytes, in which upper case comes first.
  const cwd = workspace({ 'a.jsonl': wrong('a', 2), 'B.jsonl': wrong('b', 10) })
  const problems = await problemsOf(cwd, { 'usage-path': ['*.jsonl'] })
  const line = (file: string, index: number) => `${file}.jsonl:${index + 2}: $.model: is missing`
  const lines = [...[0, 1].map((index) => line('a', index)), ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => line('B', index))]
  expect(problems).toEqual([expect.stringMatching(/^12 usage records are invalid\./), ...lines, 'and 2 more'])
  const { quality } = await summarizeFolder(cwd, { 'usage-path': ['*.jsonl'], 'on-invalid': 'skip' })
  expect(quality).toMatchObject({ invalid_records: 12, invalid_examples: lines })
})

it('has enough hostile input', () => {
  const all = families.flatMap(([, cases]) => cases.map(({ name }) => name))
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(100)
})
