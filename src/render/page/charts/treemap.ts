import { ON_SERIES, PAPER, PLAIN, SERIES } from '../palette.ts'
import type { Chart, Option, Size } from './draw.ts'

export interface Tile {
  readonly name: string
  readonly usd: number
  readonly parts: readonly { readonly name: string; readonly usd: number }[]
}

/** Areas as large as what they cost: groups, and in them their parts. */
export function treemap(id: string, title: string, description: string, tiles: readonly Tile[], write: (usd: number) => string): Chart {
  return {
    id,
    title,
    description,
    isPatterned: false,
    height: (size) => (size === 'wide' ? 340 : 380),
    draw: (size) => option(tiles, write, size),
  }
}

function option(tiles: readonly Tile[], write: (usd: number) => string, size: Size): Option {
  const fontSize = size === 'wide' ? 13 : 11
  const words = { color: ON_SERIES.light, fontSize, overflow: 'truncate' as const, textBorderWidth: 0 }
  return {
    series: [
      {
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        upperLabel: { show: true, height: 22, ...words, fontWeight: 'bold' },
        label: { show: true, ...words, position: [6, 6] },
        itemStyle: { borderColor: PAPER.light, borderWidth: 0, gapWidth: 0 },
        levels: [
          { itemStyle: { borderColor: PAPER.light, borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } },
          { itemStyle: { borderWidth: 1, gapWidth: 1 } },
        ],
        data: tiles.map(({ name, usd, parts }, index) => {
          const color = SERIES[index % SERIES.length]?.light ?? PLAIN.light
          // A sum that is cut off would be another sum: that of each part stands on a line of its own.
          const title = { formatter: () => name }
          return {
            name,
            value: usd,
            itemStyle: { color, borderColor: color },
            label: title,
            upperLabel: title,
            children: parts.map((part) => ({
              name: part.name,
              value: part.usd,
              itemStyle: { color, borderColor: PAPER.light, borderWidth: 0 },
              label: { formatter: () => `${part.name}\n${write(part.usd)}` },
            })),
          }
        }),
      },
    ],
  }
}
