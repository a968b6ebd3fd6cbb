import { BAD, GOOD, INK, MUTED, PLAIN } from '../palette.ts'
import { type Chart, type Option, type Size, WIDTHS } from './draw.ts'

export interface Fall {
  readonly name: string
  readonly usd: number
  /** Where it starts: 0 for a total. */
  readonly from: number
  readonly kind: 'total' | 'rise' | 'fall'
  /** What stands at its bar. */
  readonly label: string
}

const ROW = 34
const COLOURS: Record<Fall['kind'], string> = { total: PLAIN.light, rise: BAD.light, fall: GOOD.light }

/** From one total to another in steps, from top to bottom. */
export function waterfall(id: string, title: string, steps: readonly Fall[]): Chart {
  return {
    id,
    title,
    description: steps.map(({ name, label }) => `${name} ${label}`).join(', '),
    isPatterned: true,
    height: () => steps.length * ROW + 8,
    draw: (size) => option(steps, size),
  }
}

function option(steps: readonly Fall[], size: Size): Option {
  const most = Math.max(...steps.map(({ from, usd }) => from + Math.abs(usd)))
  const isWide = size === 'wide'
  // Room for the label of the longest bar.
  const room = isWide ? 1.15 : 1.55
  const left = isWide ? 200 : 146
  return {
    grid: { left, right: 8, top: 4, bottom: 4 },
    xAxis: { type: 'value', min: 0, max: most * room, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MUTED.light } },
      axisLabel: { color: INK.light, fontSize: isWide ? 14 : 12, width: left - 14, overflow: 'truncate', interval: 0 },
    },
    series: [
      { type: 'bar', stack: 'all', silent: true, itemStyle: { color: 'none' }, data: steps.map(({ from }) => from) },
      {
        type: 'bar',
        stack: 'all',
        barWidth: ROW - 12,
        label: { show: true, position: 'right', color: INK.light, fontSize: isWide ? 14 : 12, textBorderWidth: 0 },
        data: steps.map(({ usd, kind, label }) => ({
          // A bar of nothing would have its label at the axis.
          value: Math.max(Math.abs(usd), most / WIDTHS[size]),
          label: { formatter: () => label },
          itemStyle: { color: COLOURS[kind] },
        })),
      },
    ],
  }
}
