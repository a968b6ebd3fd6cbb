import { at, FaultyFile, interpret, shown } from '../errors.ts'
import type { PricedModel, PricingFile } from '../generated/types.ts'
import validatePricing from '../generated/validate/pricing.js'
import { type Matcher, specificity, toMatcher } from '../text/wildcard.ts'
import { readYaml } from '../text/yaml.ts'
import { withoutEndings } from './list/endings.ts'
import { foldDots } from './list/models.ts'
import { type CatalogName, clean, joinName, type Providers, splitPrefix } from './names.ts'
import type { OwnNames } from './own-names.ts'
import { checkPrices } from './own-prices.ts'

/** A pricing file as text, and the name to report it by. */
export interface CatalogText {
  readonly path: string
  readonly text: string
}

/** A checked pricing file. */
export interface Catalog {
  readonly data: PricingFile
  /** What writers call sellers, lower case; '' for one that sells nothing itself. */
  readonly providers: Providers
  /** The model whose id or alias fits a name best: exact, then with a date behind it, then the longest pattern, then the first name. */
  find(names: OwnNames): PricedModel | null
  /** An error at a place in this file. */
  problem(path: readonly (string | number)[], message: string): FaultyFile
}

interface Pattern {
  readonly text: string
  /** Who sells the model, as its id says; null: nobody that is known. An alias without a seller means calls of this one. */
  readonly seller: string | null
  readonly weight: number
  readonly model: PricedModel
  readonly line: number
}

interface Glob extends Pattern {
  readonly matches: Matcher
}

/** Reads a pricing file; a FaultyFile says where it breaks its schema, its dates are out of order or two models share a name. */
export function readCatalog({ path: file, text }: CatalogText, known: Providers): Catalog {
  const { data, lineOf } = interpret(file, () => readYaml<PricingFile>(file, text, validatePricing))
  const problem = (path: readonly (string | number)[], message: string) => new FaultyFile(at({ file, line: lineOf(path) }, message), [file])
  const providers = providersOf(data, known)
  const patterns = new Map<string, Pattern>()
  for (const [index, model] of (data.models ?? []).entries()) {
    checkPrices(model.prices, (path, message) => problem(['models', index, 'prices', ...path], message))
    const seller = splitPrefix(clean(model.id), providers)?.provider || null
    const spellings = [{ written: model.id, path: ['models', index, 'id'] }]
    for (const [entry, written] of (model.aliases ?? []).entries()) spellings.push({ written, path: ['models', index, 'aliases', entry] })
    for (const { written, path } of spellings) {
      const pattern = { text: foldDots(clean(written)), seller, weight: specificity(written), model, line: lineOf(path) }
      const other = patterns.get(pattern.text)
      if (other !== undefined && other.model !== model) throw problem(path, `${shown(written)} already names a model in line ${other.line}`)
      patterns.set(pattern.text, pattern)
    }
  }
  // Best first, so that the first pattern that matches decides.
  const globs = [...patterns.values()]
    .filter(({ weight }) => Number.isFinite(weight))
    .toSorted((a, b) => b.weight - a.weight)
    .map((pattern): Glob => ({ ...pattern, matches: toMatcher(pattern.text) }))
  return {
    data,
    providers,
    problem,
    find: (names) => findExact(names, patterns) ?? findDated(names, patterns) ?? findGlob(names, globs, file),
  }
}

/** What writers call sellers: as everywhere, and as the file says; a seller that it knows is called so. */
function providersOf({ providers = {}, sellers = {} }: PricingFile, known: Providers): Providers {
  const own = Object.keys(sellers).map((name) => [name, name])
  return new Map([
    ...known,
    ...[...own, ...Object.entries(providers)].map(([name = '', seller = '']) => [clean(name), clean(seller)] as const),
  ])
}

function findExact(names: OwnNames, patterns: ReadonlyMap<string, Pattern>): PricedModel | null {
  for (const name of names.names) {
    const pattern = patterns.get(textOf(name))
    if (pattern !== undefined && isMeant(pattern, name, names)) return pattern.model
  }
  return null
}

/** A model whose name stands before a date or another ending that keeps it the same. */
function findDated(names: OwnNames, patterns: ReadonlyMap<string, Pattern>): PricedModel | null {
  for (const name of names.names) {
    for (const shorter of withoutEndings(textOf(name))) {
      const pattern = patterns.get(shorter)
      if (pattern?.model.dated === true && isMeant(pattern, name, names)) return pattern.model
    }
  }
  return null
}

function findGlob(names: OwnNames, globs: readonly Glob[], file: string): PricedModel | null {
  const best = names.names
    .map((name) => ({ text: textOf(name), found: globs.filter((glob) => isMeant(glob, name, names) && glob.matches(textOf(name))) }))
    .toSorted((a, b) => (b.found[0]?.weight ?? -1) - (a.found[0]?.weight ?? -1))
    .at(0)
  const [first, ...others] = best?.found ?? []
  if (best === undefined || first === undefined) return null
  const rival = others.find(({ weight, model }) => weight === first.weight && model !== first.model)
  if (rival !== undefined) {
    const both = `both ${shown(first.text)} and ${shown(rival.text)} (line ${rival.line}) match ${shown(best.text)} equally well`
    throw new FaultyFile(at({ file, line: first.line }, `${both}: make one of them longer`), [file])
  }
  return first.model
}

/** A name alone means a model of the seller of the call, if both are known. */
function isMeant({ seller }: Pattern, { provider }: CatalogName, names: OwnNames): boolean {
  return provider !== null || seller === null || names.seller === null || seller === names.seller
}

function textOf(name: CatalogName): string {
  return foldDots(joinName(name))
}
