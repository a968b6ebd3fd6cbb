import { InputError } from '../../errors.ts'
import type { Experiment } from '../../generated/types.ts'
import { VERSION } from '../../generated/version.ts'
import { readSpend } from '../../measure/spend.ts'
import type { ReadContext, UsageSettings } from '../../measure/usage.ts'
import { settingsFor } from '../../measure/usage.ts'
import type { Settings } from '../../settings.ts'
import { nearestName } from '../../text/nearest.ts'
import { firstExamples } from '../../usage/examples.ts'
import { labelOutcome, MetadataLabels } from '../../usage/label.ts'
import type { ReadQuality } from '../../usage/usage.ts'
import { PLAIN } from '../../words/escape.ts'
import { type By, variantOf, writeBy } from './by.ts'
import { conclude } from './experiment.ts'
import { describeLeftOut } from './left-out.ts'
import { type Observed, Observer } from './observe.ts'

/** Keys of metadata that a message names. */
const KEYS = 20

export interface ExperimentSettings extends UsageSettings, Pick<Settings, 'since'> {
  readonly by: By
  /** Files, patterns or folders, each a variant; used only where the variants are files. */
  readonly files: readonly string[]
  /** Variant that the others are compared with; null: the first. */
  readonly reference: string | null
}

/**
 * Compares variants by what was recorded.
 * @throws InputError where there is nothing to compare, and as `readUsage` does.
 */
export async function runExperiment(settings: ExperimentSettings, context: Omit<ReadContext, 'label'>): Promise<Experiment> {
  const { by, files } = settings
  const labels = by.kind === 'metadata' ? new MetadataLabels(by.path) : null
  const isByFile = by.kind === 'file'
  const sources = isByFile ? files.map((file) => settingsFor(file, settings)) : [settings]
  const observers: Observer[] = []
  for (const [index, source] of sources.entries()) {
    const file = files[index] ?? null
    const observer = new Observer(isByFile ? () => file : (record) => variantOf(by, record), settings.since)
    await readSpend(source, { ...context, label: labels?.label ?? labelOutcome }, observer)
    observers.push(observer)
  }
  const unit = observers.some((observer) => observer.unit() === 'run') ? 'run' : 'call'
  const experiment = conclude({
    tool: { name: 'llm-cost-gate', version: VERSION },
    by: writeBy(by),
    unit,
    observed: observers.map((observer): Observed => observer.finish(unit)),
    names: isByFile ? files : null,
    reference: settings.reference,
    quality: observers.map(({ quality }) => quality).reduce(plus),
    repeated: observers.reduce((sum, { repeated }) => sum + repeated, 0),
  })
  if (experiment.variants.every(({ units }) => units === 0)) throw nothingToCompare(experiment, labels)
  return experiment
}

function plus(one: ReadQuality, other: ReadQuality): ReadQuality {
  return {
    invalid: one.invalid + other.invalid,
    examples: firstExamples(one.examples, ...other.examples),
    duplicates: one.duplicates + other.duplicates,
    placeholders: one.placeholders + other.placeholders,
  }
}

function nothingToCompare(experiment: Experiment, labels: MetadataLabels | null): InputError {
  const { by, left_out } = experiment
  if (labels !== null && left_out.every(({ reason }) => reason === 'no_variant' || reason === 'no_run'))
    return unknownKey(by, [...labels.keys])
  const isShared = labels === null && left_out.some(({ reason }) => reason === 'several_variants')
  return new InputError('there is nothing to compare', [
    ...left_out.map((rest) => `left out: ${describeLeftOut(rest, experiment, PLAIN)}`),
    ...(isShared ? [`To see what each ${by} costs within runs: llm-cost-gate report --by ${by}`] : []),
  ])
}

function unknownKey(by: string, keys: readonly string[]): InputError {
  const near = nearestName(by.replace(/^metadata\./, ''), keys)
  const hint = near === null ? '' : `, did you mean metadata.${near}?`
  const known = keys.length === 0 ? 'There is no metadata' : `Keys of the metadata: ${[...keys].sort().slice(0, KEYS).join(', ')}`
  return new InputError(`no call has ${by}${hint}`, [known])
}
