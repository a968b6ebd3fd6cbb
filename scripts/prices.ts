// Rebuilds catalog/prices.json from the price library, catalog/pricing.yaml and catalog/sellers.yaml (CONTRIBUTING.md).
// --check only says whether it is stale; --today makes today the day of the list.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import type { PricingFile } from '../src/generated/types.ts'
import type { ListData } from '../src/price/list/data.ts'
import { isoDay } from '../src/time.ts'
import { buildList, type SellersFile } from './prices/build.ts'
import { compareLists, findUntold, writeChanges } from './prices/changes.ts'
import { readLibrary } from './prices/library.ts'
import { fingerprintOf, renderList } from './prices/render.ts'

const LIST = 'catalog/prices.json'
const PRICING = 'catalog/pricing.yaml'
const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const { values } = parseArgs({ options: { check: { type: 'boolean' }, today: { type: 'boolean' } } })

if (values.today) writeFileSync(join(root, PRICING), read(PRICING).replace(/^as_of: .*$/m, `as_of: ${isoDay(Date.now())}`))
const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
const source = `genai-prices ${devDependencies['@pydantic/genai-prices']}`
const list = buildList(source, readLibrary(), parse(read('catalog/sellers.yaml')) as SellersFile, parse(read(PRICING)) as PricingFile)
const fresh = renderList({ ...list, fingerprint: fingerprintOf(list) })
const current = read(LIST)
if (values.check) {
  if (fresh !== current) fail(`${LIST} is not what ${PRICING}, catalog/sellers.yaml and the library say: run node scripts/prices.ts`)
} else {
  const changes = compareLists(JSON.parse(current) as ListData, list)
  console.log(writeChanges(changes))
  const untold = findUntold(changes, read('CHANGELOG.md'))
  if (untold.length > 0)
    fail(`these prices changed by more than 30 %: write a line about each in CHANGELOG.md, with its name in \`…\`:\n${untold.join('\n')}`)
  else writeFileSync(join(root, LIST), fresh)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
