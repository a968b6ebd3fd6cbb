import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError } from '../errors.ts'
import { bundled } from '../files/bundled.ts'
import type { FileSource } from '../files/source.ts'
import { readText } from '../files/text.ts'
import { TOOL_PLACES } from '../generated/tools.ts'
import { findAdded, isNew } from '../policy/added.ts'
import type { Prices } from '../price/load.ts'
import type { Discovery } from '../read/discover/discover.ts'
import { readUsage } from '../read/usage.ts'
import { isUsualPath, type Settings } from '../settings.ts'
import type { Labeller } from '../usage/label.ts'
import type { Pricer } from '../usage/record.ts'
import { needsPrice, type Usage } from '../usage/usage.ts'

const PRICE_LIST = 'catalog/prices.json'
/** Prices of a few hundred models. Bytes. */
const LARGEST_PRICES = 4 << 20

/** What reading needs to know besides settings. */
export interface ReadContext {
  readonly onProgress: (done: number, total: number) => void
  /** Where the price file comes from. */
  readonly files: FileSource
  /** Loads the prices, where somebody else needs them, too. */
  readonly prices?: () => Promise<Pricer>
  /** Labels records, where somebody wants that. */
  readonly label?: Labeller
  /** Whether recorded costs are compared with list prices, so that prices are needed even where every record has a cost. */
  readonly checksPrices?: boolean
}

export interface UsageSettings extends Pick<Settings, 'usage-path' | 'on-invalid' | 'pricing-path' | 'working-directory'> {
  /** Folder of the working directory that usage-path starts from; left out: itself. */
  readonly folder?: string
  /** What is in the working directory was put there to be read, and nothing else is to be: no file lies there by chance. */
  readonly isApart?: true
  /** In place of usage-path: one file by its name, in which nothing is a wildcard. */
  readonly onlyFile?: string
}

/** A piece of usage, with prices as soon as a record needed them. */
export interface PricedUsage {
  readonly usage: Usage
  readonly pricer: Pricer | null
}

/** Reads all usage of a workspace in the order of trust, with what prices records that have no trustworthy cost. */
export async function* readPricedUsage(settings: UsageSettings, context: ReadContext): AsyncGenerator<PricedUsage> {
  const cwd = settings['working-directory']
  const overrides = settings['pricing-path']
  const load = context.prices ?? (() => loadPrices(context.files, overrides))
  let pricer: Pricer | null = overrides === null && !context.checksPrices ? null : await load()
  const { onProgress, label } = context
  const pieces = readUsage({
    cwd,
    ...placesOf(settings),
    onInvalid: settings['on-invalid'],
    onProgress,
    ...(label !== undefined && { label }),
  })
  for await (const usage of pieces) {
    if (pricer === null && wantsPrices(usage)) pricer = await load()
    yield { usage, pricer }
  }
}

function wantsPrices(usage: Usage): boolean {
  if (usage.type === 'records') return usage.records.some(needsPrice)
  return usage.type === 'run' && usage.run.spend !== null && needsPrice(usage.run.spend)
}

/** Prices of some 1,700 models: they are read when the first record needs one. */
export async function loadPrices(files: FileSource, overrides: string | null): Promise<Prices> {
  const text = overrides === null ? null : await readOverrides(files, overrides)
  const { loadPricer } = await import('../price/load.ts')
  return loadPricer({
    bundled: readText(bundled(PRICE_LIST), PRICE_LIST),
    overrides: overrides === null || text === null ? null : { path: overrides, text },
  })
}

/** Text of the price file; null where the pull request brings it, so that it has no force yet. */
async function readOverrides(files: FileSource, file: string): Promise<string | null> {
  const text = await files.read({ kind: 'prices', file, largest: LARGEST_PRICES, isNamed: true })
  const added = findAdded(files.used, 'prices', file)
  if (text === null && (added === null || !isNew(added)))
    throw new InputError(`${file}: does not exist${files.place}; correct pricing-path`)
  return text
}

/** The same endings as those of the usual places. */
const ANYWHERE = ['**/*.{json,jsonl,ndjson,eval}']

/** What is looked for: named files, or, where usage-path is as it is by default, also those of other tools. */
export function placesOf({ 'usage-path': named, folder = '', onlyFile, isApart }: UsageSettings): {
  readonly usagePath: string[]
  readonly onlyFile?: string
  readonly discovery?: Discovery
} {
  if (onlyFile !== undefined) return { usagePath: [], onlyFile }
  const isUsual = isUsualPath(named)
  const places = isUsual ? named.filter((place) => !TOOL_PLACES.includes(place)) : named
  return {
    usagePath: places.map((place) => (folder === '' ? place : join(folder, place))),
    ...(isUsual && { discovery: { folder, places: isApart ? ANYWHERE : TOOL_PLACES } }),
  }
}

/** Settings for the usage of something named: a folder stands for the usual places in it. */
export function settingsFor<T extends UsageSettings>(file: string, settings: T): T {
  const isFolder = statSync(resolve(settings['working-directory'], file), { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? { ...settings, folder: file } : { ...settings, 'usage-path': [file] }
}
