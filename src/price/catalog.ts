import { at, FaultyFile, interpret, shown } from '../errors.ts'
import type { DatedPrice, PricedModel, PricingFile } from '../generated/types.ts'
import validatePricing from '../generated/validate/pricing.js'
import { type Matcher, specificity, toMatcher } from '../text/wildcard.ts'
import { readYaml } from '../text/yaml.ts'
import { withoutEndings } from './list/endings.ts'
import { type CatalogName, joinName } from './names.ts'

/** A pricing file as text, and the name to report it by. */
export interface CatalogText {
  readonly path: string
  readonly text: string
}

/** A checked pricing file. */
export interface Catalog {
  readonly data: PricingFile
  /** The model whose id or alias fits a name best: exact, then with a date behind it, then the longest pattern, then the first name. */
  find(names: readonly CatalogName[]): PricedModel | null
  /** An error at a place in this file. */
  problem(path: readonly (string | number)[], message: string): FaultyFile
}

interface Pattern {
  readonly text: string
  readonly weight: number
  readonly model: PricedModel
  readonly line: number
}

interface Glob extends Pattern {
  readonly matches: Matcher
}

/** Reads a pricing file; a FaultyFile says where it breaks its schema, its dates are out of order or two models share a name. */
export function readCatalog({ path: file, text }: CatalogText): Catalog {
  const { data, lineOf } = interpret(file, () => readYaml<PricingFile>(file, text, validatePricing))
  const problem = (path: readonly (string | number)[], message: string) => new FaultyFile(at({ file, line: lineOf(path) }, message), [file])
  const patterns = new Map<string, Pattern>()
  for (const [index, model] of (data.models ?? []).entries()) {
    checkDates(model.prices, (entry, message) => problem(['models', index, 'prices', entry, 'effective'], message))
    const spellings = [{ written: model.id, path: ['models', index, 'id'] }]
    for (const [entry, written] of (model.aliases ?? []).entries()) spellings.push({ written, path: ['models', index, 'aliases', entry] })
    for (const { written, path } of spellings) {
      const pattern = { text: written.toLowerCase(), weight: specificity(written), model, line: lineOf(path) }
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
  return { data, problem, find: (names) => findExact(names, patterns) ?? findDated(names, patterns) ?? findGlob(names, globs, file) }
}

function checkDates(prices: readonly DatedPrice[], problem: (entry: number, message: string) => FaultyFile): void {
  for (const [entry, price] of prices.entries()) {
    const before = prices[entry - 1]
    if (before !== undefined && price.effective <= before.effective) {
      throw problem(entry, `effective must be later than ${before.effective}, the price before it, got ${price.effective}`)
    }
  }
}

function findExact(names: readonly CatalogName[], patterns: ReadonlyMap<string, Pattern>): PricedModel | null {
  for (const name of names) {
    const pattern = patterns.get(joinName(name))
    if (pattern !== undefined) return pattern.model
  }
  return null
}

/** A model whose name stands before a date or another ending that keeps it the same. */
function findDated(names: readonly CatalogName[], patterns: ReadonlyMap<string, Pattern>): PricedModel | null {
  for (const name of names.map(joinName)) {
    for (const shorter of withoutEndings(name)) {
      const model = patterns.get(shorter)?.model
      if (model?.dated === true) return model
    }
  }
  return null
}

function findGlob(names: readonly CatalogName[], globs: readonly Glob[], file: string): PricedModel | null {
  const best = names
    .map(joinName)
    .map((name) => ({ name, found: globs.filter(({ matches }) => matches(name)) }))
    .toSorted((a, b) => (b.found[0]?.weight ?? -1) - (a.found[0]?.weight ?? -1))
    .at(0)
  const [first, ...others] = best?.found ?? []
  if (best === undefined || first === undefined) return null
  const rival = others.find(({ weight, model }) => weight === first.weight && model !== first.model)
  if (rival !== undefined) {
    const both = `both ${shown(first.text)} and ${shown(rival.text)} (line ${rival.line}) match ${shown(best.name)} equally well`
    throw new FaultyFile(at({ file, line: first.line }, `${both}: make one of them longer`), [file])
  }
  return first.model
}
