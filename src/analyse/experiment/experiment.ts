import { wilsonInterval } from '../../compare/shares.ts'
import { InputError } from '../../errors.ts'
import type { Experiment, ExperimentUnit, LeftOut, LeftOutReason, Tool, Variant } from '../../generated/types.ts'
import { nearestName } from '../../text/nearest.ts'
import type { ReadQuality } from '../../usage/usage.ts'
import { compareVariants } from './difference.ts'
import { meanInterval, normalReach, spreadOf } from './interval.ts'
import { type Observed, Rest } from './observe.ts'
import { entryOf, Sample } from './sample.ts'

export const CONFIDENCE = 0.95
/**
 * With fewer units a difference is not called one: costs of runs are skewed, and then intervals of few of them are too narrow. A common
 * rule of thumb; a simulation in the tests shows what it buys.
 */
export const ENOUGH = 10

const REASONS: readonly LeftOutReason[] = ['several_variants', 'no_variant', 'no_run', 'unpriced', 'earlier', 'aggregate']

/** What was observed, and how to show it. */
export interface Findings {
  readonly tool: Tool
  readonly by: string
  readonly unit: ExperimentUnit
  readonly observed: readonly Observed[]
  /** Names of variants in the order that they are shown in; null: by name. */
  readonly names: readonly string[] | null
  /** The variant that the others are compared with; null: the first. */
  readonly reference: string | null
  readonly quality: ReadQuality
  /** Records that repeat another one. */
  readonly repeated: number
}

/** Figures of each variant, and its difference from the first. */
export function conclude(findings: Findings): Experiment {
  const samples = new Map(findings.observed.flatMap((observed) => [...observed.samples]))
  const names = arrange(findings.names ?? [...samples.keys()].sort(), findings.reference)
  const [first, ...others] = names.map((name) => ({ name, sample: samples.get(name) ?? new Sample() }))
  const { quality, repeated } = findings
  return {
    schema_version: 1,
    tool: findings.tool,
    by: findings.by,
    unit: findings.unit,
    confidence: CONFIDENCE,
    enough_units: ENOUGH,
    variants:
      first === undefined
        ? []
        : [
            describe(first.name, first.sample, null),
            ...others.map(({ name, sample }) => describe(name, sample, compareVariants(first.sample, sample, CONFIDENCE, ENOUGH))),
          ],
    left_out: listLeftOut(findings.observed),
    quality: {
      invalid_records: quality.invalid,
      invalid_examples: [...quality.examples],
      duplicate_records: quality.duplicates,
      ...(repeated > 0 && { repeated_records: repeated }),
      placeholder_records: quality.placeholders,
    },
  }
}

function arrange(names: readonly string[], reference: string | null): readonly string[] {
  if (reference === null) return names
  if (names.includes(reference)) return [reference, ...names.filter((name) => name !== reference)]
  const near = nearestName(reference, names)
  throw new InputError(`--reference names no variant: ${near === null ? reference : `${reference}, did you mean ${near}?`}`, [
    `The variants are: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`,
  ])
}

function describe(name: string, sample: Sample, difference: Variant['difference']): Variant {
  const { calls, tokens, successes, failures } = sample
  const units = sample.costs.length
  const ended = successes + failures
  const mean = sample.meanCost()
  return {
    name,
    units,
    calls,
    tokens,
    tokens_per_call: sample.tokensPerCall(),
    cost_usd: sample.cost.toNumber(),
    cost_per_unit_usd: mean,
    cost_per_unit_interval: mean === null ? null : meanInterval(spreadOf(sample.costs, mean), CONFIDENCE),
    successes,
    failures,
    success_rate: ended > 0 ? successes / ended : null,
    success_interval: wilsonInterval({ successes, count: ended }, normalReach(CONFIDENCE)),
    cost_per_success_usd: sample.costPerSuccess(),
    difference,
  }
}

function listLeftOut(observed: readonly Observed[]): LeftOut[] {
  const sums = new Map<LeftOutReason, Rest>()
  for (const { leftOut } of observed) {
    for (const [reason, rest] of leftOut) {
      const sum = entryOf(sums, reason, () => new Rest())
      sum.add(rest)
      sum.runs += rest.runs
    }
  }
  return REASONS.flatMap((reason) => {
    const rest = sums.get(reason)
    return rest === undefined ? [] : [{ reason, runs: rest.runs, calls: rest.calls, cost_usd: rest.cost.toNumber() }]
  })
}
