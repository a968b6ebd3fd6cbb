import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cells } from '../../../src/summarize/figures/cells.ts'
import type { CostRecord } from '../../../src/usage/record.ts'
import { tries } from '../../support/tries.ts'

function record(names: Partial<CostRecord>): CostRecord {
  return {
    timeMs: null,
    model: 'gpt-4o',
    provider: null,
    calls: 1,
    errors: 0,
    inputTokens: 1,
    outputTokens: 1,
    cachedTokens: 0,
    cacheWriteTokens: 0,
    reasoningTokens: 0,
    costUsd: 1,
    runId: null,
    step: null,
    agent: null,
    customer: null,
    batch: false,
    ...names,
  }
}

const name = fc.constantFrom('a', 'b', 'null', '__proto__', '')
const nameOrNull = fc.option(name)

describe('Cells', () => {
  it('gives two records one cell exactly where all their names and days agree', () => {
    const records = fc.array(fc.record({ model: name, agent: nameOrNull, step: nameOrNull, customer: nameOrNull, day: nameOrNull }))
    const property = fc.property(records, (all) => {
      const cells = new Cells()
      const found = all.map(({ day, ...names }) => cells.get(record(names), day))
      expect(found.map(({ model, agent, step, customer, day }) => ({ model, agent, step, customer, day }))).toEqual(all)
      const keys = all.map(({ model, agent, step, customer, day }) => JSON.stringify([model, agent, step, customer, day]))
      expect(new Set(found).size).toBe(new Set(keys).size)
      expect([...cells.all()]).toEqual([...new Set(found)])
    })
    fc.assert(property, tries(500))
  })
})
