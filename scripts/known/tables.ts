import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readKnown } from '../../__tests__/support/price/known.ts'
import { loadPricer } from '../../src/price/load.ts'
import { renderNames, renderShares, renderSpellings } from './render.ts'

/** What docs/pricing.md and docs/known-models.md say of the names that the bundled list knows. */
export async function renderKnown(root: string): Promise<Readonly<Record<'shares' | 'spellings' | 'names', string>>> {
  const prices = await loadPricer({ bundled: await readFile(join(root, 'catalog/prices.json'), 'utf8'), overrides: null })
  const known = readKnown()
  return { shares: renderShares(known, prices), spellings: renderSpellings(prices), names: renderNames(known) }
}
