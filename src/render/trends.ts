import type { CostTrends, TrendSeries } from '../generated/types.ts'
import { alignColumns } from '../words/columns.ts'
import { type CsvCell, renderCsv } from '../words/csv.ts'
import { plain } from '../words/escape.ts'
import { count, integer, signedPercent, signedUsd, usd } from '../words/format.ts'
import { limit } from '../words/markdown.ts'
import type { Paint } from '../words/paint.ts'

const BARS = '▁▂▃▄▅▆▇█'
const CSV_TITLES = ['from', 'to', 'complete', 'calls', 'total_tokens', 'cost_usd', 'change_usd', 'change_percent']

const ROWS = 20
const NONE = '–'
const COMMIT_LENGTH = 7
const TITLES = { total: '', agent: 'Agent', model: 'Model' } as const

/** Cost over time for a terminal: a line per name with its sparkline, then the total per period. */
export function renderTrendsText(trends: CostTrends, paint: Paint): string {
  const { periods, unit, earlier_calls: earlier, undated_calls: undated } = trends
  const [first, last] = [periods[0], periods.at(-1)]
  const span = first === undefined || last === undefined ? '' : `, ${dayOf(first.from)} to ${dayOf(last.to)}`
  const open = periods.some(({ complete }) => !complete)
  const unpriced = trends.total.points.reduce((sum, { unpriced_calls = 0 }) => sum + unpriced_calls, 0)
  const notes = [
    open ? `* so far: this ${unit} is not over, and not in the slope.` : null,
    earlier > 0 ? `${count(earlier, 'call')} ${earlier === 1 ? 'is' : 'are'} earlier than these ${unit}s.` : null,
    undated > 0 ? `${count(undated, 'call')} without a time ${undated === 1 ? 'is' : 'are'} in no ${unit}.` : null,
    unpriced > 0 ? `${count(unpriced, 'call')} without a known price ${unpriced === 1 ? 'is' : 'are'} in no amount.` : null,
  ].filter((line) => line !== null)
  const sections = [
    [paint('bold', `LLM cost per ${unit}${span}`)],
    ...(periods.length === 0 ? [['No calls.']] : [seriesLines(trends, paint), periodLines(trends, paint)]),
    notes,
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function seriesLines(trends: CostTrends, paint: Paint): string[] {
  const { by, unit, series, total } = trends
  const { shown, hidden } = limit(series, ROWS)
  const figures = [...(unit === 'record' ? [] : ['Cost']), `Last ${unit}`, 'Change', 'Slope'].map((title) => ({ title, right: true }))
  const rows = shown.map((one) => [one.name === null ? `(no ${by})` : plain(one.name), ...writeSeries(one, unit)])
  const columns = [{ title: TITLES[by] }, { title: 'Trend' }, ...figures]
  const [title = '', ...lines] = alignColumns(columns, [...rows, ['Total', ...writeSeries(total, unit)]])
  const more = hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : []
  return [paint('dim', title), ...lines.slice(0, -1), ...more, paint('bold', lines.at(-1) ?? '')]
}

function writeSeries({ points, cost_usd, slope_usd }: TrendSeries, unit: CostTrends['unit']): string[] {
  const last = points.at(-1)
  return [
    sparkline(points.map((point) => point.cost_usd)),
    ...(unit === 'record' ? [] : [amount(cost_usd)]),
    amount(last?.cost_usd ?? null),
    change(last?.change_percent ?? null),
    slope_usd === null ? NONE : `${signedUsd(slope_usd)} per ${unit}`,
  ]
}

function periodLines({ periods, total, unit }: CostTrends, paint: Paint): string[] {
  const columns = [
    { title: unit === 'record' ? 'Record' : unit === 'week' ? 'Week' : 'Day' },
    ...(unit === 'day' ? [] : [{ title: unit === 'record' ? 'Commit' : 'From' }]),
    ...['Cost', 'Change', '', 'Calls'].map((title) => ({ title, right: true })),
  ]
  const rows = periods.map(({ name, from, commit, complete }, index) => {
    const point = total.points[index]
    return [
      `${name}${complete ? '' : ' *'}`,
      ...(unit === 'day' ? [] : [unit === 'record' ? plain(commit?.slice(0, COMMIT_LENGTH) ?? NONE) : (from ?? NONE)]),
      amount(point?.cost_usd ?? null),
      point === undefined || point.change_usd === null ? NONE : signedUsd(point.change_usd),
      change(point?.change_percent ?? null),
      integer(point?.calls ?? 0),
    ]
  })
  const [title = '', ...lines] = alignColumns(columns, rows)
  return [paint('dim', title), ...lines]
}

function amount(value: number | null): string {
  return value === null ? NONE : usd(value)
}

function change(value: number | null): string {
  return value === null ? NONE : signedPercent(value)
}

function dayOf(time: string | null): string {
  return time?.slice(0, 10) ?? 'unknown'
}

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
  return renderCsv([by, unit, ...CSV_TITLES], rows)
}

/** Values ≥ 0 as bars from 0 to the largest of them; null is a gap. */
export function sparkline(values: readonly (number | null)[]): string {
  const most = values.reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0)
  return values.map((value) => (value === null ? ' ' : barOf(most === 0 ? 0 : value / most))).join('')
}

function barOf(part: number): string {
  return BARS.charAt(Math.max(0, Math.ceil(part * BARS.length) - 1))
}
