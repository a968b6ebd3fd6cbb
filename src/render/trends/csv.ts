import type { CostTrends } from '../../generated/types.ts'
import { type CsvCell, renderCsv } from '../../words/csv.ts'

const TITLES = ['from', 'to', 'complete', 'calls', 'total_tokens', 'cost_usd', 'change_usd', 'change_percent']

/** Cost over time as CSV: one row per name and period. Figures are not rounded; a gap has no cost. */
export function renderTrendsCsv({ by, unit, periods, total, series }: CostTrends): string {
  const named =
    by === 'total' ? [{ name: 'total', points: total.points }] : series.map(({ name, points }) => ({ name: name ?? `(no ${by})`, points }))
  const rows = named.flatMap(({ name, points }) =>
    periods.map(({ name: period, from, to, complete }, index): CsvCell[] => {
      const point = points[index]
      const change = [point?.change_usd ?? null, point?.change_percent ?? null]
      return [name, period, from, to, String(complete), point?.calls ?? 0, point?.total_tokens ?? null, point?.cost_usd ?? null, ...change]
    }),
  )
  return renderCsv([by, unit, ...TITLES], rows)
}
