import type { TrendPeriod, TrendPoint, TrendSeries } from '../../generated/types.ts'
import { differenceUsd } from '../../usage/money.ts'

/** What is known of a name in one period; null: it made no call. */
export type Measured = Pick<TrendPoint, 'calls' | 'total_tokens' | 'unpriced_calls' | 'cost_usd'> | null

const NOTHING: TrendPoint = { calls: 0, total_tokens: 0, cost_usd: null, change_usd: null, change_percent: null }

/** A name's way through the periods: its changes, and the slope over the periods that are over. Gaps are in neither. */
export function seriesOf(
  name: string | null,
  measured: readonly Measured[],
  periods: readonly TrendPeriod[],
  costUsd: number | null,
): TrendSeries {
  const points = measured.map((one, index) => toPoint(one, measured[index - 1]?.cost_usd ?? null))
  const over = points.flatMap(({ cost_usd: y }, x) => (y === null || periods[x]?.complete === false ? [] : [{ x, y }]))
  return { name, cost_usd: costUsd, slope_usd: slopeOf(over), points }
}

function toPoint(one: Measured, beforeUsd: number | null): TrendPoint {
  if (one === null) return NOTHING
  const costUsd = one.cost_usd
  const change = costUsd === null || beforeUsd === null ? null : differenceUsd(costUsd, beforeUsd)
  return {
    ...one,
    change_usd: change,
    change_percent: change === null || beforeUsd === null || beforeUsd === 0 ? null : (change / beforeUsd) * 100,
  }
}

/** The dearest first, equals by name, what has no name last. */
export function byWeight(weightOf: (series: TrendSeries) => number): (a: TrendSeries, b: TrendSeries) => number {
  return (a, b) => weightOf(b) - weightOf(a) || (a.name === null ? 1 : b.name === null ? -1 : a.name < b.name ? -1 : 1)
}

/** Slope of the line that fits points best by least squares, y per x; null with fewer than two points. */
function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number | null {
  if (points.length < 2) return null
  const mean = (of: (point: { x: number; y: number }) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  return points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread
}
