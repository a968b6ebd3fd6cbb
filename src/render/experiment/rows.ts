import { describeLeftOut } from '../../analyse/experiment/left-out.ts'
import type { CostDifference, Experiment, Interval, RateDifference, Reading, Variant } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, percent, signedPercent, signedUsd, usd } from '../../words/format.ts'

const UNKNOWN = 'unknown'

/** Titles of the columns of `variantRow`; the first stands left, the others right. */
export function variantTitles({ by, unit }: Experiment, voice: Voice): string[] {
  return [
    voice.name(by),
    ...(unit === 'run' ? ['Runs'] : []),
    'Calls',
    'Tokens per call',
    'Cost',
    `Cost per ${unit}`,
    'Success',
    'Cost per success',
  ]
}

export function variantRow({ unit }: Experiment, variant: Variant, voice: Voice): string[] {
  const { units, calls, tokens_per_call, cost_usd, cost_per_unit_usd, successes, failures, success_rate, cost_per_success_usd } = variant
  return [
    voice.name(variant.name),
    ...(unit === 'run' ? [integer(units)] : []),
    integer(calls),
    tokens_per_call === null ? UNKNOWN : integer(Math.round(tokens_per_call)),
    usd(cost_usd),
    cost_per_unit_usd === null ? UNKNOWN : usd(cost_per_unit_usd),
    success_rate === null ? UNKNOWN : `${percent(100 * success_rate)} (${integer(successes)} of ${integer(successes + failures)})`,
    cost_per_success_usd === null ? UNKNOWN : usd(cost_per_success_usd),
  ]
}

/** Titles of the columns of `differenceRows`. */
export function differenceTitles({ confidence, variants }: Experiment, voice: Voice): string[] {
  return [`Against ${voice.name(variants[0]?.name ?? '')}`, 'Figure', 'Difference', `${percent(100 * confidence)} interval`, 'Reading']
}

/** Up to four lines for one variant: cost and success, then the figures without an interval. What is not known has no line. */
export function differenceRows(experiment: Experiment, variant: Variant, voice: Voice): string[][] {
  const { unit } = experiment
  const { difference } = variant
  const [first] = experiment.variants
  if (difference === null || first === undefined) return []
  const { cost_per_unit, success_rate, cost_per_success_usd, tokens_per_call } = difference
  const rows = [
    cost_per_unit && [`cost per ${unit}`, ...costCells(cost_per_unit, few(unit, first.units, variant.units, experiment))],
    success_rate && ['success', ...rateCells(success_rate, few(unit, ended(first), ended(variant), experiment))],
    cost_per_success_usd !== null && ['cost per success', signedUsd(cost_per_success_usd), '', ''],
    tokens_per_call !== null && ['tokens per call', writeSigned(tokens_per_call), '', ''],
  ].filter((row) => row !== null && row !== false)
  return (rows.length === 0 ? [[UNKNOWN, '', '', '']] : rows).map((row, index) => [index === 0 ? voice.name(variant.name) : '', ...row])
}

function costCells({ usd: amount, percent: share, interval, reading }: CostDifference, tooFew: string): readonly string[] {
  return [
    share === null ? signedUsd(amount) : `${signedUsd(amount)} (${signedPercent(share)})`,
    interval === null ? '' : writeInterval(interval, (end, other) => signedUsd(end, other)),
    writeReading(reading, 'dearer', 'cheaper', tooFew),
  ]
}

function rateCells({ share, interval, reading }: RateDifference, tooFew: string): readonly string[] {
  return [`${points(share)} points`, `${writeInterval(interval, points)} points`, writeReading(reading, 'better', 'worse', tooFew)]
}

function writeInterval(interval: Interval, write: (end: number, other: number) => string): string {
  return `${write(interval.low, interval.high)} to ${write(interval.high, interval.low)}`
}

function writeReading(reading: Reading, higher: string, lower: string, tooFew: string): string {
  return { higher, lower, unclear: 'no clear difference', too_few: tooFew }[reading]
}

function few(unit: string, first: number, other: number, { enough_units }: Experiment): string {
  return `too few ${unit}s to tell (${integer(first)} and ${integer(other)}, at least ${integer(enough_units)} each)`
}

function ended({ successes, failures }: Variant): number {
  return successes + failures
}

/** A difference of shares in percentage points. */
function points(share: number, other?: number): string {
  return signedPercent(100 * share, other === undefined ? undefined : 100 * other).replace(/ %$/, '')
}

function writeSigned(value: number): string {
  const whole = Math.round(value)
  return `${whole > 0 ? '+' : ''}${integer(whole)}`
}

/** What a reader must know before trusting the figures. */
export function listNotes({ variants, left_out, quality, by, unit }: Experiment, voice: Voice): string[] {
  return [
    ...(unit === 'call'
      ? ['No run is known, so each call counts by itself; calls that depend on each other make the intervals too narrow.']
      : []),
    ...(variants.length === 1 ? ['There is only one variant: nothing to compare it with.'] : []),
    ...(variants.length > 2
      ? ['Each interval holds for its own difference alone: of twenty differences that are only chance, one looks real.']
      : []),
    ...left_out.map((rest) => `Left out: ${describeLeftOut(rest, { by }, voice)}.`),
    ...(quality.invalid_records > 0
      ? [`${count(quality.invalid_records, 'invalid record')} skipped: ${voice.text(quality.invalid_examples[0] ?? '')}`]
      : []),
    ...(quality.duplicate_records > 0 ? [`${count(quality.duplicate_records, 'duplicate')} left out.`] : []),
    ...(quality.repeated_records
      ? [`${count(quality.repeated_records, 'line')} counted although another one says the same byte for byte.`]
      : []),
  ]
}
