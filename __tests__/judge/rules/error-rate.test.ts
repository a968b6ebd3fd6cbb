import { describe, expect, it } from 'vitest'
import { measureMcp, measureRuns } from '../../../src/judge/rules/error-rate.ts'

describe('how many runs failed', () => {
  it.each([
    [
      { runs: 4, successes: 4, errors: 0 },
      { rate: 0, words: '0 of 4 runs failed' },
    ],
    [
      { runs: 4, successes: 3, errors: 0 },
      { rate: 0.25, words: '1 of 4 runs failed' },
    ],
    [
      { runs: 4, successes: 4, errors: 2 },
      { rate: 0.5, words: '2 of 4 runs failed' },
    ],
    [
      { runs: 2000, successes: 1000, errors: 0 },
      { rate: 0.5, words: '1,000 of 2,000 runs failed' },
    ],
    [
      { runs: 1, successes: 0, errors: 1 },
      { rate: 1, words: '1 of 1 run failed' },
    ],
    [
      { runs: 0, successes: 0, errors: 0 },
      { rate: null, why: 'none' },
    ],
  ])('of %j', (step, rate) => {
    expect(measureRuns(step)).toEqual(rate)
  })
})

describe('how many MCP calls failed', () => {
  it.each([
    [[{ calls: 4, errors: 1 }], { rate: 0.25, words: '1 of 4 MCP calls failed' }],
    [[{ calls: 4000, errors: 1000 }], { rate: 0.25, words: '1,000 of 4,000 MCP calls failed' }],
    [[{ calls: 1, errors: 1 }, undefined, { calls: 3, errors: 0 }], { rate: 0.25, words: '1 of 4 MCP calls failed' }],
    // Nobody says it of some of them: as many errors are known at least.
    [[{ calls: 2, errors: 1 }, { calls: 2 }], { rate: 0.25, words: 'at least 1 of 4 MCP calls failed' }],
    [[{ calls: 2, errors: 0 }, { calls: 2 }], { rate: 0, words: 'at least 0 of 4 MCP calls failed' }],
    [[{ calls: 1, errors: 1, unknown_outcomes: 1 }], { rate: 1, words: 'at least 1 of 1 MCP call failed' }],
    [[{ calls: 4 }], { rate: null, why: 'untold' }],
    [[], { rate: null, why: 'none' }],
    [[undefined], { rate: null, why: 'none' }],
  ])('of %j', (parts, rate) => {
    expect(measureMcp(parts as Parameters<typeof measureMcp>[0])).toEqual(rate)
  })
})
