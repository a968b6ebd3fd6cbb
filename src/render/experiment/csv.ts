import type { Experiment, Variant } from '../../generated/types.ts'
import { type CsvCell, renderCsv } from '../../words/csv.ts'

type Column = readonly [title: string, cellOf: (variant: Variant) => CsvCell | undefined]

/** One row per variant: its figures, then its difference from the first. Shares are from 0 to 1, amounts US dollars. */
export function renderExperimentCsv({ by, unit, variants }: Experiment): string {
  const columns: readonly Column[] = [
    ['by', () => by],
    ['variant', ({ name }) => name],
    ['unit', () => unit],
    ['units', ({ units }) => units],
    ['calls', ({ calls }) => calls],
    ['tokens', ({ tokens }) => tokens],
    ['tokens_per_call', ({ tokens_per_call }) => tokens_per_call],
    ['cost_usd', ({ cost_usd }) => cost_usd],
    ['cost_per_unit_usd', ({ cost_per_unit_usd }) => cost_per_unit_usd],
    ['cost_per_unit_low', ({ cost_per_unit_interval }) => cost_per_unit_interval?.low],
    ['cost_per_unit_high', ({ cost_per_unit_interval }) => cost_per_unit_interval?.high],
    ['successes', ({ successes }) => successes],
    ['failures', ({ failures }) => failures],
    ['success_rate', ({ success_rate }) => success_rate],
    ['success_low', ({ success_interval }) => success_interval?.low],
    ['success_high', ({ success_interval }) => success_interval?.high],
    ['cost_per_success_usd', ({ cost_per_success_usd }) => cost_per_success_usd],
    ['against', ({ difference }) => difference && variants[0]?.name],
    ['tokens_per_call_difference', ({ difference }) => difference?.tokens_per_call],
    ['cost_per_unit_difference', ({ difference }) => difference?.cost_per_unit?.usd],
    ['cost_per_unit_difference_percent', ({ difference }) => difference?.cost_per_unit?.percent],
    ['cost_per_unit_difference_low', ({ difference }) => difference?.cost_per_unit?.interval?.low],
    ['cost_per_unit_difference_high', ({ difference }) => difference?.cost_per_unit?.interval?.high],
    ['cost_per_unit_reading', ({ difference }) => difference?.cost_per_unit?.reading],
    ['success_rate_difference', ({ difference }) => difference?.success_rate?.share],
    ['success_rate_difference_low', ({ difference }) => difference?.success_rate?.interval.low],
    ['success_rate_difference_high', ({ difference }) => difference?.success_rate?.interval.high],
    ['success_rate_reading', ({ difference }) => difference?.success_rate?.reading],
    ['cost_per_success_difference', ({ difference }) => difference?.cost_per_success_usd],
  ]
  return renderCsv(
    columns.map(([title]) => title),
    variants.map((variant) => columns.map(([, cellOf]) => cellOf(variant) ?? null)),
  )
}
