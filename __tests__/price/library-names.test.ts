import type { MatchLogic } from '@pydantic/genai-prices'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../scripts/prices/library.ts'
import { NO_USAGE } from '../../src/usage/record.ts'
import { pricerWith } from '../support/price/pricer.ts'

/** Names that are written out in a pattern: they mean the model and nothing else. */
function written(match: MatchLogic): string[] {
  if ('or' in match) return match.or.flatMap(written)
  return 'equals' in match ? [match.equals] : []
}

describe('names of the price library', () => {
  it('are all found in the list of their seller', async () => {
    const pricer = await pricerWith()
    const names = readLibrary().flatMap(({ id: provider, models }) =>
      models
        .filter(({ prices }) => JSON.stringify(prices).includes('_mtok'))
        .flatMap(({ id, match }) => [id, ...written(match)].map((model) => ({ provider, model }))),
    )
    expect(names.length).toBeGreaterThan(3000)
    const lost = names.filter((name) => pricer.price({ ...NO_USAGE, ...name, timeMs: null, calls: 1, inputTokens: 1 }) === null)
    // Open weights, which OpenAI does not sell.
    expect([...new Set(lost.map(({ model }) => model))]).toEqual(['gpt-oss-120b', 'gpt-oss-20b', 'gpt-oss-safeguard-20b'])
  })
})
