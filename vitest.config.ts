import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { ALONE } from './__tests__/support/alone.ts'

const EXHAUSTIVE = '__tests__/exhaustive/**/*.test.ts'
const tests = globSync('__tests__/**/*.test.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const listWith = (pattern: RegExp) => tests.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
/** Tests of random cases: they are run again with all of them. */
const random = listWith(/support\/tries\.ts/)
const alone = listWith(ALONE)

export default defineConfig({
  test: {
    projects: [
      // Most of a short test is the start of a process: they share theirs.
      { extends: true, test: { name: 'usual', isolate: false, include: ['__tests__/**/*.test.ts'], exclude: [EXHAUSTIVE, ...alone] } },
      { extends: true, test: { name: 'usual-alone', include: alone, exclude: [EXHAUSTIVE] } },
      { extends: true, test: { name: 'exhaustive', include: [EXHAUSTIVE, ...random], env: { PROPERTY_TRIES: 'all' } } },
    ],
    setupFiles: ['__tests__/support/seed.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'coverage/tests.json' },
    // Tests that run the product wait for it as much as they compute: more of them than cores keep the cores busy. Races take no more than two.
    maxWorkers: 4,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
