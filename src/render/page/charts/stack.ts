import { INK, LINE, MUTED, PLAIN, SERIES } from '../palette.ts'
import type { Chart, Option, Size } from './draw.ts'

export interface Series {
  readonly name: string
  readonly values: readonly number[]
  /** All that has no series of its own. */
  readonly isRest?: boolean
}

export interface Bars {
  readonly id: string
  readonly title: string
  readonly description: string
  /** A label per bar. */
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  /** On top of each other, or side by side. */
  readonly isStacked: boolean
  readonly write: (value: number) => string
  /** Bars that a phone has room for, the last ones. */
  readonly mostNarrow: number
}

/** Bars from left to right, in as many parts as there are series. */
export function bars(chart: Bars): Chart {
  const { id, title, description, series } = chart
  const legend = series.map(({ name, isRest }, index) => ({ name, colour: colourOf(index, isRest) }))
  return {
    id,
    title,
    description,
    legend,
    isPatterned: true,
    height: (size) => (size === 'wide' ? 260 : 230),
    draw: (size) => option(chart, size),
  }
}

function option({ labels, series, isStacked, write, mostNarrow }: Bars, size: Size): Option {
  const isWide = size === 'wide'
  const last = isWide ? labels.length : mostNarrow
  const words = { color: INK.light, fontSize: isWide ? 13 : 11 }
  return {
    grid: { left: 8, right: 12, top: 12, bottom: 8, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category',
      data: labels.slice(-last),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MUTED.light } },
      axisLabel: { ...words, hideOverlap: true, rotate: isWide || labels.length < 6 ? 0 : 45 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: LINE.light } },
      axisLabel: { ...words, formatter: (value: number) => write(value) },
    },
    series: series.map(({ name, values, isRest }, index) => ({
      type: 'bar' as const,
      name,
      ...(isStacked ? { stack: 'all' } : { barGap: '10%' }),
      barMaxWidth: 60,
      itemStyle: { color: colourOf(index, isRest) },
      data: values.slice(-last),
    })),
  }
}

function colourOf(index: number, isRest = false): string {
  return isRest ? PLAIN.light : (SERIES[index % SERIES.length] ?? PLAIN).light
}
