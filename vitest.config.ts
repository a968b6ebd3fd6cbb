import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const EXHAUSTIVE = '__tests__/exhaustive/**/*.test.ts'
/** Tests of random cases: they are run again with all of them. */
const random = globSync('__tests__/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes('support/tries.ts'))

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'usual', include: ['__tests__/**/*.test.ts'], exclude: [EXHAUSTIVE] } },
      { extends: true, test: { name: 'exhaustive', include: [EXHAUSTIVE, ...random], env: { PROPERTY_TRIES: 'all' } } },
    ],
    setupFiles: ['__tests__/support/seed.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'coverage/tests.json' },
    // Tests that run the product wait for it as much as they compute: more of them than cores keep the cores busy.
    maxWorkers: 4,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
