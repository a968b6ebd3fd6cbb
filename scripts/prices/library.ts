import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findProvider, type Provider } from '@pydantic/genai-prices'

/** All that the price library knows. It tells one provider at a time, by its id: the ids stand in its source. */
export function readLibrary(): Provider[] {
  const source = readFileSync(fileURLToPath(import.meta.resolve('@pydantic/genai-prices')), 'utf8')
  const ids = new Set([...source.matchAll(/\bid: ?"([^"]+)"/g)].map(([, id = '']) => id))
  const found = new Set<Provider>()
  for (const providerId of ids) {
    const provider = findProvider({ providerId })
    if (provider !== undefined) found.add(provider)
  }
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1))
}
