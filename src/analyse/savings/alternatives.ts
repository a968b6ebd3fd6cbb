import { at, InputError, shown } from '../../errors.ts'
import type { Alternative, AlternativesFile, PriceTiers } from '../../generated/types.ts'
import validateAlternatives from '../../generated/validate/alternatives.js'
import { type Matcher, toMatcher } from '../../text/wildcard.ts'
import { readYaml } from '../../text/yaml.ts'

/** A checked file of alternatives (schemas/alternatives.schema.json). */
export interface Alternatives {
  readonly entries: readonly Alternative[]
  /** Names of providers in lower case. */
  readonly batchProviders: ReadonlySet<string>
  /** Patterns of steps whose answer somebody waits for. */
  readonly interactiveSteps: readonly string[]
  /** Null: the file does not say which models are cheap and which premium. */
  readonly tiers: PriceTiers | null
  /** An error at the `to` of an entry. */
  problem(entry: Alternative, message: string): InputError
}

/** Reads a file of alternatives. Throws an InputError that says where it breaks its schema, or that its tiers overlap. */
export function readAlternatives(file: string, text: string): Alternatives {
  const { data, lineOf } = readYaml<AlternativesFile>(file, text, validateAlternatives)
  const entries = data.alternatives ?? []
  const tiers = data.tiers ?? null
  if (tiers !== null && tiers.premium_from < tiers.economy_below) {
    const place = { file, line: lineOf(['tiers', 'premium_from']), path: '$.tiers.premium_from' }
    throw new InputError(at(place, `must be economy_below (${tiers.economy_below}) or more, got ${tiers.premium_from}`))
  }
  return {
    entries,
    batchProviders: new Set((data.batch?.providers ?? []).map((name) => name.toLowerCase())),
    interactiveSteps: data.batch?.interactive_steps ?? [],
    tiers,
    problem(entry, message) {
      const index = entries.indexOf(entry)
      const line = lineOf(['alternatives', index, 'to'])
      return new InputError(at({ file, line, path: `$.alternatives[${index}].to` }, `${message}, got ${shown(entry.to)}`))
    },
  }
}

/** Tells whether an entry is about a model in a step; null is a step that is not known, which an entry with `steps` is not about. */
export function toAbout({ from, steps }: Alternative): (step: string | null, model: string) => boolean {
  const isFrom = toAnyMatcher(from.map((pattern) => pattern.toLowerCase()))
  const isIn = steps === undefined ? null : toAnyMatcher(steps)
  return (step, model) => {
    const name = model.toLowerCase()
    const isMeant = isFrom(name) || isFrom(name.slice(name.lastIndexOf('/') + 1))
    return isMeant && (isIn === null || (step !== null && isIn(step)))
  }
}

/** Tells whether a name matches any of the patterns. */
export function toAnyMatcher(patterns: readonly string[]): Matcher {
  const matchers = patterns.map(toMatcher)
  return (name) => matchers.some((matches) => matches(name))
}
