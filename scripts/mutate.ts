// Plants faults in the sources that decide a verdict, one at a time, and asks the tests whether they see them (CONTRIBUTING.md).
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ALONE } from '../__tests__/support/alone.ts'
import { listMutants, sample } from './mutate/faults/mutants.ts'
import { readKnown } from './mutate/known.ts'
import { describe, isGood } from './mutate/report.ts'
import { judge } from './mutate/result.ts'
import { tryAll } from './mutate/run.ts'

/** Percent of the mutants that tests must kill. */
const LEAST = 90
const PROCESSES = 2
/** So many take some minutes. */
const SAMPLE = '400'
const SOURCES = ['src/{judge,compare,policy,baseline}/**/*.ts', 'src/usage/money.ts']
/** Tests that run these sources in their own process. */
const TESTS = '__tests__/{judge,compare,policy,baseline,usage,library}/**/*.test.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    sample: { type: 'string', default: SAMPLE },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', default: TESTS },
  },
})
const root = join(import.meta.dirname, '..')
const files = globSync(SOURCES, { cwd: root }).filter((file) => !file.endsWith('.d.ts'))
const tests = globSync(values.tests, { cwd: root }).filter((file) => !ALONE.test(readFileSync(join(root, file), 'utf8')))
const scope = { root, files: files.sort(), tests, setupFiles: ['__tests__/support/seed.ts'] }
const all = listMutants(scope.files, root)
const asked = positionals.length === 0 ? all : all.filter(({ file }) => positionals.some((start) => file.startsWith(start)))
const tried = values.all || positionals.length > 0 ? asked : sample(all, Number(values.sample), values.seed)
console.log(`${tried.length} of ${all.length} mutants`)
const result = judge(all, tried, await tryAll(scope, tried, PROCESSES), readKnown())
console.log(describe(result, LEAST))
process.exitCode = isGood(result, LEAST) ? 0 : 1
