import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPricer, type Prices } from '../../../src/price/load.ts'
import type { CostRecord } from '../../../src/usage/record.ts'

/** The list as it is published. */
export const BUNDLED = readFileSync(join(import.meta.dirname, '../../../catalog/prices.json'), 'utf8')

/** A pricer with the published catalog and, before it, overrides in YAML. */
export function pricerWith(overrides: string | null = null): Promise<Prices> {
  return loadPricer({ bundled: BUNDLED, overrides: overrides === null ? null : { path: 'my/prices.yaml', text: overrides } })
}

/** One call of gpt-4o with a million prompt tokens, unless told otherwise. */
export function usage(overrides: Partial<CostRecord> = {}): CostRecord {
  return {
    timeMs: null,
    model: 'gpt-4o',
    provider: null,
    calls: 1,
    errors: 0,
    inputTokens: 1_000_000,
    outputTokens: 0,
    cachedTokens: 0,
    cacheWriteTokens: 0,
    reasoningTokens: 0,
    costUsd: null,
    runId: null,
    step: null,
    agent: null,
    customer: null,
    batch: false,
    ...overrides,
  }
}

/** A pricing file with one model, `acme/large`, also called `large`. */
export function acme(price: string, defaults = ''): string {
  return `version: 1\n${defaults}\nmodels:\n  - id: acme/large\n    aliases: [large]\n    prices:\n${price}\n`
}
